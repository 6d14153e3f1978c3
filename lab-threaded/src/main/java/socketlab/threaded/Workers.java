package socketlab.threaded;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import socketlab.core.Next.Compute;
import socketlab.core.Next;
import socketlab.single.Computing;

/**
 * Platform threads for CPU work. A virtual thread that computes holds one of the few carriers that all of them share,
 * so everybody else would wait for it; one core is left to them.
 */
final class Workers implements Computing {
    private static final Duration LAST_TASK = Duration.ofSeconds(2);

    private final ThreadFactory naming = Thread.ofPlatform().name("worker-", 1).factory();
    private final List<Thread> hired = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(
            Math.max(1, Runtime.getRuntime().availableProcessors() - 1), this::hire);

    private Thread hire(Runnable work) {
        Thread thread = naming.newThread(work);
        hired.add(thread);
        return thread;
    }

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
        threads.shutdownNow();
        int joined = 0;
        for (Thread thread : hired) {   // a terminated executor's threads may still be on their way out
            joined += thread.join(LAST_TASK) ? 1 : 0;
        }
        return joined;
    }
}
