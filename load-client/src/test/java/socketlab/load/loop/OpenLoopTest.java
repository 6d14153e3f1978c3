package socketlab.load.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.load.loop.TestLoad.HELLO;
import static socketlab.load.loop.TestLoad.LINES;
import static socketlab.load.loop.TestLoad.rows;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketlab.load.log.RequestLog;
import socketlab.load.plan.Arrivals;
import socketlab.load.plan.Loop;
import socketlab.load.plan.RequestProtocol;
import socketlab.results.Outcome;

/** A fixed request rate, whether earlier requests have been answered or not. */
@Timeout(60)
class OpenLoopTest {
    private static final RequestProtocol ECHO = RequestProtocol.echo(LINES, 20);

    private static Loop every(double millis) {
        return new Loop.Open(1000 / millis, Arrivals.UNIFORM, 1);
    }

    @Test
    void eachRequestIsIntendedForItsArrivalTimeAndNeverSentBefore() throws Exception {
        try (TestTcpServer server = new TestTcpServer(TestTcpServer.echo(""))) {
            RequestLog log = TestLoad.of(server.address(), ECHO, 3, 50).withLoop(every(4)).run();
            long first = log.intendedUs(0);
            assertThat(rows(log).map(row -> Math.abs(log.intendedUs(row) - first - row * 4_000) <= 1))
                    .hasSize(50).containsOnly(true);
            assertThat(rows(log).map(row -> log.sentUs(row) >= log.intendedUs(row))).containsOnly(true);
            assertThat(log.count(Outcome.OK)).isEqualTo(50);
            assertThat(log.rateReport().notSent()).isZero();
        }
    }

    @Test
    void aServerThatPausesDelaysEveryRequestThatArrivesMeanwhile() throws Exception {
        AtomicInteger replied = new AtomicInteger();
        try (TestTcpServer server = new TestTcpServer(client -> {
            for (String line = TestTcpServer.readLine(client); line != null; line = TestTcpServer.readLine(client)) {
                if (replied.incrementAndGet() == 30) {   // calibration has a responder of its own
                    Thread.sleep(500);   // the server's pause
                }
                TestTcpServer.send(client, line + "\n");
            }
        })) {
            RequestLog log = TestLoad.of(server.address(), ECHO, 1, 100).withLoop(every(10)).run();
            assertThat(log.count(Outcome.OK)).isEqualTo(100);
            assertThat(rows(log).filter(row -> log.doneUs(row) - log.intendedUs(row) > 100_000).count())
                    .as("replies delayed by the pause: those of 400 ms").isGreaterThanOrEqualTo(38);
            assertThat(log.rateReport().sentLate()).isGreaterThanOrEqualTo(38);
            assertThat(log.doneUs(29) - log.sentUs(29)).isGreaterThan(490_000);
            assertThat(log.sentUs(30)).as("it waited for the only connection").isGreaterThan(log.doneUs(29) - 1);
        }
    }

    @Test
    void aRequestThatFoundNoClientInTimeIsCountedAndHasNoRow() throws Exception {
        try (TestTcpServer server = new TestTcpServer(client -> {
            Thread.sleep(600);   // the server's work
            TestTcpServer.send(client, "hello\n");
        })) {
            RequestLog log = TestLoad.of(server.address(), HELLO, 2, 0).withLoop(every(10)).withDuration(Duration.ofMillis(300))
                    .run();
            assertThat(log.size()).isBetween(1, 2);
            assertThat(log.count(Outcome.OK)).isEqualTo(log.size());
            assertThat(log.rateReport().notSent()).isEqualTo(30 - log.size());
            assertThat(log.rateReport().inFlightAtEnd()).isEqualTo(log.size());
        }
    }

    @Test
    void aRequestThatTimesOutBeforeAClientIsAvailableIsNotSent() throws Exception {
        AtomicInteger received = new AtomicInteger();
        try (TestTcpServer server = new TestTcpServer(client -> {
            for (String line = TestTcpServer.readLine(client); line != null; line = TestTcpServer.readLine(client)) {
                if (received.incrementAndGet() == 1) {
                    Thread.sleep(400);   // the server's pause
                }
                TestTcpServer.send(client, line + "\n");
            }
        })) {
            RequestLog log = TestLoad.of(server.address(), ECHO, 1, 100).withLoop(every(10)).withTimeout(Duration.ofMillis(200))
                    .run();
            assertThat(log.size()).isEqualTo(100);
            assertThat(log.outcome(0)).isEqualTo(Outcome.TIMEOUT);
            assertThat(log.count(Outcome.OK) + log.count(Outcome.TIMEOUT)).isEqualTo(100);
            assertThat(log.count(Outcome.OK)).as("it goes on with a new connection").isPositive();
        }
    }

    @Test
    void aKeptConnectionThatTheServerClosesBetweenTwoRequestsFailsNeither() throws Exception {
        try (TestTcpServer server = new TestTcpServer(
                client -> TestTcpServer.send(client, TestTcpServer.readLine(client) + "\n"))) {
            RequestLog log = TestLoad.of(server.address(), ECHO, 1, 8).withLoop(every(200)).run();
            assertThat(log.count(Outcome.OK)).isEqualTo(8);
            assertThat(server.accepted).hasValue(8);
        }
    }

    @Test
    void anOpenLoopWorksOverUdpAndWithAConnectionForEachRequest() throws Exception {
        Loop poisson = new Loop.Open(500, Arrivals.POISSON, 1);
        try (TestUdpServer datagrams = new TestUdpServer((datagram, sender) -> sender.reply(datagram))) {
            RequestLog log = TestLoad.of(datagrams.address(), ECHO, 4, 100).overUdp().withLoop(poisson).run();
            assertThat(log.count(Outcome.OK) + log.count(Outcome.LOST)).isEqualTo(100);
            assertThat(log.count(Outcome.OK)).isGreaterThan(50);
        }
        try (TestTcpServer server = new TestTcpServer(client -> TestTcpServer.send(client, "hello\n"))) {
            assertThat(TestLoad.of(server.address(), HELLO, 4, 100).withLoop(poisson).run().count(Outcome.OK)).isEqualTo(100);
        }
    }
}
