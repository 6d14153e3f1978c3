package socketlab.load.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static socketlab.load.loop.TestLoad.HELLO;
import static socketlab.load.loop.TestLoad.LINES;
import static socketlab.load.loop.TestLoad.rows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketlab.load.log.LoadListener;
import socketlab.load.log.RequestLog;
import socketlab.load.plan.LoadPlan;
import socketlab.load.plan.Loop;
import socketlab.load.plan.RequestProtocol;
import socketlab.results.Outcome;

/** How a load is split over its clients, when it starts and when it ends. */
@Timeout(60)
class LoadTest {

    @Test
    void theFirstClientsSendTheRequestsThatCannotBeSplitEvenly() throws Exception {
        try (TestTcpServer server = new TestTcpServer(client -> TestTcpServer.send(client, "hello\n"))) {
            RequestLog log = TestLoad.of(server.address(), HELLO, 4, 10).run();
            assertThat(List.of(1, 2, 3, 4)).extracting(client -> rows(log).filter(row -> log.client(row) == client)
                    .count()).containsExactly(3L, 3L, 2L, 2L);
            assertThat(rows(log).map(log::request)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
            assertThat(rows(log).map(log::intendedUs).toList()).isSorted();
        }
    }

    @Test
    void aBurstStartsWithTheFirstClientAndEndsWithTheLast() throws Exception {
        try (TestTcpServer server = new TestTcpServer(client -> TestTcpServer.send(client, "hello\n"))) {
            RequestLog log = TestLoad.of(server.address(), HELLO, 7, 7).run();
            assertThat(rows(log).map(log::client)).containsExactly(1, 2, 3, 4, 5, 6, 7);
        }
    }

    @Test
    void withFewerRequestsThanClientsTheOthersDoNotConnect() throws Exception {
        try (TestTcpServer server = new TestTcpServer(client -> TestTcpServer.send(client, "hello\n"))) {
            assertThat(TestLoad.of(server.address(), HELLO, 5, 2).run().count(Outcome.OK)).isEqualTo(2);
            assertThat(TestLoad.of(server.address(), HELLO, 5, 0).withPreconnect().run().size()).isZero();
            assertThat(server.accepted).hasValue(2);
        }
    }

    @Test
    void inAClosedLoopAClientHasOneRequestInFlightAtMost() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (TestTcpServer server = new TestTcpServer(client -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            Thread.sleep(2);   // the server's work
            inside.decrementAndGet();
            TestTcpServer.send(client, "hello\n");
        })) {
            assertThat(TestLoad.of(server.address(), HELLO, 7, 300).run().count(Outcome.OK)).isEqualTo(300);
        }
        assertThat(most).hasValueBetween(2, 7);
    }

    @Test
    void clientsGoOnUntilTheDurationHasPassedAndTheirLastRepliesAreAwaited() throws Exception {
        try (TestTcpServer server = new TestTcpServer(TestTcpServer.echo(""))) {
            long start = System.nanoTime();
            RequestLog log = TestLoad.of(server.address(), RequestProtocol.echo(LINES, 20), 3, 1)
                    .withDuration(Duration.ofMillis(300)).run();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(300), Duration.ofSeconds(5));
            assertThat(log.count(Outcome.OK)).isGreaterThan(3);
            assertThat(log.count(Outcome.OK)).isEqualTo(log.size());
            assertThat(log.rateReport().inFlightAtEnd()).isBetween(0, 3);
        }
    }

    @Test
    void aSlowReplyCountsEvenIfItArrivesAfterTheDuration() throws Exception {
        try (TestTcpServer server = new TestTcpServer(client -> {
            Thread.sleep(400);   // the server's work
            TestTcpServer.send(client, "hello\n");
        })) {
            RequestLog log = TestLoad.of(server.address(), HELLO, 3, 0).withDuration(Duration.ofMillis(100)).run();
            assertThat(rows(log).map(log::outcome)).containsExactly(Outcome.OK, Outcome.OK, Outcome.OK);
            assertThat(log.rateReport().inFlightAtEnd()).isEqualTo(3);
        }
    }

    @Test
    void withARampTheClientsStartOneAfterTheOther() throws Exception {
        try (TestTcpServer server = new TestTcpServer(client -> TestTcpServer.send(client, "hello\n"))) {
            Loop spread = new Loop.Closed(Duration.ofMillis(400));
            LoadPlan plan = TestLoad.of(server.address(), HELLO, 4, 4).withLoop(spread).plan();
            long[] start = new long[1];
            RequestLog log = new LoadClient(plan, new LoadListener() {
                @Override
                public void started() {
                    start[0] = (System.nanoTime() - plan.timing().zeroNanos()) / 1000;
                }

                @Override
                public void requestEnded(int client, int request, Outcome outcome, byte[] message, long tookNanos) {
                    // only the other events count
                }
            }).run();
            assertThat(rows(log).map(row -> log.intendedUs(row) - start[0] >= row * 100_000)).containsOnly(true);
            assertThat(rows(log).map(log::client)).containsExactly(1, 2, 3, 4);
        }
    }

    @Test
    void theWarmUpRunsAndIsNotRecorded() throws Exception {
        try (TestTcpServer server = new TestTcpServer(client -> TestTcpServer.send(client, "hello\n"))) {
            LoadPlan plan = TestLoad.of(server.address(), HELLO, 2, 6).plan().withWarmup(Duration.ofMillis(100));
            AtomicInteger watched = new AtomicInteger();
            LoadListener listener = (client, request, outcome, message, latencyNanos) -> watched.incrementAndGet();
            RequestLog log = new LoadClient(plan, listener).run();
            assertThat(log.size()).isEqualTo(6);
            assertThat(watched).hasValue(6);
            assertThat(server.accepted).hasValueGreaterThan(6);
        }
    }

    @Test
    void aRefusedClientTriesAgainAfterADelay() throws Exception {
        InetSocketAddress closedPort;
        try (TestTcpServer closedServer = new TestTcpServer(client -> {})) {
            closedPort = closedServer.address();
        }
        RequestLog log = TestLoad.of(closedPort, HELLO, 2, 0).withDuration(Duration.ofMillis(200)).run();
        assertThat(log.count(Outcome.REFUSED)).isBetween(2L, 42L);
    }

    @Test
    void stoppingRecordsRequestsInFlightAsAbortedAndStartsNoOthers() throws Exception {
        try (TestTcpServer server = new TestTcpServer(TestTcpServer::discardInput)) {
            LoadClient load = new LoadClient(TestLoad.of(server.address(), HELLO, 5, 50).plan(), LoadListener.NONE);
            CompletableFuture<RequestLog> running = running(load);
            await().atMost(Duration.ofSeconds(10)).until(() -> server.accepted.get() == 5);
            load.stop();
            RequestLog log = running.get(5, TimeUnit.SECONDS);
            assertThat(log.size()).isEqualTo(5);
            assertThat(log.count(Outcome.ABORTED)).isEqualTo(5);
        }
    }

    @Test
    void aLoadThatIsStoppedBeforeItRunsSendsNothing() throws Exception {
        try (TestTcpServer server = new TestTcpServer(TestTcpServer::discardInput)) {
            LoadPlan plan = TestLoad.of(server.address(), HELLO, 5, 5).withPreconnect().plan();
            LoadClient load = new LoadClient(plan, LoadListener.NONE);
            load.stop();
            assertThat(load.run().size()).isZero();
        }
    }

    @Test
    void anInterruptEndsTheLoadAndEveryRequest() throws Exception {
        AtomicInteger aborted = new AtomicInteger();
        try (TestTcpServer server = new TestTcpServer(TestTcpServer::discardInput)) {
            LoadClient load = new LoadClient(TestLoad.of(server.address(), HELLO, 3, 3).plan(),
                    (client, request, outcome, message, latencyNanos) -> aborted.incrementAndGet());
            CompletableFuture<Throwable> ended = new CompletableFuture<>();
            Thread thread = Thread.ofPlatform().start(() -> {
                try {
                    load.run();
                    ended.complete(null);
                } catch (IOException | InterruptedException e) {
                    ended.complete(e);
                }
            });
            await().atMost(Duration.ofSeconds(10)).until(() -> server.accepted.get() == 3);
            thread.interrupt();
            assertThat(ended.get(5, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
            assertThat(aborted).hasValue(3);
        }
    }

    @Test
    void noDescriptorIsLeftHoweverALoadEnds() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "descriptors are counted in /proc");
        try (TestTcpServer silent = new TestTcpServer(TestTcpServer::discardInput)) {
            TestLoad load = TestLoad.of(silent.address(), HELLO, 50, 50);
            load.withDuration(Duration.ofMillis(50)).withTimeout(Duration.ofMillis(50)).run();
            await().atMost(Duration.ofSeconds(10)).until(() -> silent.openConnections() == 0);
            long before = descriptors();
            load.withTimeout(Duration.ofMillis(50)).run();
            load.withDuration(Duration.ofMillis(50)).withTimeout(Duration.ofMillis(50)).withPreconnect().run();
            await().atMost(Duration.ofSeconds(10)).until(() -> silent.openConnections() == 0 && descriptors() <= before);
        }
    }

    @Test
    void aPlanOutOfRangeSaysWhy() {
        InetSocketAddress somewhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
        assertThatIllegalArgumentException().isThrownBy(() -> TestLoad.of(somewhere, HELLO, 0, 1).plan())
                .withMessage("clients must be at least 1, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestLoad.of(InetSocketAddress.createUnresolved("nowhere", 9), HELLO, 1, 1).plan())
                .withMessage("unknown host: nowhere");
        assertThatThrownBy(() -> TestLoad.of(somewhere, HELLO, 1, 1).withIdle(-1)).hasMessageContaining("idle");
        assertThatThrownBy(() -> TestLoad.of(somewhere, HELLO, 1, 1).withTimeout(Duration.ZERO).plan())
                .hasMessageContaining("timeout");
    }

    private static CompletableFuture<RequestLog> running(LoadClient load) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return load.run();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static long descriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }
}
