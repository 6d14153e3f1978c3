package socketlab.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.text;
import static socketlab.core.Text.utf8;

import java.io.IOException;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import socketlab.core.Options;
import socketlab.core.contract.DatagramCaller;
import socketlab.udp.Wire.NotSentException;

/** A kernel without room for another datagram: what was said waits, in its order, and is never dropped. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FullSendBufferTest {

    /** Takes every third datagram that it is offered, and none at all of those that fail. */
    private static final class Narrow extends Wire {
        private final AtomicInteger offered = new AtomicInteger();

        private Narrow(Options options) throws IOException {
            super(options);
        }

        @Override
        boolean send(byte[] message, SocketAddress to) throws NotSentException {
            if (text(message).endsWith("unsendable")) {
                throw new NotSentException("network is unreachable");
            }
            return offered.incrementAndGet() % 3 == 0 && super.send(message, to);
        }
    }

    @ParameterizedTest
    @EnumSource
    void repliesAndLastWordsWaitForRoom(Kind kind) throws Exception {
        Options options = Options.defaults();
        try (Room room = new Room(kind, options, Narrow::new)) {
            DatagramCaller first = room.call();
            DatagramCaller second = room.call();
            for (int i = 0; i < 16; i++) {
                first.say("a" + i);
                second.say("b" + i);
            }
            for (int i = 0; i < 16; i++) {
                assertThat(first.hear()).isEqualTo("1 a" + i);
                assertThat(second.hear()).isEqualTo("2 b" + i);
            }
            Room.answers(first, "bye", "1 bye");
            Room.answers(second, "bye", "2 bye");
            Room.answers(first, "again", "3 again");
        }
    }

    @ParameterizedTest
    @EnumSource
    void pushesWaitForRoomToo(Kind kind) throws Exception {
        Options options = Options.defaults();
        try (Room room = new Room(kind, options, Narrow::new)) {
            DatagramCaller caller = room.call();
            Room.answers(caller, "hello", "1 hello");
            for (int i = 0; i < 50; i++) {
                room.peers.getFirst().push(utf8("" + i));
            }
            for (int i = 0; i < 50; i++) {
                assertThat(caller.hear()).isEqualTo("" + i);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeSentAtAllEndsItsPeerOnly(Kind kind) throws Exception {
        Options options = Options.defaults();
        try (Room room = new Room(kind, options, Narrow::new)) {
            DatagramCaller caller = room.call();
            DatagramCaller other = room.call();
            Room.answers(other, "hello", "1 hello");
            Room.answers(caller, "unsendable", "network is unreachable");
            room.await("the end", () -> room.closed.containsKey(2L));
            Room.answers(other, "still here", "1 still here");
        }
    }
}
