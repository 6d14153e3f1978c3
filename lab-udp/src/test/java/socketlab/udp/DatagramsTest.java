package socketlab.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.utf8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import socketlab.core.Options;
import socketlab.core.contract.DatagramCaller;

/** What only datagrams know: peers without connections, a queue that drops, messages with a largest size. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DatagramsTest {
    private static final Duration A_WHILE = Duration.ofMillis(150);

    @ParameterizedTest
    @EnumSource
    void twoPeersWhoseDatagramsAreInterleavedHoldTwoConversations(Kind kind) throws Exception {
        try (Room room = new Room(kind, Options.defaults())) {
            DatagramCaller first = room.call();
            DatagramCaller second = room.call();
            for (int i = 0; i < 50; i++) {
                first.say("a" + i);
                second.say("b" + i);
                assertThat(first.hear()).isEqualTo("1 a" + i);
                assertThat(second.hear()).isEqualTo("2 b" + i);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoComesBackAfterTheHangUpIsSomebodyNew(Kind kind) throws Exception {
        try (Room room = new Room(kind, Options.defaults())) {
            DatagramCaller caller = room.call();
            for (int visit = 1; visit <= 100; visit++) {
                Room.answers(caller, "hello", visit + " hello");
                Room.answers(caller, "bye", visit + " bye");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "UDP", mode = EnumSource.Mode.EXCLUDE)
    void aBusyPeersDatagramsWaitButNoMoreThanSixteenAndTheRestIsCounted(Kind kind) throws Exception {
        List<String> log = new ArrayList<>();
        Handler listening = listeningTo(log);
        try (Room room = new Room(kind, Options.defaults())) {
            DatagramCaller busy = room.call();
            busy.say("wait");
            room.await("the step", () -> room.server().clients().stream().anyMatch(client -> client.messages() == 1));
            for (int i = 1; i <= 20; i++) {
                busy.say("" + i);
            }
            Room.answers(room.call(), "all of that has been received", "2 all of that has been received");
            room.openTheGate();
            assertThat(busy.hear()).isEqualTo("1 waited");
            for (int i = 1; i <= 16; i++) {
                assertThat(busy.hear()).isEqualTo("1 " + i);
            }
            assertThat(busy.hearsNothingFor(A_WHILE)).isTrue();
        } finally {
            Logger.getLogger("socketlab").removeHandler(listening);
        }
        assertThat(log).anyMatch(line -> line.startsWith("4 datagrams were dropped"));
    }

    private static Handler listeningTo(List<String> log) {
        Handler handler = new Handler() {
            @Override
            public synchronized void publish(LogRecord said) {
                log.add(new java.util.logging.SimpleFormatter().formatMessage(said));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("socketlab").addHandler(handler);
        return handler;
    }

    @ParameterizedTest
    @EnumSource(names = "UDP", mode = EnumSource.Mode.EXCLUDE)
    void whatStillWaitsAtTheHangUpIsDiscarded(Kind kind) throws Exception {
        try (Room room = new Room(kind, Options.defaults())) {
            DatagramCaller caller = room.call();
            caller.say("wait-bye");
            room.await("the step", () -> room.server().clients().stream().anyMatch(client -> client.messages() == 1));
            caller.say("nobody hears this");
            Room.answers(room.call(), "received", "2 received");
            room.openTheGate();
            assertThat(caller.hear()).isEqualTo("1 bye");
            assertThat(caller.hearsNothingFor(A_WHILE)).isTrue();
            Room.answers(caller, "hello", "3 hello");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPeerThatIsSilentForTooLongHasLeft(Kind kind) throws Exception {
        try (Room room = new Room(kind, Options.defaults().withIdleTimeout(Duration.ofMillis(300)))) {
            DatagramCaller silent = room.call();
            Room.answers(silent, "hello", "1 hello");
            long began = System.nanoTime();
            room.await("an empty list", () -> room.server().clients().isEmpty());
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(250));
            assertThat(room.closed).containsEntry(1L, 1);
            Room.answers(silent, "me again", "2 me again");
        }
    }

    @ParameterizedTest
    @EnumSource
    void onePeerTooManyIsToldAndForgotten(Kind kind) throws Exception {
        try (Room room = new Room(kind, Options.defaults().withMaxClients(2))) {
            DatagramCaller first = room.call();
            DatagramCaller second = room.call();
            DatagramCaller third = room.call();
            Room.answers(first, "hello", "1 hello");
            Room.answers(second, "hello", "2 hello");
            Room.answers(third, "hello", "the server is full (2 clients); try again later");
            Room.answers(first, "bye", "1 bye");
            Room.answers(third, "hello", "3 hello");
            Room.answers(second, "still here", "2 still here");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReplyThatFitsNoDatagramEndsItsPeerWithOneLineThatSaysWhy(Kind kind) throws Exception {
        try (Room room = new Room(kind, Options.defaults())) {
            DatagramCaller caller = room.call();
            DatagramCaller other = room.call();
            caller.say("large 65507");
            assertThat(caller.hear()).hasSize(65_507);
            Room.answers(other, "hello", "2 hello");
            Room.answers(caller, "large 65508", "a message of 65508 bytes fits no datagram, which holds at most 65507");
            room.await("the end", () -> room.closed.containsKey(1L));
            Room.answers(other, "still here", "2 still here");
            Room.answers(caller, "and I", "3 and I");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPushThatFitsNoDatagramEndsItsPeerAndThrowsNothingAtThePusher(Kind kind) throws Exception {
        try (Room room = new Room(kind, Options.defaults())) {
            DatagramCaller caller = room.call();
            Room.answers(caller, "hello", "1 hello");
            room.peers.getFirst().push(new byte[Wire.LARGEST + 1]);
            assertThat(caller.hear()).startsWith("a message of 65508 bytes fits no datagram");
            room.await("the end", () -> room.closed.containsKey(1L));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRequestThatIsCutShortIsNoMessage(Kind kind) throws Exception {
        try (Room room = new Room(kind, Options.defaults())) {
            DatagramCaller caller = room.call();
            String longest = "x".repeat(8192);
            Room.answers(caller, longest, "1 " + longest);
            Room.answers(caller, longest + "y", "that datagram is longer than 8192 bytes");
            room.await("the end", () -> room.closed.containsKey(1L));
            Room.answers(caller, "short", "2 short");
            Room.answers(room.call(), "z".repeat(60_000), "that datagram is longer than 8192 bytes");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyDatagramIsAMessageToo(Kind kind) throws Exception {
        try (Room room = new Room(kind, Options.defaults())) {
            DatagramCaller caller = room.call();
            Room.answers(caller, "", "1 ");
            caller.say("large 0");
            assertThat(caller.hear()).isEmpty();
            Room.answers(caller, "on", "1 on");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPeerThatVanishesEndsNothing(Kind kind) throws Exception {
        try (Room room = new Room(kind, Options.defaults())) {
            DatagramCaller vanishing = room.call();
            Room.answers(vanishing, "hello", "1 hello");
            vanishing.say("wait");
            room.await("the step", () -> room.server().clients().getFirst().messages() == 2);
            vanishing.close();
            room.openTheGate();
            for (int i = 0; i < 20; i++) {
                room.peers.getFirst().push(utf8("is anybody there"));
            }
            Room.answers(room.call(), "hello", "2 hello");
            room.peers.getFirst().push(utf8("still nobody"));
            Room.answers(room.call(), "hello", "3 hello");
        }
    }
}
