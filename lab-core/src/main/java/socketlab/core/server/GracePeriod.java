package socketlab.core.server;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import socketlab.core.Next.Compute;
import socketlab.core.Next;

/**
 * How long a client that is being sent away may still take: then the thread that waits for it is interrupted, and a
 * client that takes nothing may be cut off later. A thread that serves one client owns it from the first to the last;
 * one that serves many does so only while it sleeps or computes.
 */
public final class GracePeriod {
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private Thread owner;
    private boolean late;

    /** The calling thread serves the client from here on; it may be too late for that already. */
    public synchronized void own() {
        owner = Thread.currentThread();
        if (late) {
            owner.interrupt();
        }
    }

    public void sleep(Duration time) throws InterruptedException {
        own();
        try {
            Thread.sleep(time);
        } finally {
            disown();
        }
    }

    public Next compute(Compute<?> work) throws Exception {
        own();
        try {
            return work.inline();
        } finally {
            disown();
        }
    }

    /** An interrupt meant for this client must not hit the thread's next one. */
    private synchronized void disown() {
        owner = null;
        Thread.interrupted();
    }

    /** Any thread. */
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

    private synchronized void interrupt() {
        late = true;
        if (owner != null) {
            owner.interrupt();
        }
    }

    /** The client is gone, and its timers with it. By the thread that served it. */
    public void end() {
        disown();
        over.complete(null);
    }
}
