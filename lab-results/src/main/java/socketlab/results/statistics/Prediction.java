package socketlab.results.statistics;

import java.util.Arrays;
import java.util.Optional;
import socketlab.results.LoadSettings;
import socketlab.results.Predicted;

/**
 * What arithmetic expects: with service time S and m requests in service at once, the k-th of n simultaneous clients is
 * answered at S * ceil(k / m); where clients ask more than once, the closed loop is played through instead.
 *
 * @param answersMs the latency of each request, in milliseconds, in order of answer
 * @param momentsMs when each request is answered, in milliseconds since the first was sent, in the same order
 */
public record Prediction(double[] answersMs, double[] momentsMs) {
    public static final String AS_PREDICTED = "as predicted";
    static final String OFF = "off";
    public static final String NONE = "no prediction";
    private static final double CLOSE_PERCENT = 2;
    private static final double CLOSE_MS = 10;

    /**
     * The prediction for one round of this load.
     *
     * @param inService how many requests the model works on at once; null means all
     * @return empty where none applies; {@link #because} says why
     */
    public static Optional<Prediction> of(LoadSettings load, Integer inService) {
        if (because(load).isPresent()) {
            return Optional.empty();
        }
        int servers = Math.min(load.clients(), inService == null ? Integer.MAX_VALUE : Math.max(1, inService));
        return Optional.of(new ClosedLoopSimulation(load.clients(), load.requests(), load.delayMs(), servers,
                load.keptConnections(), load.trouble()).play());
    }

    /** Why no prediction applies to this load, as the rest of a sentence; empty when one does. */
    public static Optional<String> because(LoadSettings load) {
        if (!load.closed()) {
            return Optional.of("requests come at a fixed rate, whoever is answered");
        }
        if (load.requests() <= 0 || load.clients() <= 0) {
            return Optional.of("the load runs for a time, not for a number of requests");
        }
        if (load.rampMs() > 0) {
            return Optional.of("the clients begin one after the other");
        }
        if (load.pauseMs() > 0) {
            return Optional.of("the server is stopped meanwhile");
        }
        if (load.overrun()) {
            return Optional.of("more clients connect at once than the accept queue of %,d holds; use --preconnect"
                    .formatted(load.acceptQueue()));
        }
        if (load.foreign()) {
            return Optional.of("this server was not started by the lab, so nobody knows how it works");
        }
        if (load.delayMs() <= 0 && load.trouble().slowOneIn() == 0) {
            return Optional.of("the service does not sleep, so its time depends on this machine");
        }
        return load.trouble().because(load.keptConnections());
    }

    /** The longest latency, in milliseconds. */
    public double maxMs() {
        return Arrays.stream(answersMs).max().orElseThrow();
    }

    /** The mean latency, in milliseconds. */
    public double meanMs() {
        return Arrays.stream(answersMs).average().orElseThrow();
    }

    /** How far the measured maximum lies from the predicted one, in percent of the predicted; positive is slower. */
    public double offPercent(double measuredMaxMs) {
        return 100 * (measuredMaxMs - maxMs()) / maxMs();
    }

    /** {@code as predicted} within 2 % or 10 ms of the predicted maximum, else {@code off}. */
    public String verdict(double measuredMaxMs) {
        boolean close = Math.abs(offPercent(measuredMaxMs)) <= CLOSE_PERCENT
                || Math.abs(measuredMaxMs - maxMs()) <= CLOSE_MS;
        return close ? AS_PREDICTED : OFF;
    }

    /** The two numbers of it that {@code run.json} keeps. */
    public Predicted predicted() {
        return new Predicted(maxMs(), meanMs());
    }
}
