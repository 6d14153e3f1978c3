package socketlab.load.loop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.load.loop.TestLoad.HELLO;
import static socketlab.load.loop.TestLoad.LINES;
import static socketlab.load.loop.TestTcpServer.send;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketlab.core.framing.RawFraming;
import socketlab.load.log.RequestLog;
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
    void withoutFramingAReplyIsWhatOneReadReturns() throws Exception {
        RequestProtocol listen = RequestProtocol.greeting(new RawFraming(), reply -> new String(reply, UTF_8).equals("hello"));
        assertOne(one(listen, client -> send(client, "hello")), Outcome.OK);
    }
}
