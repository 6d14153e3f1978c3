package socketlab.load.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A total order is found if and only if there is one, although members do not receive their own messages. */
class TotalOrderCheckerTest {
    private static ReceivedMessages received(int... messages) {
        ReceivedMessages received = new ReceivedMessages(100);
        for (int message : messages) {
            received.add(message);
        }
        return received;
    }

    @Test
    void membersLackTheirOwnMessagesAndStillThereIsATotalOrder() {
        assertThat(violations(received(1, 2, 4, 5), received(0, 2, 3, 5), received(0, 1, 3, 4))).isZero();
    }

    @Test
    void twoSwappedMessagesAreOneViolation() {
        assertThat(violations(received(3, 4, 5), received(3, 4, 5), received(4, 3, 5))).isEqualTo(1);
    }

    @Test
    void aCycleIsFoundWhereNoTwoMembersDisagree() {
        assertThat(violations(received(1, 2), received(2, 0), received(0, 1))).isPositive();
    }

    @Test
    void aMessageThatSomeMembersNeverReceivedViolatesNoOrder() {
        assertThat(violations(received(), received(0, 9), received(0, 1, 9))).isZero();
    }

    @Test
    void anyTotalOrderIsAcceptedAndAnySingleSwapInItIsNot() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<Integer> order = new ArrayList<>(IntStream.range(0, 100).boxed().toList());
            Collections.shuffle(order, random);
            List<List<Integer>> orders = new ArrayList<>();
            for (int member = 0; member < 5; member++) {
                int own = member;
                orders.add(new ArrayList<>(order.stream().filter(message -> message % 5 != own).toList()));
            }
            assertThat(violations(orders)).isZero();
            int at = random.nextInt(78);
            Collections.swap(orders.get(round % 5), at, at + 1);
            assertThat(violations(orders)).as("seed 7, round " + round).isEqualTo(1);
        }
    }

    private static long violations(ReceivedMessages... members) {
        return TotalOrderChecker.violations(List.of(members), 100);
    }

    private static long violations(List<List<Integer>> orders) {
        return TotalOrderChecker.violations(orders.stream()
                .map(order -> received(order.stream().mapToInt(message -> message).toArray())).toList(), 100);
    }
}
