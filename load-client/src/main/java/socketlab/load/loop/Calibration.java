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
 * Requests to nobody but ourselves, before the clock starts: otherwise the first client would be charged for the
 * loading of classes, some 10 ms of it. What a request takes here is what every request takes without any server.
 */
public final class Calibration {
    private static final int REQUESTS = 20;
    private static final Duration PATIENCE = Duration.ofMillis(50);
    private static final Duration LISTENING = Duration.ofMillis(100);

    private Calibration() {}

    /** Takes a second at most. */
    static void warmUp(LoadPlan plan) throws IOException, InterruptedException {
        RequestProtocol mirrored = plan.protocol().forNullResponder();
        RequestProtocol hangingUp = new RequestProtocol(mirrored.framing(), false, mirrored.messages(), mirrored.accepts());
        try (NullResponder mirror = new NullResponder(plan.transport())) {
            log(LoadPlan.closedLoop(mirror.address(), hangingUp, 1, REQUESTS), plan);
        }
    }

    /**
     * What half of the requests take at most when the responder does nothing, in milliseconds: of what a load like this
     * measures, so much is the client's own. Takes a tenth of a second; empty where this machine answers nothing.
     */
    public static OptionalDouble noiseFloorMs(LoadPlan plan) throws IOException, InterruptedException {
        try (NullResponder mirror = new NullResponder(plan.transport())) {
            RequestLog log = log(LoadPlan.closedLoop(mirror.address(), plan.protocol().forNullResponder(), 1, 0)
                    .withDuration(Optional.of(LISTENING)), plan);
            long[] took = IntStream.range(0, log.size()).filter(row -> log.outcome(row) == Outcome.OK)
                    .mapToLong(row -> log.doneUs(row) - log.intendedUs(row)).sorted().toArray();
            return took.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(took[(took.length - 1) / 2] / 1000.0);
        }
    }

    private static RequestLog log(LoadPlan mirrored, LoadPlan plan) throws IOException, InterruptedException {
        return new LoadClient(mirrored.withTransport(plan.transport()).withTimeout(PATIENCE)
                .withNoDelay(plan.connections().noDelay()).withZeroNanos(plan.timing().zeroNanos()), LoadListener.NONE).perform();
    }
}
