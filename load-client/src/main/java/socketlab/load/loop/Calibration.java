package socketlab.load.loop;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import socketlab.load.log.LoadListener;
import socketlab.load.log.RequestLog;
import socketlab.load.plan.LoadPlan;
import socketlab.load.plan.RequestProtocol;
import socketlab.results.Outcome;

/**
 * Requests to a responder in this process that does nothing. They load the client's classes before the clock starts, which
 * would otherwise add some 10 ms to the first request; and their latency is the noise floor of the load client itself.
 */
public final class Calibration {
    private static final int WARM_UP_REQUESTS = 20;
    private static final Duration TIMEOUT = Duration.ofMillis(50);
    private static final Duration NOISE_FLOOR_DURATION = Duration.ofMillis(100);

    private Calibration() {}

    /** Loads the classes that this plan uses; takes a second at most. */
    static void warmUp(LoadPlan plan) throws IOException, InterruptedException {
        RequestProtocol kept = plan.protocol().forNullResponder();
        RequestProtocol closing = new RequestProtocol(kept.framing(), false, kept.messages(), kept.accepts());
        try (NullResponder responder = new NullResponder(plan.transport())) {
            run(LoadPlan.closedLoop(responder.address(), closing, 1, WARM_UP_REQUESTS), plan);
        }
    }

    /**
     * The median latency, by nearest rank, of requests to a responder that does nothing, in milliseconds: this much of every
     * measured latency is the load client's own. Takes 0.1 s; empty where this machine answered none.
     *
     * @throws IOException          with one line to show the user when this machine allows no further socket
     * @throws InterruptedException when the thread was interrupted
     */
    public static OptionalDouble noiseFloorMs(LoadPlan plan) throws IOException, InterruptedException {
        try (NullResponder responder = new NullResponder(plan.transport())) {
            RequestLog log = run(LoadPlan.closedLoop(responder.address(), plan.protocol().forNullResponder(), 1, 0)
                    .withDuration(Optional.of(NOISE_FLOOR_DURATION)), plan);
            long[] latencies = IntStream.range(0, log.size()).filter(row -> log.outcome(row) == Outcome.OK)
                    .mapToLong(row -> log.doneUs(row) - log.intendedUs(row)).sorted().toArray();
            return latencies.length == 0 ? OptionalDouble.empty()
                    : OptionalDouble.of(latencies[(latencies.length - 1) / 2] / 1000.0);
        }
    }

    private static RequestLog run(LoadPlan calibration, LoadPlan plan) throws IOException, InterruptedException {
        return new LoadClient(calibration.withTransport(plan.transport()).withTimeout(TIMEOUT)
                .withNoDelay(plan.connections().noDelay()).withZeroNanos(plan.timing().zeroNanos()), LoadListener.NONE)
                .runMeasured();
    }
}
