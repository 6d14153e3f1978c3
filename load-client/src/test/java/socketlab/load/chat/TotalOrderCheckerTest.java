package socketlab.load.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One order for all is there or not; that nobody hears their own messages hides nothing. */
class TotalOrderCheckerTest {
    private static ReceivedMessages heard(int... messages) {
        ReceivedMessages heard = new ReceivedMessages(100);
        for (int message : messages) {
            heard.add(message);
        }
        return heard;
    }

    @Test
    void eachLacksItsOwnAndStillThereIsOneOrder() {
        assertThat(TotalOrderChecker.violations(List.of(heard(1, 2, 4, 5), heard(0, 2, 3, 5), heard(0, 1, 3, 4)), 100)).isZero();
    }

    @Test
    void twoSwappedMessagesAreOneViolation() {
        assertThat(TotalOrderChecker.violations(List.of(heard(3, 4, 5), heard(3, 4, 5), heard(4, 3, 5)), 100)).isEqualTo(1);
    }

    @Test
    void aCircleIsFoundWhereNoTwoMembersDisagree() {
        assertThat(TotalOrderChecker.violations(List.of(heard(1, 2), heard(2, 0), heard(0, 1)), 100)).isPositive();
    }

    @Test
    void whatSomeHaveNotHeardAtAllBreaksNoOrder() {
        assertThat(TotalOrderChecker.violations(List.of(heard(), heard(0, 9), heard(0, 1, 9)), 100)).isZero();
    }

    @Test
    void anyCommonOrderIsAcceptedAndAnySingleSwapInItIsNot() {
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

    private static long violations(List<List<Integer>> orders) {
        return TotalOrderChecker.violations(orders.stream()
                .map(order -> heard(order.stream().mapToInt(message -> message).toArray())).toList(), 100);
    }
}
