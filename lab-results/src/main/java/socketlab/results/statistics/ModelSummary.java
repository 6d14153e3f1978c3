package socketlab.results.statistics;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import socketlab.results.LatencyMs;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;
import socketlab.results.Outcome;
import socketlab.results.ServiceMs;
import socketlab.results.files.RequestRow;
import socketlab.results.files.ResourceRow;
import socketlab.results.files.ServedRow;

/** From the raw rows of one model to the line about it: what was asked, answered, failed, and what it took. */
public final class ModelSummary {
    private static final double US_PER_MS = 1000.0;

    private ModelSummary() {}

    /**
     * Sums up one model; all rows must be its own. The verdict is the prediction's; a noisy machine is for the caller
     * to judge, see {@link ModelResult#withVerdict}.
     *
     * @param inService how many requests it works on at once; null means all
     * @param transport {@code tcp} or {@code udp}
     * @param requests looked at from first to last, more than once
     * @param served empty for a server that does not tell
     * @param resources samples of its process taken while the load lasted; may be empty
     */
    public static ModelResult of(String model, Integer inService, String transport, LoadSettings load,
                                 Iterable<RequestRow> requests, List<ServedRow> served, List<ResourceRow> resources) {
        OutcomeCounter tally = OutcomeCounter.of(requests);
        LatencyMs latency = tally.latency();
        LatencyMs uncorrected = load.closed() ? null : tally.uncorrected();
        double elapsedMs = tally.elapsedMs();
        int ok = tally.count(Outcome.OK);
        // Whom the kernel dropped did not queue, so those behind them were served earlier than they would have been.
        boolean dropped = tally.count(Outcome.LOST) > 0;
        Prediction prediction = dropped ? null : Prediction.of(load.over(transport), inService).orElse(null);
        // It is of all being answered: where some are not, the slowest of the others says nothing about it.
        boolean comparable = prediction != null && ok == tally.requests() && latency != null;
        return new ModelResult(model, inService, tally.rounds(), tally.requests(), ok,
                tally.requests() - ok, tally.errors(), tally.count(Outcome.LOST), latency, uncorrected,
                service(served), elapsedMs, elapsedMs > 0 ? ok * 1000.0 / elapsedMs : 0,
                prediction == null ? null : prediction.predicted(),
                comparable ? prediction.offPercent(latency.max()) : null, verdict(prediction, latency, comparable),
                resources.stream().mapToInt(ResourceRow::threads).max().orElse(0),
                resources.stream().mapToLong(ResourceRow::rssBytes).max().orElse(0), cpuMs(resources), 0, 0,
                0, null, transport, 0, null, load.clients(), load.ratePerS(), null,
                PollaczekKhinchine.of(load.over(transport), inService, requests, served).orElse(null));
    }

    private static String verdict(Prediction prediction, LatencyMs latency, boolean comparable) {
        if (prediction == null) {
            return Prediction.NONE;
        }
        return comparable ? prediction.verdict(latency.max()) : Prediction.OFF;
    }

    /** The counter runs on from sample to sample, so what a round used is its last reading less its first. */
    static double cpuMs(List<ResourceRow> resources) {
        return byRound(resources, ResourceRow::round).stream().mapToDouble(round -> {
            List<ResourceRow> inTime = round.stream().sorted(Comparator.comparingLong(ResourceRow::atUs)).toList();
            return inTime.getLast().cpuMs() - inTime.getFirst().cpuMs();
        }).sum();
    }

    private static ServiceMs service(List<ServedRow> served) {
        return served.stream()
                .filter(row -> row.replyWrittenUs() != RequestRow.NEVER && row.serviceStartUs() != RequestRow.NEVER)
                .mapToLong(row -> row.replyWrittenUs() - row.serviceStartUs()).average()
                .stream().mapToObj(mean -> new ServiceMs(mean / US_PER_MS)).findFirst().orElse(null);
    }

    private static <T> Collection<List<T>> byRound(List<T> rows, ToLongFunction<T> round) {
        return rows.stream().collect(Collectors.groupingBy(round::applyAsLong, TreeMap::new, Collectors.toList()))
                .values();
    }
}
