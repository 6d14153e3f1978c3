package socketlab.load.loop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static socketlab.load.loop.TestLoad.HELLO;
import static socketlab.load.loop.TestLoad.LINES;
import static socketlab.load.loop.TestTcpServer.send;

import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketlab.core.framing.RawFraming;
import socketlab.load.log.RequestLog;
import socketlab.load.log.WrongReply;
import socketlab.load.net.Sockets;
import socketlab.load.plan.LoadPlan;
import socketlab.load.plan.RequestProtocol;
import socketlab.results.Outcome;

/** What a server can do with a request, and the outcome that it has. */
@Timeout(60)
class OutcomesTest {

    private static RequestLog one(TestTcpServer.Handler serves) throws Exception {
        return one(HELLO, serves);
    }

    private static RequestLog one(RequestProtocol protocol, TestTcpServer.Handler serves) throws Exception {
        try (TestTcpServer server = new TestTcpServer(serves)) {
            return TestLoad.of(server.address(), protocol, 1, 1).withTimeout(Duration.ofSeconds(5)).run();
        }
    }

    private static void assertOne(RequestLog log, Outcome outcome) {
        assertThat(log.size()).isEqualTo(1);
        assertThat(log.outcome(0)).isEqualTo(outcome);
        assertThat(log.count(outcome)).isEqualTo(1);
    }

    @Test
    void aCorrectReplyIsOkAndItsPhasesAreRecordedInOrder() throws Exception {
        RequestLog log = one(RequestProtocol.requestReply(LINES, reply -> true), client -> {
            TestTcpServer.readLine(client);
            send(client, "hello!\n");
        });
        assertOne(log, Outcome.OK);
        assertThat(List.of(log.intendedUs(0), log.connectUs(0), log.connectedUs(0), log.sentUs(0), log.firstByteUs(0),
                log.doneUs(0))).isSorted().allMatch(time -> time >= 0);
        assertThat(log.clientPort(0)).isPositive();
    }

    @Test
    void aClientThatOnlyReceivesHasNoSentTime() throws Exception {
        RequestLog log = one(client -> send(client, "hello!\n"));
        assertOne(log, Outcome.OK);
        assertThat(log.sentUs(0)).isEqualTo(-1);
    }

    @Test
    void aClosedPortIsRefusedAndTheLoadGoesOnToItsEnd() throws Exception {
        InetSocketAddress closedPort;
        try (ServerSocket closedServer = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closedPort = (InetSocketAddress) closedServer.getLocalSocketAddress();
        }
        RequestLog log = TestLoad.of(closedPort, HELLO, 3, 7).run();
        assertThat(log.count(Outcome.REFUSED)).isEqualTo(7);
        assertThat(TestLoad.rows(log)).allMatch(row -> log.connectUs(row) >= 0 && log.connectedUs(row) == -1);
        assertThat(TestLoad.rows(log)).allMatch(row -> log.firstByteUs(row) == -1 && log.clientPort(row) == -1);
    }

    @Test
    void aResetIsAResetEvenBeforeTheClientKnowsThatItIsConnected() throws Exception {
        try (TestTcpServer server = new TestTcpServer(client -> client.setSoLinger(true, 0))) {
            RequestLog log = TestLoad.of(server.address(), HELLO, 8, 200).run();
            assertThat(log.count(Outcome.RESET)).isEqualTo(200);
        }
    }

    @Test
    void aConnectionThatEndsWithoutAReplyIsAReset() throws Exception {
        assertOne(one(client -> {}), Outcome.RESET);
    }

    @Test
    void noReplyIsATimeoutWhenTheTimeoutHasPassed() throws Exception {
        try (TestTcpServer server = new TestTcpServer(TestTcpServer::discardInput)) {
            RequestLog log = TestLoad.of(server.address(), HELLO, 2, 4).withTimeout(Duration.ofMillis(150)).run();
            assertThat(log.count(Outcome.TIMEOUT)).isEqualTo(4);
            assertThat(TestLoad.rows(log)).allMatch(row -> log.doneUs(row) - log.intendedUs(row) >= 150_000);
            assertThat(TestLoad.rows(log)).anyMatch(row -> log.doneUs(row) - log.intendedUs(row) < 200_000);
        }
    }

