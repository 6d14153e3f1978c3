package socketlab.udp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which datagrams wait for a peer's thread, and which do not. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReceiveQueueTest {
    private final LongAdder dropped = new LongAdder();
    private final ThreadUdpRunner.ReceiveQueue queue = new ThreadUdpRunner.ReceiveQueue(dropped);

    @Test
    void aFullQueueDropsAndCounts() {
        for (int i = 1; i <= Datagrams.MOST_WAITING + 3; i++) {
            assertThat(queue.offer(new byte[i])).isTrue();
        }
        assertThat(dropped.sum()).isEqualTo(3);
        for (int i = 1; i <= Datagrams.MOST_WAITING; i++) {
            assertThat(queue.take()).hasSize(i);
        }
        assertThat(queue.closeIfEmpty()).as("nothing more waits").isTrue();
    }

    @Test
    void anIdleTimeoutDiscardsNoDatagram() {
        queue.offer(new byte[1]);
        assertThat(queue.closeIfEmpty()).isFalse();
        assertThat(queue.take()).hasSize(1);
        assertThat(queue.closeIfEmpty()).isTrue();
        assertThat(queue.offer(new byte[2])).as("from a new client").isFalse();
    }

    @Test
    void closingDiscardsWhatWaitsAndEndsTheWait() {
        queue.offer(new byte[1]);
        queue.close();
        assertThat(queue.take()).isNull();
        assertThat(queue.offer(new byte[2])).isFalse();
        assertThat(dropped.sum()).isZero();
    }

    @Test
    void anInterruptDoesNotEndTheWait() throws Exception {
        Thread taking = Thread.ofPlatform().start(() -> assertThat(queue.take()).hasSize(1));
        taking.interrupt();
        assertThat(taking.join(java.time.Duration.ofMillis(50))).as("has returned").isFalse();
        queue.offer(new byte[1]);
        assertThat(taking.join(UdpFixture.PATIENCE)).isTrue();
    }
}
