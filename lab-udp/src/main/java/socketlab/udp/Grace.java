package socketlab.udp;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** How long a step may still take once its client is being sent away: then the thread that takes it is interrupted. */
final class Grace {
    private Thread owner;
    private boolean late;
    private CompletableFuture<Void> over;

    /** The calling thread begins a step of this client; it may be too late for that already. */
    synchronized void own() {
        owner = Thread.currentThread();
        if (late) {
            owner.interrupt();
        }
    }

    /** The step is done. An interrupt meant for this client must not hit the next one on this thread. */
    synchronized void disown() {
        owner = null;
        Thread.interrupted();
    }

    /** Any thread. */
    synchronized void begin(Duration time) {
        if (over == null) {
            over = new CompletableFuture<>();
        }
        over.copy().orTimeout(time.toMillis(), TimeUnit.MILLISECONDS).exceptionally(timeout -> {
            interrupt();
            return null;
        });
    }

    private synchronized void interrupt() {
        late = true;
        if (owner != null) {
            owner.interrupt();
        }
    }

    /** The client is gone, and its timers with it. */
    synchronized void end() {
        if (over != null) {
            over.complete(null);
        }
    }
}
