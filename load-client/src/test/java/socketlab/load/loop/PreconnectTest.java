package socketlab.load.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.load.loop.Loads.HELLO;
import static socketlab.load.loop.Loads.LINES;
import static socketlab.load.loop.Loads.rows;

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
    private static final RequestProtocol ASK = RequestProtocol.requestReply(LINES, answer -> new String(answer).equals("hello back"));

    private static void answer(Socket client) throws IOException {
        TinyServer.say(client, TinyServer.line(client) + " back\n");
    }

    @Test
    void every_connection_is_open_before_the_first_request_starts() throws Exception {
        try (TinyServer server = new TinyServer(PreconnectTest::answer)) {
            RequestLog log = Loads.at(server.address(), ASK, 300, 300).preconnected().run();
            assertThat(log.count(Outcome.OK)).isEqualTo(300);
            long lastConnected = rows(log).mapToLong(log::connectedUs).max().orElseThrow();
            assertThat(rows(log)).allMatch(row -> log.intendedUs(row) >= lastConnected);
            assertThat(rows(log)).allMatch(row -> log.connectUs(row) >= 0 && log.clientPort(row) > 0);
        }
    }

    @Test
    void only_the_first_request_of_a_client_finds_its_connection_open() throws Exception {
        try (TinyServer server = new TinyServer(PreconnectTest::answer)) {
            RequestLog log = Loads.at(server.address(), ASK, 5, 15).preconnected().run();
            assertThat(log.count(Outcome.OK)).isEqualTo(15);
            assertThat(server.accepted).hasValue(15);
            assertThat(rows(log).filter(row -> log.connectUs(row) < log.intendedUs(row))).hasSize(5);
        }
    }

    @Test
    @Timeout(10)   // less than the requests may take: when the last has ended at its start, nothing is waited for
    void an_answer_from_before_the_clock_started_is_wrong_however_right_it_looks() throws Exception {
        try (TinyServer eager = new TinyServer(client -> TinyServer.say(client, "hello\n"))) {
            RequestLog log = Loads.at(eager.address(), HELLO, 1000, 1000).preconnected().run();
            // A hundred handshakes at a time: while the last are made, the first have long been answered.
            assertThat(log.outcome(0)).isEqualTo(Outcome.WRONG);
            assertThat(log.firstByteUs(0)).isEqualTo(-1);
        }
    }

    @Test
    void a_server_that_is_not_there_refuses_the_request_and_not_the_load() throws Exception {
        InetSocketAddress nobody;
        try (TinyServer gone = new TinyServer(client -> { })) {
            nobody = gone.address();
        }
        RequestLog log = Loads.at(nobody, ASK, 150, 150).preconnected().allowing(Duration.ofSeconds(5)).run();
        assertThat(log.count(Outcome.REFUSED)).isEqualTo(150);
    }

    @Test
    void a_kept_connection_may_be_opened_ahead_as_well() throws Exception {
        try (TinyServer server = new TinyServer(TinyServer.echo(""))) {
            RequestLog log = Loads.at(server.address(), RequestProtocol.echo(LINES, 20), 10, 100).preconnected().run();
            assertThat(log.count(Outcome.OK)).isEqualTo(100);
            assertThat(server.accepted).hasValue(10);
        }
    }
}
