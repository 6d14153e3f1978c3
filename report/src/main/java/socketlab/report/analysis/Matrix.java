package socketlab.report.analysis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import socketlab.report.text.Formats;
import socketlab.results.LatencyMs;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.statistics.RoundFigure;

/**
 * The models of a run by several metrics. Which of them is best is said only where repeated rounds support it; a model that
 * failed a request is best in none.
 */
public record Matrix(Run run, List<ModelResult> models, List<Metric> metrics, Map<RoundFigure, Ranking> rankings) {
    private static final double MIB = 1024 * 1024;

    /** One metric of a model over all its rounds; NaN where its value is unknown. */
    public record Metric(String name, RoundFigure figure, ToDoubleFunction<ModelResult> value, DoubleFunction<String> text) {
        public boolean lowIsGood() {
            return figure.lessIsBetter();
        }
    }

    /** The metrics of every model of the run; those of the server's process only where it was watched. */
    public static Matrix of(Run run) {
        List<Metric> metrics = new ArrayList<>(List.of(
                new Metric("p50", RoundFigure.P50, latency(LatencyMs::p50), Formats::time),
                new Metric("p99", RoundFigure.P99, latency(LatencyMs::p99), Formats::time),
                new Metric("max", RoundFigure.MAX, latency(LatencyMs::max), Formats::time),
                new Metric("throughput", RoundFigure.THROUGHPUT, ModelResult::throughputPerS, Formats::rate)));
        if (run.models().stream().anyMatch(model -> model.threadsPeak() > 0)) {
            metrics.addAll(List.of(
                    new Metric("CPU per request", RoundFigure.CPU, Matrix::cpuMsEach, Formats::time),
                    new Metric("threads (peak)", RoundFigure.THREADS, seen(ModelResult::threadsPeak),
                            value -> Formats.number(Math.round(value))),
                    new Metric("memory (peak)", RoundFigure.MEMORY, seen(ModelResult::rssPeakBytes),
                            value -> Formats.format("%.0f MiB", value / MIB))));
        }
        Map<RoundFigure, Ranking> rankings = new EnumMap<>(RoundFigure.class);
        Ranking.of(run.models(), metrics.stream().map(Metric::figure).toList())
                .forEach(ranking -> rankings.put(ranking.figure(), ranking));
        return new Matrix(run, run.models(), metrics, rankings);
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
        return models.stream().mapToDouble(metric.value).filter(Double::isFinite).max().orElse(Double.NaN);
    }

    /** How many rounds each model has, at least. */
    public int rounds() {
        return rankings.values().stream().mapToInt(Ranking::rounds).min().orElse(1);
    }

    /** The models than which none is better in this metric; none where no two models differ beyond chance. */
    public List<ModelResult> best(Metric metric) {
        Ranking ranking = rankings.get(metric.figure);
        List<String> best = ranking.tells() ? ranking.best() : List.of();
        return models.stream().filter(model -> best.contains(model.label())).toList();
    }

    /** {@code 7 rounds show no model better than select in 5 of 7 metrics; pool:4 failed 5 of 20 requests}. */
    public String title() {
        String suffix = Failures.suffix(run);
        String shown = Formats.capital(Formats.spelled(models.size())) + " models by " + Formats.spelled(metrics.size())
                + " metrics";
        if (rounds() < 2) {
            return shown + ", one run each: no claim" + suffix;
        }
        String rounds = Formats.capital(Formats.spelled(rounds())) + " rounds show no ";
        long most = models.stream().mapToLong(this::wins).max().orElse(0);
        if (most == 0) {
            return rounds + "difference in any of " + Formats.spelled(metrics.size()) + " metrics" + suffix;
        }
        List<String> winners = models.stream().filter(model -> wins(model) == most).map(ModelResult::model).toList();
        return winners.size() > 3 ? shown + suffix
                : rounds + "model better than " + Formats.list(winners).replace(" and ", " or ") + " in " + most + " of "
                        + metrics.size() + " metrics" + suffix;
    }

    private long wins(ModelResult model) {
        return metrics.stream().filter(metric -> best(metric).contains(model)).count();
    }
}
