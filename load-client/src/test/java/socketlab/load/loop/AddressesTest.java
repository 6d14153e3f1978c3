package socketlab.load.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.load.loop.TestLoad.LINES;
import static socketlab.load.loop.TestLoad.rows;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketlab.load.chat.ChatClient;
import socketlab.load.chat.ChatPlan;
import socketlab.load.log.LoadListener;
import socketlab.load.log.RequestLog;
import socketlab.load.plan.ClientFault;
import socketlab.load.plan.FaultInjection;
import socketlab.load.plan.LoadPlan;
import socketlab.load.plan.RequestProtocol;
import socketlab.load.plan.Transport;
import socketlab.results.Outcome;

/** A server's name may have several addresses, and the server may listen at one of them only. */
@Timeout(60)
class AddressesTest {
    private static final RequestProtocol ECHO = RequestProtocol.echo(LINES, 30);

    private static InetSocketAddress closedPort() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                DatagramSocket closedToo = new DatagramSocket(closed.getLocalPort(), InetAddress.getLoopbackAddress())) {
            return new InetSocketAddress(closedToo.getLocalAddress(), closedToo.getLocalPort());
        }
    }

    private static LoadPlan plan(InetSocketAddress second) throws IOException {
        return LoadPlan.closedLoop(closedPort(), ECHO, 3, 30).withAlternatives(List.of(closedPort(), second));
    }

    private static RequestLog run(LoadPlan plan) throws Exception {
        return new LoadClient(plan, LoadListener.NONE).runMeasured();
    }

    @Test
    void theNextAddressIsTriedWhereOneRefuses() throws Exception {
        try (TestTcpServer server = new TestTcpServer(TestTcpServer.echo(""))) {
            RequestLog log = run(plan(server.address()));
            assertThat(log.count(Outcome.OK)).isEqualTo(30);
            assertThat(server.accepted).hasValue(3);
            assertThat(log.address()).isEqualTo(server.address());
            assertThat(log.reasons()).isEmpty();
        }
    }

    @Test
    void preconnectedIdleAndFaultyClientsTryItToo() throws Exception {
        try (TestTcpServer server = new TestTcpServer(TestTcpServer.echo(""))) {
            LoadPlan plan = plan(server.address()).withPreconnect(true).withIdle(5)
                    .withFaults(new FaultInjection(false, 0, 0, 1, Map.of(ClientFault.NEVER_CLOSE, 1)));
            RequestLog log = run(plan);
            assertThat(log.count(Outcome.OK)).isEqualTo(30);
            assertThat(log.idleConnected()).isEqualTo(5);
            assertThat(rows(log).filter(row -> log.connectUs(row) >= 0)).hasSize(3);
        }
    }

    @Test
    void overUdpTheNextAddressIsTriedToo() throws Exception {
        try (TestUdpServer server = new TestUdpServer(TestUdpServer.echo())) {
            RequestLog log = run(plan(server.address()).withTransport(Transport.UDP));
            assertThat(log.count(Outcome.OK)).isEqualTo(30);
            assertThat(log.address()).isEqualTo(server.address());
        }
    }

    @Test
    void membersOfAChatTryItToo() throws Exception {
        try (TestTcpServer server = new TestTcpServer(client -> TestTcpServer.discardInput(client))) {
            LoadPlan load = LoadPlan.closedLoop(closedPort(), ChatPlan.protocol(LINES, 24), 2, 2)
                    .withAlternatives(List.of(server.address()));
            ChatClient chat = new ChatClient(new ChatPlan(load, ChatPlan.Scenario.TALK, 24, false, false), LoadListener.NONE);
            RequestLog log = chat.run().messages();
            assertThat(server.accepted).hasValue(2);
            assertThat(log.count(Outcome.TIMEOUT)).as("this server greets nobody").isEqualTo(2);
            assertThat(log.reasons().get(Outcome.TIMEOUT)).contains("did not greet");
        }
    }

    @Test
    void whereAllRefuseTheRequestIsRefused() throws Exception {
        RequestLog log = run(plan(closedPort()));
        assertThat(log.count(Outcome.REFUSED)).isEqualTo(30);
        assertThat(log.address()).isNull();
        assertThat(log.anyConnected()).isFalse();
        assertThat(log.reasons()).containsEntry(Outcome.REFUSED, "Connection refused");
    }

    @Test
    void anAddressThatHasServedIsNotLeftWhenItRefusesLater() throws Exception {
        TestTcpServer first = new TestTcpServer(client -> TestTcpServer.send(client, TestTcpServer.readLine(client) + "\n"));
        try (TestTcpServer second = new TestTcpServer(TestTcpServer.echo(""))) {
            LoadPlan plan = LoadPlan.closedLoop(first.address(), ECHO.withoutKeepAlive(), 1, 5)
                    .withAlternatives(List.of(second.address()));
            LoadListener closing = (client, request, outcome, reply, nanos) -> {
                try {
                    first.close();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            };
            RequestLog log = new LoadClient(plan, closing).runMeasured();
            assertThat(log.count(Outcome.OK)).isEqualTo(1);
            assertThat(second.accepted).hasValue(0);
        }
    }
}
