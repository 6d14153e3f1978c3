package socketlab.udp;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import socketlab.core.Next.Compute;
import socketlab.select.EventLoop;
import socketlab.core.Next;

/**
 * Platform threads for CPU work, which would hold up everybody on the loop; one core is left to it. None where the work
 * is to be done inline.
 */
final class Workers {
    private final EventLoop loop;
    private final boolean inline;
    private final Queue<Thread> started = new ConcurrentLinkedQueue<>();
    private final ExecutorService workers;

    Workers(EventLoop loop, boolean inline) {
        this.loop = loop;
        this.inline = inline;
        ThreadFactory naming = Thread.ofPlatform().name("worker-", 1).factory();
        int most = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        this.workers = Executors.newFixedThreadPool(most, work -> {
            Thread thread = naming.newThread(work);
            started.add(thread);
            return thread;
        });
    }

    /** Does the work over there, and asks what comes next over here, on the loop thread. */
    <T> void run(Compute<T> work, Resume resume) {
        if (inline) {
            loop.execute(() -> resume.with(work::inline));   // and everybody waits
            return;
        }
        workers.execute(() -> {
            Callable<? extends Next> then = outcome(work);
            loop.execute(() -> resume.with(then));
        });
    }

    private static <T> Callable<? extends Next> outcome(Compute<T> work) {
        try {
            T result = work.task().call();
            return () -> work.then().apply(result);
        } catch (Exception failure) {
            return () -> { throw failure; };
        } catch (Throwable failure) {
            return () -> { throw new IllegalStateException("the work failed", failure); };
        }
    }

    /** By now nobody waits for a result. Returns how many threads were joined. */
    int close(Duration limit) throws InterruptedException {
        workers.shutdownNow();
        int joined = 0;
        for (Thread worker : started) {   // an executor has terminated a moment before its last thread has
            joined += worker.join(limit) ? 1 : 0;
        }
        return joined;
    }
}
