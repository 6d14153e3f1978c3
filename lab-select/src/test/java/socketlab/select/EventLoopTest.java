package socketlab.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.spi.SelectorProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The loop alone: what is ready, due or asked for is done, and nothing kills it. */
@Timeout(30)
class EventLoopTest {
    private final EventLoop loop;
    private final CompletableFuture<Thread> thread = new CompletableFuture<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    EventLoopTest() throws IOException {
        loop = new EventLoop("the loop", SelectorProvider.provider());
        loop.start(failures::add);
        loop.execute(() -> thread.complete(Thread.currentThread()));
    }

    @AfterEach
    void end() throws InterruptedException {
        assertThat(loop.close(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void tasksFromManyThreadsAllRunOnTheLoopThreadAndInEachSendersOrder() throws Exception {
        List<Integer> ran = new ArrayList<>();   // not a concurrent one: only the loop touches it
        CountDownLatch all = new CountDownLatch(4_000);
        for (Thread sender : IntStream.range(0, 4).mapToObj(s -> Thread.ofPlatform().start(() -> {
            for (int i = 0; i < 1_000; i++) {
                int number = s * 1_000 + i;
                loop.execute(() -> {
                    ran.add(number);
                    all.countDown();
                });
            }
        })).toList()) {
            sender.join();
        }
        assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
        for (int s = 0; s < 4; s++) {
            int sender = s;
            assertThat(ran.stream().filter(n -> n / 1_000 == sender)).isSorted().hasSize(1_000);
        }
        assertThat(thread.get().getName()).isEqualTo("the loop");
    }

    @Test
    void nothingThatIsThrownAndNoInterruptEndsIt() throws Exception {
        Pipe pipe = Pipe.open();
        CompletableFuture<Integer> read = new CompletableFuture<>();
        loop.execute(() -> { throw new StackOverflowError("on purpose"); });
        loop.execute(() -> loop.after(Duration.ZERO, () -> { throw new IllegalStateException("on purpose"); }));
        loop.execute(() -> Thread.currentThread().interrupt());
        loop.execute(() -> register(pipe, read));
        pipe.sink().write(ByteBuffer.wrap(new byte[3]));
        assertThat(read.get(10, TimeUnit.SECONDS)).isEqualTo(3);
        pipe.sink().close();
        assertThat(failures).isEmpty();
    }

    @Test
    void ofAFullHeapWhoStartedItIsToldAndTheLoopWaitsToBeClosed() throws Exception {
        OutOfMemoryError full = new OutOfMemoryError("Java heap space, on purpose");
        loop.execute(() -> { throw full; });
        CompletableFuture<Boolean> ran = new CompletableFuture<>();
        loop.execute(() -> ran.complete(true));
        assertThat(ran.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(failures).containsExactly(full);
    }

    @Test
    void aLoopWhoseSelectorFailsEndsAndTellsWhoStartedIt() throws Exception {
        FailingSelector selector = new FailingSelector();
        EventLoop failing = new EventLoop("failing", selector.provider());
        failing.start(failures::add);
        assertThat(failing.close(Duration.ofSeconds(5))).as("it has ended").isTrue();
        assertThat(failures).hasSize(1).first().extracting(Throwable::getMessage)
                .isEqualTo("cannot wait for clients: no such file, on purpose");
        assertThat(selector.isOpen()).isFalse();
    }

    private void register(Pipe pipe, CompletableFuture<Integer> read) {
        try {
            loop.register(pipe.source(), SelectionKey.OP_READ, key -> {
                try {
                    read.complete(pipe.source().read(ByteBuffer.allocate(10)));
                } catch (IOException e) {
                    read.completeExceptionally(e);
                }
                key.cancel();
            });
        } catch (IOException e) {
            read.completeExceptionally(e);
        }
    }

    @Test
    void aTimerIsNeverEarlyAndWhereTheMachineLetsItLessThanAMillisecondLate() throws Exception {
        List<Long> late = new CopyOnWriteArrayList<>();
        CountDownLatch all = new CountDownLatch(40);
        for (int i = 0; i < 40; i++) {
            long nanos = 5_000_000L + i * 7_300_000L;
            loop.execute(() -> {
                long asked = System.nanoTime();
                loop.after(Duration.ofNanos(nanos), () -> {
                    late.add(System.nanoTime() - asked - nanos);
                    all.countDown();
                });
            });
        }
        assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(late).allMatch(nanos -> nanos >= 0);
        List<Long> sorted = new ArrayList<>(late);
        Collections.sort(sorted);
        assertThat(sorted.get(4)).as("the first tenth, on a machine that others use").isLessThan(1_000_000L);
    }

    @Test
    void anIdleLoopUsesNoCpu() throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        long id = thread.get().threadId();
        CompletableFuture<Long> before = new CompletableFuture<>();
        CompletableFuture<Long> after = new CompletableFuture<>();
        loop.execute(() -> {
            before.complete(threads.getThreadCpuTime(id));
            loop.after(Duration.ofMillis(500), () -> after.complete(threads.getThreadCpuTime(id)));
        });
        assertThat(after.get(10, TimeUnit.SECONDS) - before.get()).isLessThan(100_000_000L);
    }

    @Test
    void closingItClosesItsChannels() throws Exception {
        Pipe pipe = Pipe.open();
        loop.execute(() -> register(pipe, new CompletableFuture<>()));
        assertThat(loop.close(Duration.ofSeconds(5))).isTrue();
        assertThat(pipe.source().isOpen()).isFalse();
        pipe.sink().close();
    }
}
