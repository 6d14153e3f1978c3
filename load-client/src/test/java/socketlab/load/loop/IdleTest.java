package socketlab.load.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static socketlab.load.loop.Loads.LINES;
import static socketlab.load.loop.Loads.rows;

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

/** Those who are there and say nothing. */
@Timeout(60)
class IdleTest {
    private static final RequestProtocol ECHO = RequestProtocol.echo(LINES, 30);

    @Test
    void they_are_there_before_the_clock_starts_say_nothing_and_leave_at_the_end() throws Exception {
        AtomicInteger lines = new AtomicInteger();
        AtomicInteger thereAtFirstLine = new AtomicInteger();
        try (TinyServer server = new TinyServer(client -> {
            for (String line = TinyServer.line(client); line != null; line = TinyServer.line(client)) {
                lines.incrementAndGet();
                TinyServer.say(client, line + "\n");
            }
        })) {
            LoadListener first = (client, request, outcome, message, took) ->
                    thereAtFirstLine.compareAndSet(0, server.accepted.get());
            LoadPlan plan = Loads.at(server.address(), ECHO, 2, 200).among(500).plan();
            RequestLog log = new LoadClient(plan, first).run();
            assertThat(log.count(Outcome.OK)).isEqualTo(200);
            assertThat(log.size()).isEqualTo(200);
            assertThat(rows(log).map(log::clientPort).distinct()).hasSize(2);
            assertThat(log.idleConnected()).isEqualTo(500);
            assertThat(log.idleLost()).isZero();
            assertThat(lines).hasValue(200);
            assertThat(thereAtFirstLine.get()).isGreaterThan(400);   // the server may still be accepting
            await().atMost(Duration.ofSeconds(10)).until(() -> server.openNow() == 0);
        }
    }

    @Test
    void at_the_end_of_the_measured_time_they_are_still_there() throws Exception {
        AtomicInteger thereAtTheEnd = new AtomicInteger();
        try (TinyServer server = new TinyServer(TinyServer.echo(""))) {
            LoadListener atTheEnd = new LoadListener() {
                @Override
                public void ended() {
                    await().atMost(Duration.ofSeconds(10)).until(() -> server.accepted.get() == 102);
                    thereAtTheEnd.set(server.openNow());
                }

                @Override
                public void requestEnded(int client, int request, Outcome outcome, byte[] message, long tookNanos) {}
            };
            new LoadClient(Loads.at(server.address(), ECHO, 2, 2).among(100).plan(), atTheEnd).run();
            assertThat(thereAtTheEnd.get()).isGreaterThanOrEqualTo(100);
        }
    }

    @Test
    void who_is_hung_up_on_is_counted_and_the_load_goes_on() throws Exception {
        AtomicInteger accepted = new AtomicInteger();
        try (TinyServer server = new TinyServer(client -> {
            if (accepted.incrementAndGet() <= 40) {   // idle ones, since they come first
                awaitFirstRequest(accepted);
                return;
            }
            TinyServer.echo("").serve(client);
        })) {
            RequestLog log = Loads.at(server.address(), ECHO, 1, 1).among(50).lasting(Duration.ofSeconds(2)).run();
            assertThat(log.idleConnected()).isEqualTo(50);
            assertThat(log.idleLost()).isEqualTo(40);
            assertThat(log.count(Outcome.OK)).isPositive();
            assertThat(log.count(Outcome.RESET)).isZero();
        }
    }

    private static void awaitFirstRequest(AtomicInteger accepted) {
        await().atMost(Duration.ofSeconds(10)).until(() -> accepted.get() > 50);
    }

    @Test
    void who_is_talked_to_listens_so_that_the_server_never_gets_stuck() throws Exception {
        AtomicInteger told = new AtomicInteger();
        try (TinyServer server = new TinyServer(client -> {
            for (int i = 0; i < 100; i++) {
                TinyServer.say(client, "x".repeat(100_000) + "\n");   // in all, more than the kernel would hold
            }
            told.incrementAndGet();
            TinyServer.listenOnly(client);
        })) {
            Loads.at(server.address(), RequestProtocol.greeting(LINES, answer -> true), 1, 1).among(3)
                    .lasting(Duration.ofSeconds(2)).run();
            assertThat(told.get()).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void where_nobody_is_they_are_lost_and_no_reason_to_stop() throws Exception {
        InetSocketAddress nobody;
        try (TinyServer gone = new TinyServer(client -> { })) {
            nobody = gone.address();
        }
        RequestLog log = Loads.at(nobody, ECHO, 1, 2).among(1000).run();
        assertThat(log.idleConnected()).isZero();
        assertThat(log.idleLost()).isEqualTo(1000);
        assertThat(log.count(Outcome.REFUSED)).isEqualTo(2);
        RequestLog letters = Loads.at(nobody, ECHO, 1, 2).overUdp().among(1000).run();
        assertThat(letters.idleConnected()).isZero();
        assertThat(letters.idleLost()).isEqualTo(1000);
    }

    @Test
    void over_udp_each_says_hello_once_and_is_then_silent() throws Exception {
        ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
        try (TinyLetterbox server = new TinyLetterbox((letter, sender) -> {
            heard.add(letter);
            sender.say(letter);
        })) {
            RequestLog log = Loads.at(server.address(), ECHO, 1, 50).overUdp().among(1000).run();
            assertThat(log.count(Outcome.OK)).isEqualTo(50);
            assertThat(log.idleConnected()).isEqualTo(1000);
            assertThat(log.idleLost()).isZero();
            assertThat(server.senders).hasSize(1001);
        }
        assertThat(heard).hasSize(1050);
        assertThat(heard.stream().limit(1000)).containsOnly("hello");
    }

    @Test
    @Timeout(20)
    void a_server_that_answers_none_of_their_datagrams_does_not_hold_up_the_load() throws Exception {
        try (TinyLetterbox server = new TinyLetterbox((letter, sender) -> {
            if (!letter.equals("hello")) {
                sender.say(letter);
            }
        })) {
            RequestLog log = Loads.at(server.address(), ECHO, 1, 5).overUdp().among(1000).run();
            assertThat(log.idleConnected()).isEqualTo(1000);
            assertThat(log.count(Outcome.OK)).isEqualTo(5);
        }
    }

    @Test
    void thousands_of_them_are_no_matter() throws Exception {
        try (TinyServer server = new TinyServer(TinyServer.echo(""))) {
            RequestLog log = Loads.at(server.address(), ECHO, 4, 400).among(4000).preconnected().run();
            assertThat(log.idleConnected()).isEqualTo(4000);
            assertThat(log.count(Outcome.OK)).isEqualTo(400);
            assertThat(log.idleLost()).isZero();
        }
    }
}
