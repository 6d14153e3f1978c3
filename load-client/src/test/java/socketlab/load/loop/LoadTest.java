package socketlab.load.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static socketlab.load.loop.Loads.HELLO;
import static socketlab.load.loop.Loads.LINES;
import static socketlab.load.loop.Loads.rows;

import java.io.IOException;
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

/** How a load is split, when it starts and when it ends. */
@Timeout(60)
class LoadTest {

    @Test
    void the_first_clients_make_the_requests_that_cannot_be_split_evenly() throws Exception {
        try (TinyServer server = new TinyServer(client -> TinyServer.say(client, "hello\n"))) {
            RequestLog log = Loads.at(server.address(), HELLO, 4, 10).run();
            assertThat(List.of(1, 2, 3, 4)).extracting(client -> rows(log).filter(row -> log.client(row) == client)
                    .count()).containsExactly(3L, 3L, 2L, 2L);
            assertThat(rows(log).map(log::request)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
            assertThat(rows(log).map(log::intendedUs).toList()).isSorted();
        }
    }

    @Test
    void fewer_requests_than_clients_leave_the_others_unconnected() throws Exception {
        try (TinyServer server = new TinyServer(client -> TinyServer.say(client, "hello\n"))) {
            assertThat(Loads.at(server.address(), HELLO, 5, 2).run().count(Outcome.OK)).isEqualTo(2);
            assertThat(Loads.at(server.address(), HELLO, 5, 0).preconnected().run().size()).isZero();
            assertThat(server.accepted).hasValue(2);
        }
    }

    @Test
    void a_closed_loop_never_has_more_than_one_request_of_a_client_on_its_way() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (TinyServer server = new TinyServer(client -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            Thread.sleep(2);   // the server's work
            inside.decrementAndGet();
            TinyServer.say(client, "hello\n");
        })) {
            assertThat(Loads.at(server.address(), HELLO, 7, 300).run().count(Outcome.OK)).isEqualTo(300);
        }
        assertThat(most).hasValueBetween(2, 7);
    }

    @Test
    void with_a_duration_the_clients_go_on_until_it_is_over_and_what_is_on_its_way_is_waited_for() throws Exception {
        try (TinyServer server = new TinyServer(TinyServer.echo(""))) {
            long start = System.nanoTime();
            RequestLog log = Loads.at(server.address(), RequestProtocol.echo(LINES, 20), 3, 1)
                    .lasting(Duration.ofMillis(300)).run();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(300), Duration.ofSeconds(5));
            assertThat(log.count(Outcome.OK)).isGreaterThan(3);
            assertThat(log.count(Outcome.OK)).isEqualTo(log.size());
            assertThat(log.rateReport().inFlightAtEnd()).isBetween(0, 3);
        }
    }

    @Test
    void the_slowest_is_not_left_out_because_the_time_was_over() throws Exception {
        try (TinyServer server = new TinyServer(client -> {
            Thread.sleep(400);   // the server's work
            TinyServer.say(client, "hello\n");
        })) {
            RequestLog log = Loads.at(server.address(), HELLO, 3, 0).lasting(Duration.ofMillis(100)).run();
            assertThat(rows(log).map(log::outcome)).containsExactly(Outcome.OK, Outcome.OK, Outcome.OK);
            assertThat(log.rateReport().inFlightAtEnd()).isEqualTo(3);
        }
    }

    @Test
    void with_a_ramp_the_clients_begin_one_after_the_other() throws Exception {
        try (TinyServer server = new TinyServer(client -> TinyServer.say(client, "hello\n"))) {
            Loop spread = new Loop.Closed(Duration.ofMillis(400));
            LoadPlan plan = Loads.at(server.address(), HELLO, 4, 4).by(spread).plan();
            long[] start = new long[1];
            RequestLog log = new LoadClient(plan, new LoadListener() {
                @Override
                public void started() {
                    start[0] = (System.nanoTime() - plan.timing().zeroNanos()) / 1000;
                }

                @Override
                public void requestEnded(int client, int request, Outcome outcome, byte[] message, long tookNanos) {
                    return;
                }
            }).run();
            assertThat(rows(log).map(row -> log.intendedUs(row) - start[0] >= row * 100_000)).containsOnly(true);
            assertThat(rows(log).map(log::client)).containsExactly(1, 2, 3, 4);
        }
    }

    @Test
    void a_warmup_is_made_and_not_recorded() throws Exception {
        try (TinyServer server = new TinyServer(client -> TinyServer.say(client, "hello\n"))) {
            LoadPlan plan = Loads.at(server.address(), HELLO, 2, 6).plan().withWarmup(Duration.ofMillis(100));
            AtomicInteger watched = new AtomicInteger();
            LoadListener watcher = (client, request, outcome, message, took) -> watched.incrementAndGet();
            RequestLog log = new LoadClient(plan, watcher).run();
            assertThat(log.size()).isEqualTo(6);
            assertThat(watched).hasValue(6);
            assertThat(server.accepted).hasValueGreaterThan(6);
        }
    }

    @Test
    void with_a_duration_a_dead_port_is_knocked_at_but_not_hammered() throws Exception {
        InetSocketAddress nobody;
        try (TinyServer gone = new TinyServer(client -> { })) {
            nobody = gone.address();
        }
        RequestLog log = Loads.at(nobody, HELLO, 2, 0).lasting(Duration.ofMillis(200)).run();
        assertThat(log.count(Outcome.REFUSED)).isBetween(2L, 42L);
    }

    @Test
    void stopping_records_what_is_on_its_way_as_aborted_and_nothing_else() throws Exception {
        try (TinyServer server = new TinyServer(TinyServer::listenOnly)) {
            LoadClient load = new LoadClient(Loads.at(server.address(), HELLO, 5, 50).plan(), LoadListener.NONE);
            CompletableFuture<RequestLog> running = running(load);
            await().atMost(Duration.ofSeconds(10)).until(() -> server.accepted.get() == 5);
            load.stop();
            RequestLog log = running.get(5, TimeUnit.SECONDS);
            assertThat(log.size()).isEqualTo(5);
            assertThat(log.count(Outcome.ABORTED)).isEqualTo(5);
        }
    }

    @Test
    void stopped_before_it_runs_it_asks_nobody() throws Exception {
        try (TinyServer server = new TinyServer(TinyServer::listenOnly)) {
            LoadPlan plan = Loads.at(server.address(), HELLO, 5, 5).preconnected().plan();
            LoadClient load = new LoadClient(plan, LoadListener.NONE);
            load.stop();
            assertThat(load.run().size()).isZero();
        }
    }

    @Test
    void an_interrupt_ends_it_and_leaves_no_request_open() throws Exception {
        AtomicInteger aborted = new AtomicInteger();
        try (TinyServer server = new TinyServer(TinyServer::listenOnly)) {
            LoadClient load = new LoadClient(Loads.at(server.address(), HELLO, 3, 3).plan(),
                    (client, request, outcome, message, took) -> aborted.incrementAndGet());
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
    void no_descriptor_is_left_after_a_run_however_it_ended() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "descriptors are counted in /proc");
        try (TinyServer silent = new TinyServer(TinyServer::listenOnly)) {
            Loads load = Loads.at(silent.address(), HELLO, 50, 50);
            load.lasting(Duration.ofMillis(50)).allowing(Duration.ofMillis(50)).run();
            await().atMost(Duration.ofSeconds(10)).until(() -> silent.openNow() == 0);
            long before = descriptors();
            load.allowing(Duration.ofMillis(50)).run();
            load.lasting(Duration.ofMillis(50)).allowing(Duration.ofMillis(50)).preconnected().run();
            await().atMost(Duration.ofSeconds(10)).until(() -> silent.openNow() == 0 && descriptors() <= before);
        }
    }

    @Test
    void a_plan_that_cannot_be_says_why() {
        InetSocketAddress somewhere = new InetSocketAddress("127.0.0.1", 9);
        assertThatIllegalArgumentException().isThrownBy(() -> Loads.at(somewhere, HELLO, 0, 1).plan())
                .withMessage("clients must be at least 1, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Loads.at(InetSocketAddress.createUnresolved("nowhere", 9), HELLO, 1, 1).plan())
                .withMessage("unknown host: nowhere");
        assertThatThrownBy(() -> Loads.at(somewhere, HELLO, 1, 1).among(-1)).hasMessageContaining("idle");
        assertThatThrownBy(() -> Loads.at(somewhere, HELLO, 1, 1).allowing(Duration.ZERO).plan())
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
