package socketlab.core.server;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import socketlab.core.Next;
import socketlab.core.Next.Compute;

/**
 * The time that a client may still take after somebody has hung up on it. When it is over, the thread that waits for
 * the client is interrupted, and a client that takes nothing may be cut off later.
 *
 * <p>A thread that serves one client owns it from start to end; one that serves many owns it only while it sleeps or
 * computes. {@link #begin} may be called from any thread, the rest only by the serving thread.
 */
public final class GracePeriod {
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private Thread owner;
    private boolean expired;

    /** The calling thread serves the client from here on; it is interrupted at once if the time is over already. */
    public synchronized void own() {
        owner = Thread.currentThread();
        if (expired) {
            owner.interrupt();
        }
    }

    /** Sleeps, and owns the client only meanwhile. */
    public void sleep(Duration time) throws InterruptedException {
        own();
        try {
            Thread.sleep(time);
        } finally {
            disown();
        }
    }

    /** Computes, and owns the client only meanwhile: what follows the computation is not interrupted. */
    public <T> Next compute(Compute<T> work) throws Exception {
        return work.then().apply(result(work.task()));
    }

    private <T> T result(Callable<T> task) throws Exception {
        own();
        try {
            return task.call();
        } finally {
            disown();
        }
    }

    /** An interrupt meant for this client must not hit the thread's next one. */
    private synchronized void disown() {
        owner = null;
        Thread.interrupted();
    }

    /** Any thread: interrupts the owner after this time. */
    public void begin(Duration grace) {
        after(grace, this::interrupt);
    }

    /** Any thread. The second limit is for a client that does not take what is written to it. */
    public void begin(Duration grace, Duration more, Runnable cutOff) {
        begin(grace);
        after(grace.plus(more), cutOff);
    }

    private void after(Duration time, Runnable action) {
        over.copy().orTimeout(time.toMillis(), TimeUnit.MILLISECONDS).exceptionally(timeout -> {
            action.run();
            return null;
        });
    }

    synchronized void interrupt() {
        expired = true;
        if (owner != null) {
            owner.interrupt();
        }
    }

    /** The client is gone, and its timers with it. */
    public void end() {
        disown();
        over.complete(null);
    }
}
