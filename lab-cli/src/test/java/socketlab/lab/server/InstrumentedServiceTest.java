package socketlab.lab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.utf8;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import socketlab.core.ModelRegistry;
import socketlab.core.Next.Reply;
import socketlab.core.Next.Sleep;
import socketlab.core.Framing;
import socketlab.core.Next;
import socketlab.core.Peer;
import socketlab.core.Service;
import socketlab.core.ServiceOptions;
import socketlab.core.Session;
import socketlab.core.framing.LineFraming;
import socketlab.results.files.RequestRow;
import socketlab.results.files.ServedRow;

/** An instrumented service behaves as before, and what it records is right. */
class InstrumentedServiceTest {
    private static final Peer PEER = new Peer() {
        @Override
        public long id() {
            return 3;
        }

        @Override
        public SocketAddress address() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), 5001);
        }

        @Override
        public void label(String name) {}

        @Override
        public void push(byte[] message) {}

        @Override
        public void hangUp() {}
    };

    private static Service service(String name) {
        return ModelRegistry.of(InstrumentedServiceTest.class.getClassLoader()).service(name)
                .create(ServiceOptions.delay(Duration.ZERO), "single");
    }

    @Test
    void theLogHasConnectsMessagesAndLeaves() throws Exception {
        List<String> log = new ArrayList<>();
        Session session = new ConnectionLog(service("echo"), false, log::add).open(PEER);
        assertThat(session.onOpen()).isEqualTo(Next.READY);
        assertThat(session.onMessage(utf8("hello"))).isInstanceOf(Reply.class);
        session.onClose();
        assertThat(log).containsExactly(
                "[connected] #3 127.0.0.1:5001 thread=%s (1 active)".formatted(Thread.currentThread().getName()),
                "[message] #3 hello", "[left] #3 (0 active)");
    }

    /** Whoever is to make the text of a message for a log that nobody reads fails here. */
    @Test
    void aQuietLogCountsAndMakesNoLine() throws Exception {
        Service echo = new Service() {
            @Override
            public Session open(Peer peer) {
                return message -> Next.READY;
            }

            @Override
            public Framing framing() {
                return new LineFraming(64);
            }

            @Override
            public String logText(byte[] message) {
                throw new AssertionError("nobody reads this");
            }
        };
        List<String> lines = new ArrayList<>();
        ConnectionLog log = new ConnectionLog(echo, true, lines::add);
        Session session = log.open(PEER);
        session.onMessage(utf8("hello"));
        session.onClose();
        assertThat(lines).isEmpty();
        assertThat(log.stats()).isEqualTo("1 connected since the start, 0 active, 1 messages");
    }

    @Test
    void escapeSequencesOfAClientNeverReachTheLog() throws Exception {
        List<String> log = new ArrayList<>();
        new ConnectionLog(service("echo"), false, log::add).open(PEER).onMessage(utf8("\u001b[2J\u0007bad"));
        assertThat(log.getLast()).isEqualTo("[message] #3 \uFFFD[2J\uFFFDbad");
    }

    @Test
    void passwordsNeverReachTheLog() throws Exception {
        List<String> log = new ArrayList<>();
        try (Service chat = new ConnectionLog(service("chat"), false, log::add)) {
            Session session = chat.open(PEER);
            session.onOpen();
            session.onMessage(utf8("/register alice secret"));
            assertThat(log.getLast()).isEqualTo("[message] #3 /register ***");
        }
    }

    @Test
    void aConnectionIsTheRequestWhereTheServerSpeaksFirst() {
        ServedRecorder recorder = new ServedRecorder(service("sleep"), "single", System.nanoTime());
        Session session = recorder.open(PEER);
        assertThat(session.onOpen()).isInstanceOf(Sleep.class);
        session.onSent();
        session.onClose();
        ServedRow row = recorder.rows().toList().getFirst();
        assertThat(row.clientPort()).isEqualTo(5001);
        assertThat(row.message()).isEqualTo(1);
        assertThat(row.acceptedUs()).isBetween(0L, row.serviceStartUs());
        assertThat(row.replyWrittenUs()).isGreaterThanOrEqualTo(row.serviceStartUs());
    }

    @Test
    void everyMessageIsARequestAndOneFlushEndsAllRepliesBeforeIt() throws Exception {
        ServedRecorder recorder = new ServedRecorder(service("echo"), "single", System.nanoTime());
        Session session = recorder.open(PEER);
        session.onOpen();
        session.onMessage(utf8("1"));
        session.onMessage(utf8("2"));
        session.onSent();
        session.onMessage(utf8("3"));
        List<ServedRow> rows = recorder.rows().toList();
        assertThat(rows).extracting(ServedRow::message).containsExactly(1, 2, 3);
        assertThat(rows.get(0).replyWrittenUs()).isEqualTo(rows.get(1).replyWrittenUs()).isNotNegative();
        assertThat(rows.get(2).inRound(1, 1000).replyWrittenUs()).as("no reply").isEqualTo(RequestRow.NEVER);
    }
}
