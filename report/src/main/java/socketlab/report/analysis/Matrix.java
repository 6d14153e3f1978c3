package socketlab.report.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import socketlab.report.prose.Headline;
import socketlab.report.text.Formats;
import socketlab.results.LatencyMs;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/** The models of a run by several yardsticks; a model that failed a request is best by none of them. */
public record Matrix(List<ModelResult> models, List<Yardstick> yardsticks) {
    private static final double ALIKE = 1.1;
    private static final double MIB = 1024 * 1024;

    /** One thing by which models may be compared; a value that nobody knows is NaN. */
    public record Yardstick(String name, boolean lowIsGood, ToDoubleFunction<ModelResult> value, LatencyDistribution.ToText text) {
        private double least(List<ModelResult> models) {
            return models.stream().mapToDouble(value).filter(Double::isFinite).min().orElse(Double.NaN);
        }

        private double most(List<ModelResult> models) {
            return models.stream().mapToDouble(value).filter(Double::isFinite).max().orElse(Double.NaN);
        }
    }

    public static Matrix of(Run run) {
        List<Yardstick> yardsticks = new ArrayList<>(List.of(
                new Yardstick("half within (p50)", true, latency(LatencyMs::p50), Formats::time),
                new Yardstick("99 % within (p99)", true, latency(LatencyMs::p99), Formats::time),
                new Yardstick("all within (max)", true, latency(LatencyMs::max), Formats::time),
                new Yardstick("answers per second", false, ModelResult::throughputPerS, Formats::rate)));
        if (run.models().stream().anyMatch(model -> model.threadsPeak() > 0)) {
            yardsticks.addAll(List.of(
                    new Yardstick("CPU per request", true, Matrix::cpuMsEach, Formats::time),
                    new Yardstick("threads, at most", true, seen(ModelResult::threadsPeak),
                            value -> Formats.number(Math.round(value))),
                    new Yardstick("memory, at most", true, seen(ModelResult::rssPeakBytes),
                            value -> Formats.format("%.0f MiB", value / MIB))));
        }
        return new Matrix(run.models(), yardsticks);
    }

    private static ToDoubleFunction<ModelResult> latency(ToDoubleFunction<LatencyMs> which) {
        return model -> model.latencyMs() == null ? Double.NaN : which.applyAsDouble(model.latencyMs());
    }

    private static ToDoubleFunction<ModelResult> seen(ToDoubleFunction<ModelResult> what) {
        return model -> model.threadsPeak() == 0 ? Double.NaN : what.applyAsDouble(model);
    }

    /** What was used in all by what was answered in all, and not the mean of what each round seemed to cost. */
    public static double cpuMsEach(ModelResult model) {
        return model.threadsPeak() == 0 || model.succeeded() == 0 ? Double.NaN : model.cpuMs() / model.succeeded();
    }

    public static boolean sound(ModelResult model) {
        return model.failed() == 0 && model.latencyMs() != null;
    }

    public double largest(Yardstick yardstick) {
        return yardstick.most(models);
    }

    /** The best, and those within 10 % of them; none where all that failed nothing are alike. */
    public List<ModelResult> best(Yardstick yardstick) {
        List<ModelResult> sound = models.stream().filter(Matrix::sound).toList();
        double least = yardstick.least(sound);
        double most = yardstick.most(sound);
        if (sound.size() > 1 && most <= ALIKE * least) {
            return List.of();
        }
        return sound.stream().filter(model -> yardstick.lowIsGood()
                ? yardstick.value().applyAsDouble(model) <= ALIKE * least
                : yardstick.value().applyAsDouble(model) >= most / ALIKE).toList();
    }

    /** {@code select is best, or as good, by 5 of 7 yardsticks; pool:4 failed 5 of 20 requests}. */
    public String title() {
        List<Yardstick> telling = yardsticks.stream().filter(yardstick -> !best(yardstick).isEmpty()).toList();
        long most = models.stream().mapToLong(model -> wins(telling, model)).max().orElse(0);
        String failed = Headline.failures(models).map(text -> "; " + text).orElse("")
                + (models.stream().anyMatch(model -> model.inconclusive())
                        ? "; but the machine was too noisy to judge by" : "");
        if (most == 0) {
            return "By no yardstick is there a difference worth naming" + failed;
        }
        List<String> winners = models.stream().filter(model -> wins(telling, model) == most).map(ModelResult::model)
                .toList();
        return Formats.capital(Formats.some(winners, "%s models"), winners.size() > 3)
                + (winners.size() == 1 ? " is" : " are each") + " best, or as good, by " + most + " of " + yardsticks.size()
                + " yardsticks" + failed;
    }

    private long wins(List<Yardstick> yardsticks, ModelResult model) {
        return yardsticks.stream().filter(yardstick -> best(yardstick).contains(model)).count();
    }
}
