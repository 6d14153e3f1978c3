package socketlab.threaded;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import socketlab.core.Next;
import socketlab.core.Next.Compute;
import socketlab.single.Computing;

/**
 * Platform threads for CPU work. A virtual thread that computes holds one of the few carriers that all of them share,
 * so everybody else would wait for it; one core is left to them.
 */
final class Workers implements Computing {
    private final ThreadPoolExecutor threads = (ThreadPoolExecutor) Executors.newFixedThreadPool(
            Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
            Thread.ofPlatform().name("worker-", 1).factory());

    @Override
    public Next run(Compute<?> work) throws Exception {
        return compute(work);
    }

    private <T> Next compute(Compute<T> work) throws Exception {
        try {
            return work.then().apply(threads.submit(work.task()).get());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** By now nobody waits for a result. */
    @Override
    public int close() throws InterruptedException {
        int joined = threads.getPoolSize();
        threads.shutdownNow();
        return threads.awaitTermination(2, TimeUnit.SECONDS) ? joined : 0;
    }
}
