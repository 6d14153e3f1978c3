package socketlab.load.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static socketlab.load.loop.TestLoad.LINES;
import static socketlab.load.loop.TestLoad.rows;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketlab.load.log.LoadListener;
import socketlab.load.log.RequestLog;
import socketlab.load.plan.LoadPlan;
import socketlab.load.plan.RequestProtocol;
import socketlab.results.Outcome;

/** Clients that are connected and send no request. */
@Timeout(60)
class IdleTest {
    private static final RequestProtocol ECHO = RequestProtocol.echo(LINES, 30);

    @Test
    void idleClientsConnectBeforeTheClockStartsSendNothingAndLeaveAtTheEnd() throws Exception {
        AtomicInteger lines = new AtomicInteger();
        AtomicInteger thereAtFirstLine = new AtomicInteger();
        try (TestTcpServer server = new TestTcpServer(client -> {
            for (String line = TestTcpServer.readLine(client); line != null; line = TestTcpServer.readLine(client)) {
                lines.incrementAndGet();
                TestTcpServer.send(client, line + "\n");
            }
        })) {
            LoadListener first =
                    (client, request, outcome, message, latencyNanos) -> thereAtFirstLine.compareAndSet(0, server.accepted.get());
            LoadPlan plan = TestLoad.of(server.address(), ECHO, 2, 200).withIdle(500).plan();
            RequestLog log = new LoadClient(plan, first).run();
            assertThat(log.count(Outcome.OK)).isEqualTo(200);
            assertThat(log.size()).isEqualTo(200);
            assertThat(rows(log).map(log::clientPort).distinct()).hasSize(2);
            assertThat(log.idleConnected()).isEqualTo(500);
            assertThat(log.idleLost()).isZero();
            assertThat(lines).hasValue(200);
            assertThat(thereAtFirstLine.get()).isGreaterThan(400);   // the server may still be accepting
            await().atMost(Duration.ofSeconds(10)).until(() -> server.openConnections() == 0);
        }
    }

    @Test
    void idleClientsAreStillConnectedWhenTheLoadEnds() throws Exception {
        AtomicInteger thereAtTheEnd = new AtomicInteger();
        try (TestTcpServer server = new TestTcpServer(TestTcpServer.echo(""))) {
            LoadListener atTheEnd = new LoadListener() {
                @Override
                public void ended() {
                    await().atMost(Duration.ofSeconds(10)).until(() -> server.accepted.get() == 102);
                    thereAtTheEnd.set(server.openConnections());
                }

                @Override
                public void requestEnded(int client, int request, Outcome outcome, byte[] message, long tookNanos) {}
            };
            new LoadClient(TestLoad.of(server.address(), ECHO, 2, 2).withIdle(100).plan(), atTheEnd).run();
            assertThat(thereAtTheEnd.get()).isGreaterThanOrEqualTo(100);
        }
    }

    @Test
    void aDisconnectedIdleClientIsCountedAndTheLoadGoesOn() throws Exception {
        AtomicInteger accepted = new AtomicInteger();
        try (TestTcpServer server = new TestTcpServer(client -> {
            if (accepted.incrementAndGet() <= 40) {   // the idle clients, which connect first
                awaitFirstRequest(accepted);
                return;
            }
            TestTcpServer.echo("").handle(client);
        })) {
            RequestLog log = TestLoad.of(server.address(), ECHO, 1, 1).withIdle(50).withDuration(Duration.ofSeconds(2)).run();
            assertThat(log.idleConnected()).isEqualTo(50);
            assertThat(log.idleLost()).isEqualTo(40);
            assertThat(log.idleClosedUs()).as("the first ten, since the load began").hasSize(10).isSorted()
                    .allSatisfy(us -> assertThat(us).isBetween(0L, 10_000_000L));
            assertThat(log.count(Outcome.OK)).isPositive();
            assertThat(log.count(Outcome.RESET)).isZero();
        }
    }

    private static void awaitFirstRequest(AtomicInteger accepted) {
        await().atMost(Duration.ofSeconds(10)).until(() -> accepted.get() > 50);
    }

    @Test
    void idleClientsReadSoThatTheServersWritesNeverBlock() throws Exception {
        AtomicInteger told = new AtomicInteger();
        try (TestTcpServer server = new TestTcpServer(client -> {
            for (int i = 0; i < 100; i++) {
                TestTcpServer.send(client, "x".repeat(100_000) + "\n");   // in all, more than the kernel's buffers hold
            }
            told.incrementAndGet();
            TestTcpServer.discardInput(client);
        })) {
            TestLoad.of(server.address(), RequestProtocol.greeting(LINES, reply -> true), 1, 1).withIdle(3)
                    .withDuration(Duration.ofSeconds(2)).run();
            assertThat(told.get()).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void withoutAServerIdleClientsAreLostAndTheLoadGoesOn() throws Exception {
        InetSocketAddress closedPort;
        try (TestTcpServer closedServer = new TestTcpServer(client -> {})) {
            closedPort = closedServer.address();
        }
        RequestLog log = TestLoad.of(closedPort, ECHO, 1, 2).withIdle(1000).run();
        assertThat(log.idleConnected()).isZero();
        assertThat(log.idleLost()).isEqualTo(1000);
        assertThat(log.count(Outcome.REFUSED)).isEqualTo(2);
        RequestLog datagrams = TestLoad.of(closedPort, ECHO, 1, 2).overUdp().withIdle(1000).run();
        assertThat(datagrams.idleConnected()).isZero();
        assertThat(datagrams.idleLost()).isEqualTo(1000);
    }

    @Test
    void overUdpEachIdleClientSendsHelloOnce() throws Exception {
        ConcurrentLinkedQueue<String> received = new ConcurrentLinkedQueue<>();
        try (TestUdpServer server = new TestUdpServer((datagram, sender) -> {
            received.add(datagram);
            sender.reply(datagram);
        })) {
            RequestLog log = TestLoad.of(server.address(), ECHO, 1, 50).overUdp().withIdle(1000).run();
            assertThat(log.count(Outcome.OK)).isEqualTo(50);
            assertThat(log.idleConnected()).isEqualTo(1000);
            assertThat(log.idleLost()).isZero();
            assertThat(server.senders).hasSize(1001);
        }
        assertThat(received).hasSize(1050);
        assertThat(received.stream().limit(1000)).containsOnly("hello");
    }

    @Test
    @Timeout(20)
    void aServerThatRepliesToNoHelloDoesNotDelayTheLoad() throws Exception {
        try (TestUdpServer server = new TestUdpServer((datagram, sender) -> {
            if (!datagram.equals("hello")) {
                sender.reply(datagram);
            }
        })) {
            RequestLog log = TestLoad.of(server.address(), ECHO, 1, 5).overUdp().withIdle(1000).run();
            assertThat(log.idleConnected()).isEqualTo(1000);
            assertThat(log.count(Outcome.OK)).isEqualTo(5);
        }
    }

    @Test
    void thousandsOfIdleClientsDoNotDisturbTheLoad() throws Exception {
        try (TestTcpServer server = new TestTcpServer(TestTcpServer.echo(""))) {
            RequestLog log = TestLoad.of(server.address(), ECHO, 4, 400).withIdle(4000).withPreconnect().run();
            assertThat(log.idleConnected()).isEqualTo(4000);
            assertThat(log.count(Outcome.OK)).isEqualTo(400);
            assertThat(log.idleLost()).isZero();
        }
    }
}
