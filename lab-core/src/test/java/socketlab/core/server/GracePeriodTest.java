package socketlab.core.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** When a client's time is up, whoever serves it learns of it, and nobody else ever does. */
class GracePeriodTest {
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final GracePeriod grace = new GracePeriod();
    private final AtomicBoolean cutOff = new AtomicBoolean();

    /** True when a thread that serves the client is interrupted in time. */
    private boolean interrupts() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> {
            grace.own();
            try {
                Thread.sleep(PATIENCE);
                interrupted.complete(false);
            } catch (InterruptedException inTime) {
                interrupted.complete(true);
            }
        });
        return interrupted.get(2 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Test
    void afterTheGraceTheThreadIsInterruptedAndLaterTheClientCutOff() throws Exception {
        grace.begin(SHORT, SHORT, () -> cutOff.set(true));
        assertThat(interrupts()).isTrue();
        await().atMost(PATIENCE).untilTrue(cutOff);
    }

    @Test
    void aThreadThatBeginsWhenTheGraceIsOverIsInterruptedAtOnce() throws Exception {
        grace.begin(Duration.ZERO, Duration.ZERO, () -> cutOff.set(true));
        await().atMost(PATIENCE).untilTrue(cutOff);
        assertThat(interrupts()).isTrue();
    }

    @Test
    void aClientThatLeavesTakesItsTimersAlong() {
        grace.own();
        grace.begin(SHORT, SHORT, () -> cutOff.set(true));
        grace.end();
        AtomicBoolean later = new AtomicBoolean();
        new GracePeriod().begin(SHORT.multipliedBy(3), Duration.ZERO, () -> later.set(true));
        await().atMost(PATIENCE).untilTrue(later);
        assertThat(cutOff).isFalse();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void anInterruptThatCameJustBeforeTheEndIsForgotten() {
        grace.own();
        grace.begin(Duration.ZERO, LONG, () -> cutOff.set(true));
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end;) {
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
        }
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        grace.end();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aBusyCommonPoolDelaysNothing() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        for (int i = 0; i < 4 * Math.max(1, ForkJoinPool.getCommonPoolParallelism()); i++) {
            ForkJoinPool.commonPool().execute(() -> held(done));
        }
        try {
            grace.begin(SHORT, LONG, () -> cutOff.set(true));
            assertThat(interrupts()).isTrue();
        } finally {
            done.countDown();
        }
    }

    private static void held(CountDownLatch done) {
        try {
            assertThat(done.await(2 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
