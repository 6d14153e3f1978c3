package socketlab.services.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import socketlab.core.Next.Compute;
import socketlab.core.Next;

/** How many passwords may wait to be hashed. */
class HashQueueTest {
    private static final String ATTACKER = "192.0.2.1";
    private static final String HONEST = "192.0.2.2";

    private final AtomicLong now = new AtomicLong();
    private final HashQueue queue = new HashQueue(64, now::get);
    private final List<Integer> refused = new ArrayList<>();   // the seconds to wait
    private int port = 5000;

    /** Null when the queue is full. */
    private Compute<?> enter(String address, boolean suspect) {
        Next next = queue.compute(new RecordingPeer(address, port++), suspect, () -> "hash", _ -> Next.READY, seconds -> {
            refused.add(seconds);
            return Next.HANG_UP;
        });
        return next instanceof Compute<?> admitted ? admitted : null;
    }

    private List<Compute<?>> fill(int times, String address, boolean suspect) {
        List<Compute<?>> admitted = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Compute<?> one = enter(address, suspect);
            if (one != null) {
                admitted.add(one);
            }
        }
        return admitted;
    }

    @Test
    void sixtyFourWaitAndTheNextIsToldWhenToTryAgain() throws Exception {
        List<Compute<?>> waiting = fill(65, HONEST, false);
        assertThat(waiting).hasSize(64);
        assertThat(refused).containsExactly(1);
        now.addAndGet(Duration.ofMillis(2100).toNanos());
        waiting.getFirst().inline();
        assertThat(enter(HONEST, false)).isNotNull();
        assertThat(enter(HONEST, false)).isNull();
        assertThat(refused).as("as long as the first one was here").containsExactly(1, 3);
    }

    @Test
    void aSuspectAddressLeavesRoomForTheOthers() {
        assertThat(fill(100, ATTACKER, true)).hasSize(8);
        assertThat(fill(56, HONEST, false)).hasSize(56);
        assertThat(enter(HONEST, false)).isNull();
    }

    @Test
    void aTaskThatFailsLeavesItsPlace() {
        for (int i = 0; i < 100; i++) {
            Next next = queue.compute(new RecordingPeer(HONEST, port++), false, () -> {
                throw new IllegalStateException("out of order");
            }, _ -> Next.READY, _ -> Next.HANG_UP);
            assertThat(next).isInstanceOfSatisfying(Compute.class,
                    admitted -> assertThat(catchThrowable(admitted::inline)).hasMessage("out of order"));
        }
    }

    @Test
    void aClientThatGoesFreesItsPlaceWhetherOrNotItsTaskIsEverRun() {
        for (int i = 0; i < 100; i++) {
            RecordingPeer peer = new RecordingPeer(HONEST, port++);
            assertThat(queue.compute(peer, false, () -> "hash", _ -> Next.READY, _ -> Next.HANG_UP))
                    .isInstanceOf(Compute.class);
            queue.leave(peer);
            queue.leave(peer);
        }
    }

    @Test
    void withoutALimitAllWait() {
        HashQueue unlimited = new HashQueue(0, now::get);
        for (int i = 0; i < 1000; i++) {
            assertThat(unlimited.compute(new RecordingPeer(HONEST, port++), true, () -> "hash", _ -> Next.READY,
                    _ -> Next.HANG_UP)).isInstanceOf(Compute.class);
        }
    }
}
