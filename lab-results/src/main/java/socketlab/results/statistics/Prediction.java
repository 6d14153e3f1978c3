package socketlab.results.statistics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import socketlab.results.LoadSettings;
import socketlab.results.Predicted;
import socketlab.results.Verdict;

/**
 * What theory says. With service time S and m requests in service at once, the k-th of n simultaneous clients is answered
 * after {@code S * ceil(k / m)}. Where clients send more than one request, the closed loop is simulated instead.
 *
 * @param answersMs the latency of each request of a round, in milliseconds, in order of answer
 * @param momentsMs when each request is answered, in milliseconds since the first was sent, in the same order
 */
public record Prediction(double[] answersMs, double[] momentsMs) {
    private static final double CLOSE_PERCENT = 2;
    private static final double CLOSE_MS = 10;

    /**
     * The prediction for one round of this load.
     *
     * @param load as the model's transport sees it, see {@link LoadSettings#over}
     * @param inService how many requests the model serves at once; null: all
     * @return empty where none applies; {@link #missing} says why
     */
    public static Optional<Prediction> of(LoadSettings load, Integer inService) {
        if (missing(load).isPresent()) {
            return Optional.empty();
        }
        int servers = Math.min(load.clients(), inService == null ? Integer.MAX_VALUE : Math.max(1, inService));
        return Optional.of(new ClosedLoopSimulation(load.clients(), load.requests(), load.delayMs(), servers,
                load.keptConnections(), load.faults()).run());
    }

    /** Why no prediction applies to this load, to follow "No prediction: "; empty when one does. */
    public static Optional<String> missing(LoadSettings load) {
        if (!load.closed()) {
            return Optional.of("the loop is open, so the load does not depend on the answers");
        }
        if (load.requests() <= 0 || load.clients() <= 0) {
            return Optional.of("the load has a duration, not a number of requests");
        }
        if (load.schedule().rampMs() > 0) {
            return Optional.of("the clients start one after the other");
        }
        if (load.schedule().pause() != null) {
            return Optional.of("the server is paused during the load");
        }
        if (load.overflowsAcceptQueue()) {
            return Optional.of(String.format(Locale.ROOT,
                    "more clients connect at once than the accept queue of %,d holds; use --preconnect", load.connections()
                            .acceptQueue()));
        }
        if (load.foreign()) {
            return Optional.of("the lab did not start this server, so its service time is unknown");
        }
        if (load.delayMs() <= 0 && load.faults().slowOneIn() == 0) {
            return Optional.of("the service does not sleep, so its service time depends on this machine");
        }
        return load.faults().noPrediction(load.keptConnections());
    }

    /** The longest latency, in milliseconds. */
    public double maxMs() {
        return Arrays.stream(answersMs).max().orElseThrow();
    }

    /** The mean latency, in milliseconds. */
    public double meanMs() {
        return Arrays.stream(answersMs).average().orElseThrow();
    }

    /** The median latency, in milliseconds, by nearest rank. */
    public double p50Ms() {
        double[] sorted = answersMs.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) / 2];
    }

    /** How far what was measured is from the prediction, in percent of the prediction; positive is slower. */
    public static double offPercent(double measuredMs, double predictedMs) {
        return 100 * (measuredMs - predictedMs) / predictedMs;
    }

    /** As predicted within 2 % or 10 ms of the prediction, else off. */
    public static Verdict verdict(double measuredMs, double predictedMs) {
        boolean close = Math.abs(offPercent(measuredMs, predictedMs)) <= CLOSE_PERCENT
                || Math.abs(measuredMs - predictedMs) <= CLOSE_MS;
        return close ? Verdict.AS_PREDICTED : Verdict.OFF;
    }

    /** The numbers of it that {@code run.json} keeps. */
    public Predicted predicted() {
        return new Predicted(maxMs(), meanMs(), p50Ms());
    }
}
