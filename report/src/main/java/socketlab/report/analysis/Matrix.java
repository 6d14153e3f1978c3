package socketlab.report.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import socketlab.report.text.Formats;
import socketlab.results.LatencyMs;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/** The models of a run by several metrics; a model that failed a request is best in none of them. */
public record Matrix(Run run, List<ModelResult> models, List<Metric> metrics) {
    /** What differs by less is called alike. */
    private static final double ALIKE = 1.1;
    private static final double MIB = 1024 * 1024;

    /** One metric of a model; NaN where its value is unknown. */
    public record Metric(String name, boolean lowIsGood, ToDoubleFunction<ModelResult> value, DoubleFunction<String> text) {
        private double least(List<ModelResult> models) {
            return models.stream().mapToDouble(value).filter(Double::isFinite).min().orElse(Double.NaN);
        }

        private double most(List<ModelResult> models) {
            return models.stream().mapToDouble(value).filter(Double::isFinite).max().orElse(Double.NaN);
        }
    }

    /** The metrics of every model of the run; those of the server's process only where it was watched. */
    public static Matrix of(Run run) {
        List<Metric> metrics = new ArrayList<>(List.of(
                new Metric("p50", true, latency(LatencyMs::p50), Formats::time),
                new Metric("p99", true, latency(LatencyMs::p99), Formats::time),
                new Metric("max", true, latency(LatencyMs::max), Formats::time),
                new Metric("throughput", false, ModelResult::throughputPerS, Formats::rate)));
        if (run.models().stream().anyMatch(model -> model.threadsPeak() > 0)) {
            metrics.addAll(List.of(
                    new Metric("CPU per request", true, Matrix::cpuMsEach, Formats::time),
                    new Metric("threads (peak)", true, seen(ModelResult::threadsPeak),
                            value -> Formats.number(Math.round(value))),
                    new Metric("memory (peak)", true, seen(ModelResult::rssPeakBytes),
                            value -> Formats.format("%.0f MiB", value / MIB))));
        }
        return new Matrix(run, run.models(), metrics);
    }

    private static ToDoubleFunction<ModelResult> latency(ToDoubleFunction<LatencyMs> which) {
        return model -> model.latencyMs() == null ? Double.NaN : which.applyAsDouble(model.latencyMs());
    }

    private static ToDoubleFunction<ModelResult> seen(ToDoubleFunction<ModelResult> what) {
        return model -> model.threadsPeak() == 0 ? Double.NaN : what.applyAsDouble(model);
    }

    /** CPU time in milliseconds per successful request: the sums divided, not the mean of ratios; NaN where unknown. */
    public static double cpuMsEach(ModelResult model) {
        return model.threadsPeak() == 0 || model.succeeded() == 0 ? Double.NaN : model.cpuMs() / model.succeeded();
    }

    /** The largest value of a metric; NaN where all are unknown. */
    public double largest(Metric metric) {
        return metric.most(models);
    }

    /** The best models, and those within 10 % of the best; none where all models without failures are alike. */
    public List<ModelResult> best(Metric metric) {
        List<ModelResult> sound = models.stream().filter(ModelResult::sound).toList();
        double least = metric.least(sound);
        double most = metric.most(sound);
        if (sound.size() > 1 && most <= ALIKE * least) {
            return List.of();
        }
        return sound.stream().filter(model -> metric.lowIsGood()
                ? metric.value().applyAsDouble(model) <= ALIKE * least
                : metric.value().applyAsDouble(model) >= most / ALIKE).toList();
    }

    /** {@code select is best, or within 10 % of the best, in 5 of 7 metrics; pool:4 failed 5 of 20 requests}. */
    public String title() {
        List<Metric> telling = metrics.stream().filter(metric -> !best(metric).isEmpty()).toList();
        long most = models.stream().mapToLong(model -> wins(telling, model)).max().orElse(0);
        String suffix = Failures.suffix(run) + (models.stream().anyMatch(ModelResult::inconclusive)
                ? "; inconclusive, the machine was too noisy" : "");
        if (most == 0) {
            return "No metric differs by more than 10 %" + suffix;
        }
        List<String> winners = models.stream().filter(model -> wins(telling, model) == most).map(ModelResult::model)
                .toList();
        String who = Formats.some(winners, "%s models");
        return (winners.size() > 3 ? Formats.capital(who) : who)
                + (winners.size() == 1 ? " is" : " are each") + " best, or within 10 % of the best, in " + most + " of "
                + metrics.size() + " metrics" + suffix;
    }

    private long wins(List<Metric> metrics, ModelResult model) {
        return metrics.stream().filter(metric -> best(metric).contains(model)).count();
    }
}
