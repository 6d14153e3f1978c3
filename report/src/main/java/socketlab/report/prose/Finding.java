package socketlab.report.prose;

import java.util.stream.Collectors;
import socketlab.report.text.Formats;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;

/** One model's finding: how the model works, what happened, and what casts doubt on it. */
public final class Finding {
    private static final double CLEARLY = 1.1;

    private Finding() {}

    /**
     * {@code select: one thread for every client. } and the outcome, then the uncorrected p99 where it hides something,
     * and whether the result is inconclusive.
     *
     * @param outcome complete sentences
     */
    public static String of(LoadSettings load, ModelResult result, String outcome) {
        String finding = result.model() + ": " + (load.foreign() ? "" : ModelBehaviour.of(result) + ". ") + outcome;
        if (hidesWaiting(result)) {
            finding += " Uncorrected p99 (coordinated omission): " + Formats.time(result.uncorrectedMs().p99())
                    + " instead of " + Formats.time(result.latencyMs().p99()) + ".";
        }
        finding += causes(result) + connections(result);
        if (result.crash() != null) {
            finding += " " + Formats.capital(result.crash()) + ".";
        }
        if (result.inconclusive()) {
            finding += " Inconclusive: the machine was too noisy.";
        }
        return result.note() == null || result.note().isBlank() ? finding : finding + " Note: " + result.note();
    }

    /** Why the first request of each outcome failed. */
    private static String causes(ModelResult result) {
        return result.causes().entrySet().stream()
                .map(cause -> " The first " + cause.getKey() + ": " + cause.getValue() + ".").collect(Collectors.joining());
    }

    private static String connections(ModelResult result) {
        int again = result.counts().reconnected();
        return (again == 0 ? "" : " " + Formats.count(again, "request") + " had to be sent again on a new connection, because the"
                + " server had closed the kept one.")
                + (!result.probeFailed() ? "" : " The probe after the load was answered wrongly: this server does not find"
                        + " where a message ends (see the wrong replies).");
    }

    /** Whether latency from the moment of sending misses a wait. */
    static boolean hidesWaiting(ModelResult result) {
        return result.uncorrectedMs() != null && result.latencyMs() != null
                && result.latencyMs().p99() > CLEARLY * result.uncorrectedMs().p99();
    }
}
