package socketlab.select;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static socketlab.core.Text.text;
import static socketlab.core.Text.utf8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketlab.core.Framing;
import socketlab.core.Next.Compute;
import socketlab.core.Next.Reply;
import socketlab.core.Next;
import socketlab.core.Options;
import socketlab.core.Peer;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.Session;
import socketlab.core.framing.Framings;

/** What only a loop can get wrong: spinning, being held up, and letting one client have it all. */
@Timeout(30)
class SelectServerTest {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final Duration A_WHILE = Duration.ofMillis(300);

    private final List<Socket> callers = new ArrayList<>();
    private Server server;

    private void serve(Session session, Options options) throws IOException {
        server = new SelectModel().model().start(new Service() {
            @Override
            public Framing framing() {
                return Framings.named("lines", 8 << 10);
            }

            @Override
            public Session open(Peer peer) {
                return session;
            }
        }, options);
    }

    private Socket call() throws IOException {
        Socket caller = new Socket(server.address().getAddress(), server.address().getPort());
        caller.setSoTimeout(10_000);
        callers.add(caller);
        return caller;
    }

    private static void say(Socket caller, String lines) throws IOException {
        caller.getOutputStream().write(utf8(lines));
    }

    private static String hear(Socket caller) throws IOException {
        return new BufferedReader(new InputStreamReader(caller.getInputStream(), UTF_8)).readLine();
    }

    @AfterEach
    void end() throws IOException {
        for (Socket caller : callers) {
            caller.close();
        }
        server.close(Duration.ZERO);
    }

    private static long loopCpu() {
        var threads = ManagementFactory.getThreadMXBean();
        for (var thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().equals("select")) {
                return threads.getThreadCpuTime(thread.getThreadId());
            }
        }
        throw new AssertionError("there is no loop");
    }

    private static void isIdle() {
        long before = loopCpu();
        Awaitility.await("a while").pollDelay(A_WHILE).until(() -> true);
        assertThat(Duration.ofNanos(loopCpu() - before)).as("CPU time of the loop").isLessThan(A_WHILE.dividedBy(10));
    }

    @Test
    void aServerThatCannotStartLeavesNoDescriptor() throws Exception {
        assumeTrue(Files.isDirectory(DESCRIPTORS), "open descriptors are counted in /proc, which Linux has");
        serve(message -> Next.READY, Options.defaults());
        long before = descriptors();
        for (int i = 0; i < 5; i++) {
            Options taken = Options.defaults().withAddress(server.address());
            assertThatThrownBy(() -> new SelectModel().model().start(new Quiet(), taken))
                    .isInstanceOf(IOException.class);
        }
        assertThat(descriptors()).isEqualTo(before);
    }

    private static long descriptors() throws IOException {
        try (var open = Files.list(DESCRIPTORS)) {
            return open.count();
        }
    }

    /** Says nothing to anybody. */
    private record Quiet() implements Service {
        @Override
        public Framing framing() {
            return Framings.named("lines", 8 << 10);
        }

        @Override
        public Session open(Peer peer) {
            return message -> Next.READY;
        }
    }

    @Test
    void twoHundredSilentClientsCostNothing() throws Exception {
        serve(message -> new Reply(message, Next.READY), Options.defaults());
        for (int i = 0; i < 200; i++) {
            call();
        }
        Awaitility.await().until(() -> server.clients().size() == 200);
        isIdle();
    }

    @Test
    void afterASlowReaderHasCaughtUpItsWriteInterestIsDropped() throws Exception {
        byte[] large = utf8("x".repeat(8 << 20));
        serve(message -> new Reply(large, Next.READY), Options.defaults());
        Socket slow = call();
        say(slow, "all of it\n");
        Awaitility.await().until(() -> server.clients().getFirst().queuedBytes() > 0);
        isIdle();
        assertThat(hear(slow)).hasSize(large.length);
        isIdle();
    }

    @Test
    void aClientThatLeavesWhileItIsServedDoesNotMakeTheLoopSpin() throws Exception {
        serve(message -> new Next.Sleep(Duration.ofMinutes(1), () -> Next.READY), Options.defaults());
        Socket rude = call();
        say(rude, "wait\n");
        Awaitility.await().until(() -> server.clients().getFirst().messages() == 1);
        rude.setSoLinger(true, 0);
        rude.close();
        isIdle();
    }

    /** Timers run in order: whoever began to sleep later and is answered proves that the first sleep is over. */
    @Test
    void aSleepThatEndsAfterTheHangUpIsDropped() throws Exception {
        AtomicInteger tooLate = new AtomicInteger();
        serve(message -> {
            if (text(message).equals("later")) {
                return new Next.Sleep(A_WHILE, () -> new Next.Reply(message, Next.READY));
            }
            assertThat(server.hangUp(1)).isTrue();   // here the grace ends before the sleep on a busy machine too
            return new Next.Sleep(A_WHILE, () -> {
                tooLate.incrementAndGet();
                return Next.READY;
            });
        }, Options.defaults().withGrace(Duration.ofMillis(20)));
        Socket caller = call();
        say(caller, "wait\n");
        assertThat(hear(caller)).isEqualTo("the server hangs up");
        Socket other = call();
        say(other, "later\n");
        assertThat(hear(other)).isEqualTo("later");
        assertThat(tooLate).hasValue(0);
    }

    @Test
    void aClientThatSendsWithoutEndIsServedInTurnsOf64() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch bothHaveSpoken = new CountDownLatch(1);
        @SuppressWarnings("JdkObsolete")   // two threads append
        StringBuffer served = new StringBuffer();
        serve(message -> {
            if (text(message).equals("hold")) {
                held.countDown();
                return bothHaveSpoken.await(10, TimeUnit.SECONDS) ? Next.READY : Next.HANG_UP;
            }
            served.append(text(message));
            return Next.READY;
        }, Options.defaults());
        Socket first = call();
        Socket second = call();
        say(call(), "hold\n");
        assertThat(held.await(10, TimeUnit.SECONDS)).as("the loop is held until both have spoken").isTrue();
        say(first, "a\n".repeat(5_000));
        say(second, "b\n".repeat(5_000));
        bothHaveSpoken.countDown();
        Awaitility.await().until(() -> served.length() == 10_000);
        assertThat(served.toString()).contains("a".repeat(64) + "b".repeat(64) + "a".repeat(64))
                .doesNotContain("a".repeat(65)).doesNotContain("b".repeat(129));
    }

    @Test
    void anInlineComputationHoldsUpEveryClient() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        serve(message -> text(message).equals("work")
                ? new Compute<>(() -> done.await(10, TimeUnit.SECONDS), ok -> new Reply(utf8("worked"), Next.READY))
                : new Reply(message, Next.READY), Options.defaults().withInlineCompute(true));
        Socket busy = call();
        Socket other = call();
        say(busy, "work\n");
        Awaitility.await().until(() -> server.clients().stream().anyMatch(info -> info.messages() == 1));
        say(other, "hello\n");
        Awaitility.await().during(A_WHILE).until(() -> other.getInputStream().available() == 0);
        done.countDown();
        assertThat(hear(busy)).isEqualTo("worked");
        assertThat(hear(other)).isEqualTo("hello");
    }
}
