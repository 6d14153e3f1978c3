package socketlab.load.loop;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.Objects;
import socketlab.load.log.CancellationToken;
import socketlab.load.log.LoadListener;
import socketlab.load.log.RequestLog;
import socketlab.load.net.LoadContext;
import socketlab.load.plan.LoadPlan;

/** Fires a planned load at a server and records every request. For one load; a second one takes a second client. */
public final class LoadClient {
    private final LoadPlan plan;
    private final LoadListener watcher;
    private final CancellationToken stopSwitch = new CancellationToken();

    public LoadClient(LoadPlan plan, LoadListener watcher) {
        this.plan = Objects.requireNonNull(plan);
        this.watcher = Objects.requireNonNull(watcher);
    }

    /**
     * Runs the load on the calling thread, and returns when every request has ended or the load was stopped; no
     * descriptor is left open. A server that refuses, resets or lies is no error here but an outcome in the log.
     *
     * @throws IOException          with one line to show the user when this machine has no descriptors left
     * @throws InterruptedException when the thread was interrupted; the watcher has seen every request end
     */
    public RequestLog run() throws IOException, InterruptedException {
        Calibration.warmUp(plan);
        if (!plan.timing().warmup().isZero()) {
            perform(plan.asWarmup(), LoadListener.NONE);
        }
        return perform();
    }

    /** The load without its rehearsal and warm-up. */
    RequestLog perform() throws IOException, InterruptedException {
        return perform(plan, watcher);
    }

    private RequestLog perform(LoadPlan plan, LoadListener watcher) throws IOException, InterruptedException {
        try (Selector selector = Selector.open()) {
            LoadSession performance = new LoadSession(LoadContext.of(plan, watcher, selector));
            stopSwitch.onCancel(performance::stop);
            return performance.run();
        }
    }

    /** Any thread, at any time: what is on its way is recorded as aborted, and {@link #run} returns soon. */
    public void stop() {
        stopSwitch.cancel();
    }
}
