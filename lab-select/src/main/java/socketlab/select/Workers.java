package socketlab.select;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import socketlab.core.Next;
import socketlab.core.Next.Compute;

/** Platform threads for CPU work, which would hold up everybody on the loop; one core is left to it. */
final class Workers {
    private final EventLoop loop;
    private final ThreadPoolExecutor threads = (ThreadPoolExecutor) Executors.newFixedThreadPool(
            Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
            Thread.ofPlatform().name("worker-", 1).factory());

    Workers(EventLoop loop) {
        this.loop = loop;
    }

    /** Does the work over here, and asks what comes next over there, on the loop thread. */
    <T> void run(Compute<T> work, Resume resume) {
        threads.execute(() -> {
            Callable<? extends Next> then = outcome(work);
            loop.execute(() -> resume.with(then));
        });
    }

    private static <T> Callable<? extends Next> outcome(Compute<T> work) {
        try {
            T result = work.task().call();
            return () -> work.then().apply(result);
        } catch (Throwable failure) {
            return () -> { throw new IllegalStateException("the work failed", failure); };
        }
    }

    /** By now nobody waits for a result. Returns how many threads were joined. */
    int close(Duration limit) throws InterruptedException {
        int joined = threads.getPoolSize();
        threads.shutdownNow();
        return threads.awaitTermination(limit.toNanos(), TimeUnit.NANOSECONDS) ? joined : 0;
    }
}
