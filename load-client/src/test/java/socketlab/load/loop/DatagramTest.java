package socketlab.load.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static socketlab.load.loop.Loads.HELLO;
import static socketlab.load.loop.Loads.LINES;
import static socketlab.load.loop.Loads.rows;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketlab.load.log.RequestLog;
import socketlab.load.plan.RequestProtocol;
import socketlab.results.Outcome;

/** A request is a datagram, and so is its answer. */
@Timeout(60)
class DatagramTest {
    private static final RequestProtocol ECHO = RequestProtocol.echo(LINES, 64);

    private static Loads udp(TinyLetterbox server, RequestProtocol conversation, int clients, int requests) {
        return Loads.at(server.address(), conversation, clients, requests).overUdp();
    }

    @Test
    void every_client_has_a_port_of_its_own_and_keeps_it() throws Exception {
        try (TinyLetterbox server = new TinyLetterbox(TinyLetterbox.echo())) {
            RequestLog log = udp(server, ECHO, 4, 2000).run();
            assertThat(log.count(Outcome.OK)).isEqualTo(2000);
            assertThat(server.received).hasValue(2000);
            assertThat(server.senders).hasSize(4);
            assertThat(rows(log).map(log::clientPort).distinct()).hasSize(4).allMatch(port -> port > 0);
            assertThat(log.lateReplies() + log.duplicateReplies()).isZero();
        }
    }

    @Test
    void nobody_connects_and_the_other_moments_are_in_order() throws Exception {
        try (TinyLetterbox server = new TinyLetterbox(TinyLetterbox.echo())) {
            RequestLog log = udp(server, ECHO, 2, 20).preconnected().run();
            assertThat(rows(log)).allMatch(row -> log.connectUs(row) == -1 && log.connectedUs(row) == -1);
            assertThat(rows(log)).allMatch(row -> 0 <= log.intendedUs(row) && log.intendedUs(row) <= log.sentUs(row)
                    && log.sentUs(row) <= log.firstByteUs(row) && log.firstByteUs(row) <= log.doneUs(row));
        }
    }

    @Test
    void a_datagram_is_the_message_without_any_framing() throws Exception {
        Set<String> letters = ConcurrentHashMap.newKeySet();
        try (TinyLetterbox server = new TinyLetterbox((letter, sender) -> {
            letters.add(letter);
            sender.say("main: " + letter);
        })) {
            assertThat(udp(server, RequestProtocol.echo(LINES, 10), 1, 2).run().count(Outcome.OK)).isEqualTo(2);
        }
        assertThat(letters).containsExactlyInAnyOrder("c1-r1xxxxx", "c1-r2xxxxx");
    }

    @Test
    void who_would_only_listen_says_hello_from_a_new_port_each_time() throws Exception {
        Set<String> letters = ConcurrentHashMap.newKeySet();
        try (TinyLetterbox server = new TinyLetterbox((letter, sender) -> {
            letters.add(letter);
            sender.say("hello! this is the udp server");
        })) {
            assertThat(udp(server, HELLO, 3, 12).run().count(Outcome.OK)).isEqualTo(12);
            assertThat(server.received).hasValue(12);
            assertThat(server.senders).hasSizeGreaterThan(3);   // the kernel may give a port out again
        }
        assertThat(letters).containsExactly("hello");
    }

    @Test
    void silence_is_a_loss_and_the_client_goes_on_with_its_next_request() throws Exception {
        Set<String> dropped = new HashSet<>();
        try (TinyLetterbox server = new TinyLetterbox((letter, sender) -> {
            if (letter.matches("c.-r[24]x*")) {
                dropped.add(letter);
            } else {
                sender.say(letter);
            }
        })) {
            RequestLog log = udp(server, ECHO, 1, 5).allowing(Duration.ofMillis(400)).run();
            assertThat(rows(log).map(log::outcome)).containsExactly(Outcome.OK, Outcome.LOST, Outcome.OK, Outcome.LOST,
                    Outcome.OK);
            assertThat(log.doneUs(1) - log.intendedUs(1)).isBetween(400_000L, 5_000_000L);
            assertThat(log.firstByteUs(1)).isEqualTo(-1);
            assertThat(log.sentUs(1)).isPositive();
        }
        assertThat(dropped).hasSize(2);
    }

    @Test
    void another_answer_than_to_any_request_is_wrong() throws Exception {
        try (TinyLetterbox server = new TinyLetterbox((letter, sender) -> sender.say(letter.replace("c1", "c2")))) {
            RequestLog log = udp(server, ECHO, 1, 3).allowing(Duration.ofSeconds(2)).run();
            assertThat(log.count(Outcome.WRONG)).isEqualTo(3);
            assertThat(log.lateReplies() + log.duplicateReplies()).isZero();
        }
    }

    @Test
    void where_nobody_is_the_kernel_says_so_and_that_is_a_refusal() throws Exception {
        InetSocketAddress nobody;
        try (TinyLetterbox gone = new TinyLetterbox(TinyLetterbox.echo())) {
            nobody = gone.address();
        }
        RequestLog log = Loads.at(nobody, ECHO, 2, 6).overUdp().allowing(Duration.ofSeconds(5)).run();
        assertThat(log.count(Outcome.REFUSED)).isEqualTo(6);
    }

    @Test
    void the_largest_datagram_passes_and_a_larger_one_is_no_plan() throws Exception {
        try (TinyLetterbox server = new TinyLetterbox(TinyLetterbox.echo())) {
            assertThat(udp(server, RequestProtocol.echo(LINES, 65_507), 1, 2).run().count(Outcome.OK)).isEqualTo(2);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> udp(server, RequestProtocol.echo(LINES, 65_508), 1, 2))
                    .withMessage("no datagram holds more than 65507 bytes: take smaller messages, or TCP");
        }
    }
}
