package socketlab.lab.judge;

import java.util.Set;
import socketlab.results.JudgedLatency;
import socketlab.results.LatencyMs;
import socketlab.results.ModelResult;
import socketlab.results.Predicted;
import socketlab.results.Run;
import socketlab.results.statistics.Noise;
import socketlab.results.statistics.Noise.Range;
import socketlab.results.statistics.Prediction;

/**
 * What a metric can have been without noise. Counts, order, deliveries, threads and memory are what they are; a maximum is
 * longer by at most one gap, a median, a mean or a throughput differs by at most the stolen share.
 */
final class MetricNoise {
    /** Of fewer requests p99 is the slowest but a few, and one gap can delay all of those. */
    private static final int MANY = 1000;
    private static final Set<String> GIVEN = Set.of("guess_ms", "longest_gap_ms", "checks.noise_floor_ms");

    private final ModelResult result;
    private final Run run;
    private final Noise noise;

    MetricNoise(ModelResult result, Run run) {
        this.result = result;
        this.run = run;
        this.noise = of(result);
    }

    private static Noise of(ModelResult result) {
        return new Noise(result.assessment().stolenPercent(), result.assessment().longestGapMs());
    }

    /** The values that this metric of this result can have had, where {@code value} was measured. */
    Range range(String metric, double value) {
        String last = metric.substring(metric.lastIndexOf('.') + 1);
        if (GIVEN.contains(metric) || metric.startsWith("predicted.")) {
            return Range.exactly(value);
        }
        return switch (last) {
            case "off_percent" -> offPercent(value);
            case "p50_growth", "p99_growth" -> growth(last, value);
            case "max", "min" -> slept(metric, value, noise.maximum(value));
            case "p90", "p99" -> slept(metric, value, tail(value, result, noise));
            case "throughput_per_s", "deliveries_per_s", "achieved_per_s" -> noise.rate(value);
            case "p50", "mean" -> slept(metric, value, noise.median(value));
            default -> last.endsWith("_ms") ? noise.median(value) : Range.exactly(value);
        };
    }

    /** A sleep does not end early, so without noise no latency is below its prediction that is above it with noise. */
    private Range slept(String metric, double value, Range range) {
        Predicted predicted = result.predicted();
        if (predicted == null || !metric.startsWith("latency_ms.")) {
            return range;
        }
        double least = switch (metric) {
            case "latency_ms.max" -> predicted.maxMs();
            case "latency_ms.p50", "latency_ms.p90", "latency_ms.p99" -> predicted.p50Ms();   // at least
            case "latency_ms.mean" -> predicted.meanMs();
            default -> 0;
        };
        return new Range(Math.max(range.low(), Math.min(value, least)), range.high());
    }

    private static Range tail(double ms, ModelResult result, Noise noise) {
        long count = result.chat() == null ? result.succeeded() : result.chat().deliveries().arrived();
        return count < MANY ? noise.maximum(ms) : noise.median(ms);
    }

    private Range offPercent(double percent) {
        if (result.latencyMs() == null || result.predicted() == null) {
            return Range.exactly(percent);
        }
        JudgedLatency judged = JudgedLatency.of(run.load());
        double measuredMs = judged.measured(result.latencyMs());
        double predictedMs = judged.predicted(result.predicted());
        double quietMs = (judged == JudgedLatency.MAX ? noise.maximum(measuredMs) : noise.median(measuredMs)).low();
        return new Range(Prediction.offPercent(Math.max(quietMs, Math.min(measuredMs, predictedMs)), predictedMs), percent);
    }

    /** A ratio of two results of the same model, each with its own noise. */
    private Range growth(String metric, double value) {
        ModelResult first = run.models().stream().filter(one -> one.model().equals(result.model())).findFirst().orElseThrow();
        if (first == result) {
            return Range.exactly(value);
        }
        Range before = latency(metric, first);
        Range after = latency(metric, result);
        return new Range(after.low() / before.high(), before.low() <= 0 ? Double.MAX_VALUE : after.high() / before.low());
    }

    private static Range latency(String metric, ModelResult result) {
        LatencyMs latency = Metrics.latency(result);
        return metric.startsWith("p50") ? of(result).median(latency.p50()) : tail(latency.p99(), result, of(result));
    }
}
