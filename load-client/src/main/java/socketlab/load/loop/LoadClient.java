package socketlab.load.loop;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.Objects;
import socketlab.load.log.CancellationToken;
import socketlab.load.log.LoadListener;
import socketlab.load.log.RequestLog;
import socketlab.load.net.LoadContext;
import socketlab.load.plan.LoadPlan;

/** Runs a planned load against a server and records every request. One client runs one load. */
public final class LoadClient {
    private final LoadPlan plan;
    private final LoadListener listener;
    private final CancellationToken cancellation = new CancellationToken();

    /** Neither may be null; {@link LoadListener#NONE} listens to nothing. */
    public LoadClient(LoadPlan plan, LoadListener listener) {
        this.plan = Objects.requireNonNull(plan);
        this.listener = Objects.requireNonNull(listener);
    }

    /**
     * Runs calibration, warm-up and load on the calling thread. Returns when every request has ended or the load was
     * stopped; no descriptor is left open. A server that refuses, resets or replies wrongly is no exception but an outcome
     * in the log.
     *
     * @throws IOException          with one line to show the user when this machine allows no further socket
     * @throws InterruptedException when the thread was interrupted; the listener has seen every started request end
     */
    public RequestLog run() throws IOException, InterruptedException {
        Calibration.warmUp(plan);
        if (!plan.timing().warmup().isZero()) {
            run(plan.asWarmup(), LoadListener.NONE);
        }
        return runMeasured();
    }

    /** Runs the load without calibration and warm-up. */
    RequestLog runMeasured() throws IOException, InterruptedException {
        return run(plan, listener);
    }

    private RequestLog run(LoadPlan plan, LoadListener listener) throws IOException, InterruptedException {
        try (Selector selector = Selector.open()) {
            LoadSession session = new LoadSession(LoadContext.of(plan, listener, selector));
            cancellation.onCancel(session::stop);
            return session.run();
        }
    }

    /** Any thread, at any time: requests in flight are recorded as aborted, and {@link #run} returns soon. */
    public void stop() {
        cancellation.cancel();
    }
}