    @Test
    void aReplyThatIsNotCorrectIsWrongAndTheListenerSeesIt() throws Exception {
        List<String> seen = new ArrayList<>();
        try (TestTcpServer server = new TestTcpServer(client -> send(client, "go away\n"))) {
            LoadPlan plan = TestLoad.of(server.address(), HELLO, 1, 1).plan();
            LoadClient load = new LoadClient(plan, (client, request, outcome, message, latencyNanos) -> seen.add(client + " "
                    + request + " " + outcome + " " + new String(message, UTF_8) + " " + (latencyNanos > 0)));
            assertOne(load.run(), Outcome.WRONG);
        }
        assertThat(seen).containsExactly("1 1 WRONG go away true");
    }

    @Test
    void aMalformedMessageIsWrong() throws Exception {
        assertOne(one(client -> client.getOutputStream().write(new byte[] {(byte) 0xff, '\n'})), Outcome.WRONG);
    }

    @Test
    void aReplyInPiecesIsOneReplyAndItsFirstByteIsTimed() throws Exception {
        RequestLog log = one(client -> {
            send(client, "hel");
            Thread.sleep(30);   // a slow server is what is tested; nothing waits for it
            send(client, "lo!\n");
        });
        assertOne(log, Outcome.OK);
        assertThat(log.doneUs(0) - log.firstByteUs(0)).isGreaterThan(15_000);
    }

    @Test
    void aLastLineWithoutANewlineIsAReply() throws Exception {
        assertOne(one(client -> send(client, "hello!")), Outcome.OK);
    }

    @Test
    void theFirstFailureOfEachOutcomeIsExplained() throws Exception {
        assertThat(one(client -> {}).reasons()).containsExactly(
                entry(Outcome.RESET, "the server closed the connection without a reply"));
        assertThat(one(client -> client.getOutputStream().write(new byte[] {(byte) 0xff, '\n'})).reasons())
                .containsExactly(entry(Outcome.WRONG, "that is not UTF-8 text"));
        try (TestTcpServer silent = new TestTcpServer(TestTcpServer::discardInput);
                TestTcpServer endless = new TestTcpServer(client -> {
                    send(client, "hello");
                    TestTcpServer.discardInput(client);
                })) {
            assertThat(TestLoad.of(silent.address(), HELLO, 1, 1).withTimeout(Duration.ofMillis(100)).run().reasons())
                    .containsExactly(entry(Outcome.TIMEOUT, "it was connected, and the server sent nothing"));
            assertThat(TestLoad.of(silent.address(), RequestProtocol.echo(LINES, 9), 1, 1).withTimeout(Duration.ofMillis(100))
                    .run().reasons()).containsExactly(entry(Outcome.TIMEOUT, "it was sent, and no reply came"));
            assertThat(TestLoad.of(endless.address(), HELLO, 1, 1).withTimeout(Duration.ofMillis(200)).run().reasons())
                    .containsExactly(entry(Outcome.TIMEOUT, "5 bytes came (\"hello\") and not the end of a message"));
        }
    }

    @Test
    void theFirstFiveWrongRepliesAreKeptAsTheyCame() throws Exception {
        try (TestTcpServer server = new TestTcpServer(client -> send(client, TestTcpServer.readLine(client).toUpperCase(
                Locale.ROOT)
                + "\n"))) {
            RequestLog log = TestLoad.of(server.address(), RequestProtocol.echo(LINES, 8), 1, 7).run();
            assertThat(log.count(Outcome.WRONG)).isEqualTo(7);
            assertThat(log.wrongReplies()).hasSize(5);
            WrongReply first = log.wrongReplies().getFirst();
            assertThat(first.where()).isEqualTo("request 1 of client 1");
            assertThat(first.sent()).asString().isEqualTo("c1-r1xxx");
            assertThat(first.expected()).as("the message itself").isEmpty();
            assertThat(first.received()).asString().isEqualTo("C1-R1XXX");
        }
    }

    @Test
    void aMachineWithoutAFreePortHasAskedNoServer() {
        BindException noPort = new BindException("Cannot assign requested address");
        assertThat(Sockets.outcomeOf(noPort)).isEqualTo(Outcome.ABORTED);
        assertThat(Sockets.outcomeOfConnecting(noPort)).isEqualTo(Outcome.ABORTED);
        assertThat(Sockets.outcomeOfConnecting(new SocketException("Network is unreachable"))).isEqualTo(Outcome.REFUSED);
        assertThat(Sockets.reason(noPort)).isEqualTo("no client port was free (Cannot assign requested address)");
    }

    @Test
    void withoutFramingAReplyIsWhatOneReadReturns() throws Exception {
        RequestProtocol listen = RequestProtocol.greeting(new RawFraming(), reply -> new String(reply, UTF_8).equals("hello"));
        assertOne(one(listen, client -> send(client, "hello")), Outcome.OK);
    }
}
