package socketlab.single;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** How long a client that is being sent away may still take: then its thread is interrupted, and later cut off. */
final class Grace {
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private Thread owner;
    private boolean late;

    /** The calling thread serves the client from here on; it may be too late for that already. */
    synchronized void own() {
        owner = Thread.currentThread();
        if (late) {
            owner.interrupt();
        }
    }

    /** Any thread. The second limit is for a client that does not take what is written to it. */
    void begin(Duration grace, Duration more, Runnable cutOff) {
        after(grace, this::interrupt);
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

    /** The client is gone: its timers go with it, and an interrupt meant for it must not hit the thread's next one. */
    synchronized void end() {
        owner = null;
        Thread.interrupted();
        over.complete(null);
    }
}
