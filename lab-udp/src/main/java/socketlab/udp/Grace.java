package socketlab.udp;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import socketlab.core.Next;
import socketlab.core.Next.Compute;

/** How long a step may still take once its client is being sent away: then what it waits for is interrupted. */
final class Grace {
    private Thread owner;
    private boolean late;
    private CompletableFuture<Void> over;

    void sleep(Duration time) throws InterruptedException {
        own();
        try {
            Thread.sleep(time);
        } finally {
            disown();
        }
    }

    Next compute(Compute<?> work) throws Exception {
        own();
        try {
            return work.inline();
        } finally {
            disown();
        }
    }

    /** It may be too late already. */
    private synchronized void own() {
        owner = Thread.currentThread();
        if (late) {
            owner.interrupt();
        }
    }

    /** An interrupt meant for this client must not hit the next one on this thread. */
    private synchronized void disown() {
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
