package socketlab.load.loop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.load.loop.TestLoad.HELLO;
import static socketlab.load.loop.TestLoad.LINES;
import static socketlab.load.loop.TestLoad.rows;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketlab.load.log.RequestLog;
import socketlab.load.plan.RequestProtocol;
import socketlab.results.Outcome;

/** Connections that are open before the clock starts. */
@Timeout(60)
class PreconnectTest {
    private static final RequestProtocol HELLO_BACK = RequestProtocol.requestReply(LINES,
            reply -> new String(reply, UTF_8).equals("hello back"));

    private static void answer(Socket client) throws IOException {
        TestTcpServer.send(client, TestTcpServer.readLine(client) + " back\n");
    }

    @Test
    void everyConnectionIsOpenBeforeTheFirstRequestStarts() throws Exception {
        try (TestTcpServer server = new TestTcpServer(PreconnectTest::answer)) {
            RequestLog log = TestLoad.of(server.address(), HELLO_BACK, 300, 300).withPreconnect().run();
            assertThat(log.count(Outcome.OK)).isEqualTo(300);
            long lastConnected = rows(log).mapToLong(log::connectedUs).max().orElseThrow();
            assertThat(rows(log)).allMatch(row -> log.intendedUs(row) >= lastConnected);
            assertThat(rows(log)).allMatch(row -> log.connectUs(row) >= 0 && log.clientPort(row) > 0);
        }
    }

    @Test
    void onlyTheFirstRequestOfAClientFindsItsConnectionOpen() throws Exception {
        try (TestTcpServer server = new TestTcpServer(PreconnectTest::answer)) {
            RequestLog log = TestLoad.of(server.address(), HELLO_BACK, 5, 15).withPreconnect().run();
            assertThat(log.count(Outcome.OK)).isEqualTo(15);
            assertThat(server.accepted).hasValue(15);
            assertThat(rows(log).filter(row -> log.connectUs(row) < log.intendedUs(row))).hasSize(5);
        }
    }

    @Test
    @Timeout(10)   // less than the timeout of a request: after the last one has ended, nothing is awaited
    void aReplyFromBeforeTheClockStartedIsWrongHoweverCorrectItLooks() throws Exception {
        try (TestTcpServer eager = new TestTcpServer(client -> TestTcpServer.send(client, "hello\n"))) {
            RequestLog log = TestLoad.of(eager.address(), HELLO, 1000, 1000).withPreconnect().run();
            // A hundred handshakes at a time: the first clients have their reply before the last are connected.
            assertThat(log.outcome(0)).isEqualTo(Outcome.WRONG);
            assertThat(log.firstByteUs(0)).isEqualTo(-1);
        }
    }

    @Test
    void aRefusedPreconnectRefusesTheRequestAndNotTheLoad() throws Exception {
        InetSocketAddress closedPort;
        try (TestTcpServer closedServer = new TestTcpServer(client -> {})) {
            closedPort = closedServer.address();
        }
        RequestLog log = TestLoad.of(closedPort, HELLO_BACK, 150, 150).withPreconnect().withTimeout(Duration.ofSeconds(5)).run();
        assertThat(log.count(Outcome.REFUSED)).isEqualTo(150);
    }

    @Test
    void aKeptConnectionMayBePreconnected() throws Exception {
        try (TestTcpServer server = new TestTcpServer(TestTcpServer.echo(""))) {
            RequestLog log = TestLoad.of(server.address(), RequestProtocol.echo(LINES, 20), 10, 100).withPreconnect().run();
            assertThat(log.count(Outcome.OK)).isEqualTo(100);
            assertThat(server.accepted).hasValue(10);
        }
    }
}
