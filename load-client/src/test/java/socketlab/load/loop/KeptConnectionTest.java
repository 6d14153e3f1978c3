package socketlab.load.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.load.loop.Loads.LINES;
import static socketlab.load.loop.Loads.rows;

import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketlab.core.framing.LineFraming;
import socketlab.core.framing.RawFraming;
import socketlab.load.log.RequestLog;
import socketlab.load.plan.RequestProtocol;
import socketlab.results.Outcome;

/** Many requests on one connection, each told from the others by its message. */
@Timeout(60)
class KeptConnectionTest {

    @Test
    void many_requests_share_a_connection_and_only_the_first_connects() throws Exception {
        try (TinyServer server = new TinyServer(TinyServer.echo(""))) {
            RequestLog log = Loads.at(server.address(), RequestProtocol.echo(LINES, 64), 4, 2000).run();
            assertThat(log.count(Outcome.OK)).isEqualTo(2000);
            assertThat(server.accepted).hasValue(4);
            assertThat(rows(log).filter(row -> log.connectUs(row) >= 0)).hasSize(4);
            assertThat(rows(log).map(log::clientPort).distinct()).hasSize(4);
            assertThat(rows(log)).allMatch(row -> log.sentUs(row) >= log.intendedUs(row));
        }
    }

    @Test
    void every_message_is_unique_and_as_long_as_asked_for() throws Exception {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        try (TinyServer server = new TinyServer(client -> {
            for (String line = TinyServer.line(client); line != null; line = TinyServer.line(client)) {
                seen.add(line);
                TinyServer.say(client, line + "\n");
            }
        })) {
            Loads.at(server.address(), RequestProtocol.echo(LINES, 40), 5, 500).run();
        }
        assertThat(seen).hasSize(500).allMatch(message -> message.length() == 40);
    }

    @Test
    void a_tag_before_the_echo_is_no_fault_and_a_change_in_it_is() throws Exception {
        try (TinyServer tagged = new TinyServer(TinyServer.echo("main: "));
                TinyServer changed = new TinyServer(client ->
                        TinyServer.say(client, TinyServer.line(client).replace('x', 'y') + "\n"))) {
            assertThat(Loads.at(tagged.address(), RequestProtocol.echo(LINES, 30), 2, 20).run().count(Outcome.OK))
                    .isEqualTo(20);
            assertThat(Loads.at(changed.address(), RequestProtocol.echo(LINES, 30), 2, 20).run().count(Outcome.WRONG))
                    .isEqualTo(20);
        }
    }

    @Test
    void answers_to_somebody_elses_requests_are_wrong() throws Exception {
        try (TinyServer server = new TinyServer(client -> {
            String previous = "c9-r9";
            for (String line = TinyServer.line(client); line != null; line = TinyServer.line(client)) {
                TinyServer.say(client, previous + "\n");   // always one behind
                previous = line;
            }
        })) {
            RequestLog log = Loads.at(server.address(), RequestProtocol.echo(LINES, 5), 2, 10).run();
            assertThat(log.count(Outcome.WRONG)).isEqualTo(10);
        }
    }

    @Test
    void after_a_fault_the_client_connects_anew_and_goes_on() throws Exception {
        try (TinyServer server = new TinyServer(client -> {
            TinyServer.say(client, TinyServer.line(client) + "\n");
            TinyServer.line(client);   // hangs up on every second request
        })) {
            RequestLog log = Loads.at(server.address(), RequestProtocol.echo(LINES, 20), 1, 6).run();
            assertThat(rows(log).map(log::outcome)).containsExactly(Outcome.OK, Outcome.RESET, Outcome.OK,
                    Outcome.RESET, Outcome.OK, Outcome.RESET);
            assertThat(server.accepted).hasValue(3);
        }
    }

    @Test
    void a_large_message_to_a_server_that_echoes_as_it_reads_gets_stuck_on_neither_side() throws Exception {
        RequestProtocol large = new RequestProtocol(new LineFraming(32 << 20), true,
                RequestProtocol.echo(LINES, 24 << 20).messages(), Arrays::equals);
        try (TinyServer server = new TinyServer(client -> {
            byte[] some = new byte[64 << 10];
            InputStream in = client.getInputStream();
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                client.getOutputStream().write(some, 0, count);
            }
        })) {
            assertThat(Loads.at(server.address(), large, 1, 2).allowing(Duration.ofSeconds(20)).run().count(Outcome.OK))
                    .isEqualTo(2);
        }
    }

    @Test
    void without_framing_a_small_echo_still_works_on_loopback() throws Exception {
        try (TinyServer server = new TinyServer(client -> {
            byte[] some = new byte[4096];
            InputStream in = client.getInputStream();
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                client.getOutputStream().write(some, 0, count);
            }
        })) {
            assertThat(Loads.at(server.address(), RequestProtocol.echo(new RawFraming(), 64), 3, 300).run().count(Outcome.OK))
                    .isEqualTo(300);
        }
    }
}
