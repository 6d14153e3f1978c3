package socketlab.load.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.load.loop.Loads.HELLO;
import static socketlab.load.loop.Loads.LINES;
import static socketlab.load.loop.TinyServer.say;

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

/** What a server can do to a request, and what the load calls it. */
@Timeout(60)
class OutcomesTest {

    private static RequestLog one(TinyServer.Serves serves) throws Exception {
        return one(HELLO, serves);
    }

    private static RequestLog one(RequestProtocol conversation, TinyServer.Serves serves) throws Exception {
        try (TinyServer server = new TinyServer(serves)) {
            return Loads.at(server.address(), conversation, 1, 1).allowing(Duration.ofSeconds(5)).run();
        }
    }

    private static void assertOne(RequestLog log, Outcome outcome) {
        assertThat(log.size()).isEqualTo(1);
        assertThat(log.outcome(0)).isEqualTo(outcome);
        assertThat(log.count(outcome)).isEqualTo(1);
    }

    @Test
    void a_right_answer_is_ok_and_every_moment_of_it_is_recorded_in_order() throws Exception {
        RequestLog log = one(RequestProtocol.requestReply(LINES, answer -> true), client -> {
            TinyServer.line(client);
            say(client, "hello!\n");
        });
        assertOne(log, Outcome.OK);
        assertThat(List.of(log.intendedUs(0), log.connectUs(0), log.connectedUs(0), log.sentUs(0), log.firstByteUs(0),
                log.doneUs(0))).isSorted().allMatch(time -> time >= 0);
        assertThat(log.clientPort(0)).isPositive();
    }

    @Test
    void who_only_listens_has_sent_nothing() throws Exception {
        RequestLog log = one(client -> say(client, "hello!\n"));
        assertOne(log, Outcome.OK);
        assertThat(log.sentUs(0)).isEqualTo(-1);
    }

    @Test
    void nobody_there_is_refused_and_the_load_goes_on_to_its_end() throws Exception {
        InetSocketAddress nobody;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = (InetSocketAddress) gone.getLocalSocketAddress();
        }
        RequestLog log = Loads.at(nobody, HELLO, 3, 7).run();
        assertThat(log.count(Outcome.REFUSED)).isEqualTo(7);
        assertThat(Loads.rows(log)).allMatch(row -> log.connectUs(row) >= 0 && log.connectedUs(row) == -1);
        assertThat(Loads.rows(log)).allMatch(row -> log.firstByteUs(row) == -1 && log.clientPort(row) == -1);
    }

    @Test
    void a_reset_is_a_reset_even_when_it_overtakes_the_news_of_being_connected() throws Exception {
        try (TinyServer server = new TinyServer(client -> client.setSoLinger(true, 0))) {
            RequestLog log = Loads.at(server.address(), HELLO, 8, 200).run();
            assertThat(log.count(Outcome.RESET)).isEqualTo(200);
        }
    }

    @Test
    void a_connection_that_ends_without_an_answer_is_a_reset() throws Exception {
        assertOne(one(client -> { }), Outcome.RESET);
    }

    @Test
    void silence_is_a_timeout_after_exactly_the_time_allowed() throws Exception {
        try (TinyServer server = new TinyServer(TinyServer::listenOnly)) {
            RequestLog log = Loads.at(server.address(), HELLO, 2, 4).allowing(Duration.ofMillis(150)).run();
            assertThat(log.count(Outcome.TIMEOUT)).isEqualTo(4);
            assertThat(Loads.rows(log)).allMatch(row -> log.doneUs(row) - log.intendedUs(row) >= 150_000);
            assertThat(Loads.rows(log)).anyMatch(row -> log.doneUs(row) - log.intendedUs(row) < 200_000);
        }
    }

    @Test
    void another_answer_than_the_right_one_is_wrong_and_the_watcher_sees_it() throws Exception {
        List<String> seen = new ArrayList<>();
        try (TinyServer server = new TinyServer(client -> say(client, "go away\n"))) {
            LoadPlan plan = Loads.at(server.address(), HELLO, 1, 1).plan();
            LoadClient load = new LoadClient(plan, (client, request, outcome, message, took) ->
                    seen.add(client + " " + request + " " + outcome + " " + new String(message) + " " + (took > 0)));
            assertOne(load.run(), Outcome.WRONG);
        }
        assertThat(seen).containsExactly("1 1 WRONG go away true");
    }

    @Test
    void what_is_no_message_at_all_is_wrong() throws Exception {
        assertOne(one(client -> client.getOutputStream().write(new byte[] {(byte) 0xff, '\n'})), Outcome.WRONG);
    }

    @Test
    void an_answer_in_pieces_is_one_answer_and_its_first_byte_came_before_it_was_done() throws Exception {
        RequestLog log = one(client -> {
            say(client, "hel");
            Thread.sleep(30);   // the server's slowness is what is tested, nothing waits for it
            say(client, "lo!\n");
        });
        assertOne(log, Outcome.OK);
        assertThat(log.doneUs(0) - log.firstByteUs(0)).isGreaterThan(15_000);
    }

    @Test
    void a_last_line_without_a_newline_is_an_answer() throws Exception {
        assertOne(one(client -> say(client, "hello!")), Outcome.OK);
    }

    @Test
    void without_framing_an_answer_is_what_one_read_returns() throws Exception {
        RequestProtocol listen = RequestProtocol.greeting(new RawFraming(), answer -> new String(answer).equals("hello"));
        assertOne(one(listen, client -> say(client, "hello")), Outcome.OK);
    }
}
