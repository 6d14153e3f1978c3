package socketlab.load.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static socketlab.load.loop.Loads.LINES;
import static socketlab.load.loop.Loads.rows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketlab.load.log.LoadListener;
import socketlab.load.log.RequestLog;
import socketlab.load.loop.LoadClient;
import socketlab.load.loop.Loads;
import socketlab.load.loop.TinyLetterbox;
import socketlab.load.plan.LoadPlan;
import socketlab.load.plan.RequestProtocol;
import socketlab.load.plan.Transport;
import socketlab.results.Outcome;

/** Answers that nobody waits for any more. */
@Timeout(60)
class LateRepliesTest {
    private static final RequestProtocol ECHO = RequestProtocol.echo(LINES, 20);
    private static final Duration SHORT = Duration.ofMillis(500);   // yet longer than a thread waits for a core

    @Test
    void an_answer_to_a_request_given_up_is_late_and_the_next_request_still_gets_its_own() throws Exception {
        Runnable[] held = new Runnable[1];
        try (TinyLetterbox server = new TinyLetterbox((letter, sender) -> {
            if (letter.startsWith("c1-r1x")) {
                held[0] = () -> say(sender, letter);
                return;
            }
            if (letter.startsWith("c1-r2x")) {
                held[0].run();
                LockSupport.parkNanos(20_000_000);   // the server's slowness, so that the two are told apart by the clock
            }
            sender.say(letter);
        })) {
            RequestLog log = Loads.at(server.address(), ECHO, 1, 3).overUdp().allowing(SHORT).run();
            assertThat(rows(log).map(log::outcome)).containsExactly(Outcome.LOST, Outcome.OK, Outcome.OK);
            assertThat(log.lateReplies()).isEqualTo(1);
            assertThat(log.duplicateReplies()).isZero();
            assertThat(log.firstByteUs(1)).as("the late one is not the second's").isEqualTo(log.doneUs(1));
        }
    }

    private static void say(TinyLetterbox.Sender sender, String letter) {
        try {
            sender.say(letter);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Test
    void an_answer_that_comes_twice_is_a_duplicate_and_never_wrong() throws Exception {
        try (TinyLetterbox server = new TinyLetterbox((letter, sender) -> {
            sender.say(letter);
            sender.say(letter);
        })) {
            RequestLog log = Loads.at(server.address(), ECHO, 3, 300).overUdp().run();
            assertThat(log.count(Outcome.OK)).isEqualTo(300);
            assertThat(log.duplicateReplies()).isBetween(297L, 300L);   // the last ones may come after the end
            assertThat(log.lateReplies()).isZero();
        }
    }

    @Test
    void who_has_no_request_left_still_hears_what_comes_twice() throws Exception {
        TinyLetterbox.Sender[] second = new TinyLetterbox.Sender[1];
        CountDownLatch answered = new CountDownLatch(1);
        try (TinyLetterbox server = new TinyLetterbox((letter, sender) -> {
            if (letter.startsWith("c2")) {
                second[0] = sender;
            } else if (letter.startsWith("c1-r3")) {
                await().until(() -> answered.getCount() == 0);
                second[0].say("c2-r2" + "x".repeat(15));
            }
            sender.say(letter);
        })) {
            LoadListener watcher = (client, request, outcome, message, took) -> {
                if (client == 2) {
                    answered.countDown();
                }
            };
            RequestLog log = new LoadClient(Loads.at(server.address(), ECHO, 2, 3).overUdp().plan(), watcher).run();
            assertThat(log.count(Outcome.OK)).isEqualTo(3);
            assertThat(log.duplicateReplies()).isEqualTo(1);
        }
    }

    @Test
    void an_answer_from_long_ago_is_found_without_looking_through_all_since() {
        LoadPlan plan = LoadPlan.closedLoop(Loads.NOWHERE, ECHO, 1, 1).withTransport(Transport.UDP);
        RequestLog log = new RequestLog();
        IntStream.range(0, 50_000).forEach(i -> log.end(log.start(1, i), i, i == 7 ? Outcome.LOST : Outcome.OK));
        log.start(1, 50_000);
        LateReplies stragglers = new LateReplies(plan, log);
        assertThat(stragglers.claim(1, "c1-r8xxxxxxxxxxxxxxx".getBytes())).isTrue();
        assertThat(stragglers.claim(1, "main: c1-r9xxxxxxxxxxxxxxx".getBytes())).isTrue();
        assertThat(stragglers.claim(1, "c1-r50001xxxxxxxxxxx".getBytes())).as("still on its way").isFalse();
        assertThat(stragglers.claim(1, "c1-r50002xxxxxxxxxxx".getBytes())).as("never asked").isFalse();
        assertThat(stragglers.claim(2, "c1-r8xxxxxxxxxxxxxxx".getBytes())).as("another's").isFalse();
        assertThat(stragglers.claim(1, "c1-r8xxx".getBytes())).as("cut short").isFalse();
        assertThat(stragglers.claim(1, "who?".getBytes())).isFalse();
        assertThat(log.lateReplies()).isEqualTo(1);
        assertThat(log.duplicateReplies()).isEqualTo(1);
    }

    @Test
    void on_a_stream_nothing_is_late() {
        RequestLog log = new RequestLog();
        log.end(log.start(1, 0), 1, Outcome.TIMEOUT);
        LateReplies stragglers = new LateReplies(LoadPlan.closedLoop(Loads.NOWHERE, ECHO, 1, 1), log);
        assertThat(stragglers.claim(1, "c1-r1xxxxxxxxxxxxxxx".getBytes())).isFalse();
    }
}
