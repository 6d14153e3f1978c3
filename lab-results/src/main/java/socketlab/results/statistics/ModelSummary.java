package socketlab.results.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import socketlab.results.JudgedLatency;
import socketlab.results.LatencyMs;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;
import socketlab.results.ServiceMs;
import socketlab.results.Verdict;
import socketlab.results.files.RequestRow;
import socketlab.results.files.ResourceRow;
import socketlab.results.files.ServedRow;

/** From the rows of one model to its result. */
public final class ModelSummary {
    private static final double US_PER_MS = 1000.0;

    private ModelSummary() {}

    /**
     * The result of one model under one load, over all rounds that its rows belong to. The verdict compares it with the
     * prediction; whether the machine was too noisy is for the caller to judge, see {@link ModelResult#withVerdict}.
     *
     * @param inService how many requests the model serves at once; null: all
     * @param transport {@code tcp} or {@code udp}
     * @param requests the model's rows only; iterated more than once
     * @param served empty for a foreign server
     * @param resources samples of the server's process during the load; empty for a foreign server
     */
    public static ModelResult of(String model, Integer inService, String transport, LoadSettings load,
            Iterable<RequestRow> requests, List<ServedRow> served, List<ResourceRow> resources) {
        OutcomeCounter counter = OutcomeCounter.of(requests);
        Map<Integer, ModelResult.Resources> byRound = byRound(resources);
        ModelResult.Counts counts = counter.counts();
        LatencyMs latency = counter.latency();
        return new ModelResult(new ModelResult.Setup(model, inService, transport, load.clients(), load.ratePerS()),
                counts, new ModelResult.Times(latency, load.closed() ? null : counter.uncorrected(), service(served),
                        counter.elapsedMs(), counter.throughputPerS()),
                assessment(load.over(transport), inService, counts, latency), counter.perRound(byRound),
                new ModelResult.Resources(byRound.values().stream().mapToInt(ModelResult.Resources::threadsPeak).max().orElse(0),
                        byRound.values().stream().mapToLong(ModelResult.Resources::rssPeakBytes).max().orElse(0),
                        byRound.values().stream().mapToDouble(ModelResult.Resources::cpuMs).sum()),
                new ModelResult.Parts(null, null, null,
                        PollaczekKhinchine.of(load.over(transport), inService, requests, served).orElse(null)));
    }

    private static ModelResult.Assessment assessment(LoadSettings load, Integer inService, ModelResult.Counts counts,
            LatencyMs latency) {
        // A dropped datagram does not queue, so the requests behind it are served earlier than the theory says.
        Prediction prediction = counts.lost() > 0 ? null : Prediction.of(load, inService).orElse(null);
        if (prediction == null) {
            return new ModelResult.Assessment(null, null, Verdict.NO_PREDICTION);
        }
        // The prediction is for a load without failures: with some, the slowest of the others says nothing about it.
        if (counts.failed() > 0 || latency == null) {
            return new ModelResult.Assessment(prediction.predicted(), null, Verdict.OFF);
        }
        JudgedLatency judged = JudgedLatency.of(load);
        double measuredMs = judged.measured(latency);
        double predictedMs = judged.predicted(prediction.predicted());
        return new ModelResult.Assessment(prediction.predicted(), Prediction.offPercent(measuredMs, predictedMs),
                Prediction.verdict(measuredMs, predictedMs));
    }

    /** By round: peaks, and of the CPU time the last reading of the counter minus its first. */
    static Map<Integer, ModelResult.Resources> byRound(List<ResourceRow> resources) {
        Map<Integer, ModelResult.Resources> byRound = new TreeMap<>();
        resources.stream().collect(Collectors.groupingBy(ResourceRow::round)).forEach((round, rows) -> {
            List<ResourceRow> inTime = rows.stream().sorted(Comparator.comparingLong(ResourceRow::atUs)).toList();
            byRound.put(round, new ModelResult.Resources(rows.stream().mapToInt(ResourceRow::threads).max().orElse(0),
                    rows.stream().mapToLong(ResourceRow::rssBytes).max().orElse(0),
                    inTime.getLast().cpuMs() - inTime.getFirst().cpuMs()));
        });
        return byRound;
    }

    private static ServiceMs service(List<ServedRow> served) {
        return served.stream()
                .filter(row -> row.replyWrittenUs() != RequestRow.NEVER && row.serviceStartUs() != RequestRow.NEVER)
                .mapToLong(row -> row.replyWrittenUs() - row.serviceStartUs()).average()
                .stream().mapToObj(mean -> new ServiceMs(mean / US_PER_MS)).findFirst().orElse(null);
    }
}
