package socketlab.load.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static socketlab.load.loop.TestLoad.LINES;
import static socketlab.load.loop.TestLoad.rows;

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
import socketlab.load.loop.TestLoad;
import socketlab.load.loop.TestUdpServer;
import socketlab.load.plan.LoadPlan;
import socketlab.load.plan.RequestProtocol;
import socketlab.load.plan.Transport;
import socketlab.results.Outcome;

/** Replies that arrive after their request has ended. */
@Timeout(60)
class LateRepliesTest {
    private static final RequestProtocol ECHO = RequestProtocol.echo(LINES, 20);
    private static final Duration SHORT = Duration.ofMillis(500);   // yet longer than a thread waits for a core

    @Test
    void aReplyToALostRequestIsLateAndTheNextRequestStillGetsItsOwn() throws Exception {
        Runnable[] held = new Runnable[1];
        try (TestUdpServer server = new TestUdpServer((datagram, sender) -> {
            if (datagram.startsWith("c1-r1x")) {
                held[0] = () -> reply(sender, datagram);
                return;
            }
            if (datagram.startsWith("c1-r2x")) {
                held[0].run();
                LockSupport.parkNanos(20_000_000);   // a slow server: the clock tells the two replies apart
            }
            sender.reply(datagram);
        })) {
            RequestLog log = TestLoad.of(server.address(), ECHO, 1, 3).overUdp().withTimeout(SHORT).run();
            assertThat(rows(log).map(log::outcome)).containsExactly(Outcome.LOST, Outcome.OK, Outcome.OK);
            assertThat(log.lateReplies()).isEqualTo(1);
            assertThat(log.duplicateReplies()).isZero();
            assertThat(log.firstByteUs(1)).as("the late one is not the second's").isEqualTo(log.doneUs(1));
        }
    }

    private static void reply(TestUdpServer.Sender sender, String datagram) {
        try {
            sender.reply(datagram);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aReplyThatArrivesTwiceIsADuplicateAndNeverWrong() throws Exception {
        try (TestUdpServer server = new TestUdpServer((datagram, sender) -> {
            sender.reply(datagram);
            sender.reply(datagram);
        })) {
            RequestLog log = TestLoad.of(server.address(), ECHO, 3, 300).overUdp().run();
            assertThat(log.count(Outcome.OK)).isEqualTo(300);
            assertThat(log.duplicateReplies()).isBetween(297L, 300L);   // the last ones may arrive after the end
            assertThat(log.lateReplies()).isZero();
        }
    }

    @Test
    void aClientWithNoRequestLeftStillCountsDuplicates() throws Exception {
        TestUdpServer.Sender[] second = new TestUdpServer.Sender[1];
        CountDownLatch answered = new CountDownLatch(1);
        try (TestUdpServer server = new TestUdpServer((datagram, sender) -> {
            if (datagram.startsWith("c2")) {
                second[0] = sender;
            } else if (datagram.startsWith("c1-r3")) {
                await().until(() -> answered.getCount() == 0);
                second[0].reply("c2-r2" + "x".repeat(15));
            }
            sender.reply(datagram);
        })) {
            LoadListener listener = (client, request, outcome, message, latencyNanos) -> {
                if (client == 2) {
                    answered.countDown();
                }
            };
            RequestLog log = new LoadClient(TestLoad.of(server.address(), ECHO, 2, 3).overUdp().plan(), listener).run();
            assertThat(log.count(Outcome.OK)).isEqualTo(3);
            assertThat(log.duplicateReplies()).isEqualTo(1);
        }
    }

    @Test
    void aLateReplyIsRecognizedByItsNumberHoweverLongTheLogIs() {
        LoadPlan plan = LoadPlan.closedLoop(TestLoad.NOWHERE, ECHO, 1, 1).withTransport(Transport.UDP);
        RequestLog log = new RequestLog();
        IntStream.range(0, 50_000).forEach(i -> log.end(log.start(1, i), i, i == 7 ? Outcome.LOST : Outcome.OK));
        log.start(1, 50_000);
        LateReplies lateReplies = new LateReplies(plan, log);
        assertThat(lateReplies.countStale(1, "c1-r8xxxxxxxxxxxxxxx".getBytes(UTF_8))).isTrue();
        assertThat(lateReplies.countStale(1, "main: c1-r9xxxxxxxxxxxxxxx".getBytes(UTF_8))).isTrue();
        assertThat(lateReplies.countStale(1, "c1-r50001xxxxxxxxxxx".getBytes(UTF_8))).as("still on its way").isFalse();
        assertThat(lateReplies.countStale(1, "c1-r50002xxxxxxxxxxx".getBytes(UTF_8))).as("never sent").isFalse();
        assertThat(lateReplies.countStale(2, "c1-r8xxxxxxxxxxxxxxx".getBytes(UTF_8))).as("another's").isFalse();
        assertThat(lateReplies.countStale(1, "c1-r8xxx".getBytes(UTF_8))).as("cut short").isFalse();
        assertThat(lateReplies.countStale(1, "who?".getBytes(UTF_8))).isFalse();
        assertThat(log.lateReplies()).isEqualTo(1);
        assertThat(log.duplicateReplies()).isEqualTo(1);
    }

    @Test
    void onAStreamNoReplyIsLate() {
        RequestLog log = new RequestLog();
        log.end(log.start(1, 0), 1, Outcome.TIMEOUT);
        LateReplies lateReplies = new LateReplies(LoadPlan.closedLoop(TestLoad.NOWHERE, ECHO, 1, 1), log);
        assertThat(lateReplies.countStale(1, "c1-r1xxxxxxxxxxxxxxx".getBytes(UTF_8))).isFalse();
    }
}
