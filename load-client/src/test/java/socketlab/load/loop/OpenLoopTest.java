package socketlab.load.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.load.loop.Loads.HELLO;
import static socketlab.load.loop.Loads.LINES;
import static socketlab.load.loop.Loads.rows;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketlab.load.log.RequestLog;
import socketlab.load.plan.Arrivals;
import socketlab.load.plan.Loop;
import socketlab.load.plan.RequestProtocol;
import socketlab.results.Outcome;

/** Requests by the clock, whoever has been answered. */
@Timeout(60)
class OpenLoopTest {
    private static final RequestProtocol ECHO = RequestProtocol.echo(LINES, 20);

    private static Loop every(double millis) {
        return new Loop.Open(1000 / millis, Arrivals.UNIFORM, 1);
    }

    @Test
    void each_request_is_meant_for_its_moment_and_never_sent_before() throws Exception {
        try (TinyServer server = new TinyServer(TinyServer.echo(""))) {
            RequestLog log = Loads.at(server.address(), ECHO, 3, 50).by(every(4)).run();
            long first = log.intendedUs(0);
            assertThat(rows(log).map(row -> Math.abs(log.intendedUs(row) - first - row * 4_000) <= 1))
                    .hasSize(50).containsOnly(true);
            assertThat(rows(log).map(row -> log.sentUs(row) >= log.intendedUs(row))).containsOnly(true);
            assertThat(log.count(Outcome.OK)).isEqualTo(50);
            assertThat(log.rateReport().notSent()).isZero();
        }
    }

    @Test
    void a_server_that_stands_still_is_charged_with_all_who_would_have_come_meanwhile() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (TinyServer server = new TinyServer(client -> {
            for (String line = TinyServer.line(client); line != null; line = TinyServer.line(client)) {
                if (asked.incrementAndGet() == 30) {   // the rehearsal has a mirror of its own
                    Thread.sleep(500);   // the server's pause
                }
                TinyServer.say(client, line + "\n");
            }
        })) {
            RequestLog log = Loads.at(server.address(), ECHO, 1, 100).by(every(10)).run();
            assertThat(log.count(Outcome.OK)).isEqualTo(100);
            assertThat(rows(log).filter(row -> log.doneUs(row) - log.intendedUs(row) > 100_000).count())
                    .as("answered late: those of 400 ms").isGreaterThanOrEqualTo(38);
            assertThat(log.rateReport().sentLate()).isGreaterThanOrEqualTo(38);
            assertThat(log.doneUs(29) - log.sentUs(29)).isGreaterThan(490_000);
            assertThat(log.sentUs(30)).as("it waited for the only connection").isGreaterThan(log.doneUs(29) - 1);
        }
    }

    @Test
    void what_nobody_was_free_for_by_the_deadline_is_counted_and_stands_in_no_row() throws Exception {
        try (TinyServer server = new TinyServer(client -> {
            Thread.sleep(600);   // the server's work
            TinyServer.say(client, "hello\n");
        })) {
            RequestLog log = Loads.at(server.address(), HELLO, 2, 0).by(every(10)).lasting(Duration.ofMillis(300))
                    .run();
            assertThat(log.size()).isBetween(1, 2);
            assertThat(log.count(Outcome.OK)).isEqualTo(log.size());
            assertThat(log.rateReport().notSent()).isEqualTo(30 - log.size());
            assertThat(log.rateReport().inFlightAtEnd()).isEqualTo(log.size());
        }
    }

    @Test
    void whose_time_is_over_before_anybody_is_free_is_not_sent_any_more() throws Exception {
        AtomicInteger heard = new AtomicInteger();
        try (TinyServer server = new TinyServer(client -> {
            for (String line = TinyServer.line(client); line != null; line = TinyServer.line(client)) {
                if (heard.incrementAndGet() == 1) {
                    Thread.sleep(400);   // the server's pause
                }
                TinyServer.say(client, line + "\n");
            }
        })) {
            RequestLog log = Loads.at(server.address(), ECHO, 1, 100).by(every(10)).allowing(Duration.ofMillis(200))
                    .run();
            assertThat(log.size()).isEqualTo(100);
            assertThat(log.outcome(0)).isEqualTo(Outcome.TIMEOUT);
            assertThat(log.count(Outcome.OK) + log.count(Outcome.TIMEOUT)).isEqualTo(100);
            assertThat(log.count(Outcome.OK)).as("it goes on with a connection of its own").isPositive();
        }
    }

    @Test
    void a_kept_connection_that_the_server_ends_between_two_requests_costs_none_of_them() throws Exception {
        try (TinyServer server = new TinyServer(client -> TinyServer.say(client, TinyServer.line(client) + "\n"))) {
            RequestLog log = Loads.at(server.address(), ECHO, 1, 8).by(every(200)).run();
            assertThat(log.count(Outcome.OK)).isEqualTo(8);
            assertThat(server.accepted).hasValue(8);
        }
    }

    @Test
    void it_works_over_udp_and_with_a_connection_for_each_request() throws Exception {
        Loop poisson = new Loop.Open(500, Arrivals.POISSON, 1);
        try (TinyLetterbox letters = new TinyLetterbox((letter, sender) -> sender.say(letter))) {
            RequestLog log = Loads.at(letters.address(), ECHO, 4, 100).overUdp().by(poisson).run();
            assertThat(log.count(Outcome.OK) + log.count(Outcome.LOST)).isEqualTo(100);
            assertThat(log.count(Outcome.OK)).isGreaterThan(50);
        }
        try (TinyServer server = new TinyServer(client -> TinyServer.say(client, "hello\n"))) {
            assertThat(Loads.at(server.address(), HELLO, 4, 100).by(poisson).run().count(Outcome.OK)).isEqualTo(100);
        }
    }
}
