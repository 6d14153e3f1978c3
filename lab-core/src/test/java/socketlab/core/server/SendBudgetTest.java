package socketlab.core.server;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.utf8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What waits for all clients together is bounded, and costs nothing where nothing waits for long. */
class SendBudgetTest {
    private static final int LIMIT = 64 << 10;

    private final List<SendQueue> queues = new ArrayList<>();
    private final SendBudget budget = new SendBudget(LIMIT, this::overflowLargest);
    private int overflows;

    private SendQueue newQueue() {
        queues.add(new SendQueue(false, 1 << 20, budget));
        return queues.getLast();
    }

    private boolean overflowLargest() {
        SendQueue largest = queues.stream().max(Comparator.comparingInt(SendQueue::queuedBytes)).orElseThrow();
        boolean behind = largest.queuedBytes() > 0;
        overflows += behind ? 1 : 0;
        largest.overflow();
        return behind;
    }

    private int queuedBytes() {
        return queues.stream().mapToInt(SendQueue::queuedBytes).sum();
    }

    @Test
    void theQueueWithTheMostGoesAndTheOthersStay() {
        SendQueue small = newQueue();
        SendQueue large = newQueue();
        SendQueue middle = newQueue();
        small.push(new byte[10_000]);
        large.push(new byte[30_000]);
        middle.push(new byte[20_000]);
        assertThat(overflows).isZero();
        small.push(new byte[19_000]);
        assertThat(large.overflowed()).isTrue();
        assertThat(List.of(small, middle)).noneMatch(SendQueue::overflowed);
        assertThat(queuedBytes()).isEqualTo(49_000);
    }

    @Test
    void repliesAndWhatTheKernelDidNotTakeCountAsPushesDo() {
        newQueue().add(new byte[LIMIT / 2]);
        newQueue().addFirst(new byte[LIMIT / 2 + SendBudget.STEP_BYTES + 1]);
        assertThat(overflows).isEqualTo(1);
        assertThat(queuedBytes()).isEqualTo(LIMIT / 2);
    }

    @Test
    void manySmallFramesCountWithTheMemoryThatTheyTake() {
        SendQueue tiny = newQueue();
        for (int i = 0; i < LIMIT / 32; i++) {   // as bytes, a thirtieth of the limit
            tiny.push(utf8("x"));
        }
        assertThat(tiny.overflowed()).isTrue();
    }

    @Test
    void whatHasLeftOrIsForgottenMakesRoom() throws IOException {
        SendQueue reading = newQueue();
        for (int i = 0; i < 100; i++) {
            reading.add(new byte[LIMIT / 2]);
            for (byte[] next; (next = reading.peek()) != null;) {
                reading.remove(next.length);
            }
            SendQueue leaving = newQueue();
            leaving.push(new byte[LIMIT / 4]);
            leaving.close();
        }
        assertThat(overflows).isZero();
    }

    @Test
    void aSmallReplyThatLeavesAtOnceIsNeverCounted() throws IOException {
        SendBudget nothing = new SendBudget(0, () -> {
            throw new AssertionError("it counts");
        });
        SendQueue queue = new SendQueue(false, 1 << 20, nothing);
        for (int i = 0; i < 100; i++) {
            queue.add(new byte[SendBudget.STEP_BYTES / 2]);
            queue.remove(queue.peek().length);
        }
        assertThat(queue.sentBytes()).isEqualTo(100 * SendBudget.STEP_BYTES / 2);
    }

    @Test
    void whereNobodyIsBehindItEndsLooking() {
        SendBudget full = new SendBudget(LIMIT, () -> false);
        full.reserve(2 * LIMIT);
        full.enforce();
    }
}
