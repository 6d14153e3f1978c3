package socketlab.udp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import socketlab.udp.Wire.Datagram;

/** What waits for its turn, and what does not. */
class InboxTest {
    private final LongAdder dropped = new LongAdder();
    private final Inbox inbox = new Inbox(dropped);

    private static Datagram datagram(int number) {
        return new Datagram(new InetSocketAddress(number), new byte[number], false);
    }

    @Test
    void whatThereIsNoRoomForIsDroppedAndCounted() throws Exception {
        for (int i = 1; i <= Inbox.ROOM + 3; i++) {
            assertThat(inbox.offer(datagram(i))).isTrue();
        }
        assertThat(dropped.sum()).isEqualTo(3);
        for (int i = 1; i <= Inbox.ROOM; i++) {
            assertThat(inbox.take(Duration.ofSeconds(5)).message()).hasSize(i);
        }
        assertThat(inbox.poll()).isNull();
    }

    @Test
    void silenceClosesItSoThatNothingIsLetInAndForgotten() throws Exception {
        assertThat(inbox.take(Duration.ofMillis(1))).isNull();
        assertThat(inbox.offer(datagram(1))).as("from somebody new").isFalse();
    }

    @Test
    void whatStillWaitsWhenItIsClosedIsDiscarded() throws Exception {
        inbox.offer(datagram(1));
        inbox.close();
        assertThat(inbox.take(Duration.ofSeconds(5))).isNull();
        assertThat(inbox.offer(datagram(2))).isFalse();
        assertThat(dropped.sum()).isZero();
    }
}
