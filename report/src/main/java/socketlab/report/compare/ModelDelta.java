package socketlab.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import socketlab.report.analysis.LatencyDistribution;
import socketlab.report.analysis.Ratio;
import socketlab.report.text.Formats;

/**
 * One model in the first run and in a later one.
 *
 * @param model its label
 * @param median the ratio of the medians; null where a request failed in either run: then nothing is compared
 * @param tail the ratio of p99; null in the same case
 */
record ModelDelta(String model, ComparedRun base, ComparedRun other, Ratio median, Ratio tail) {
    private static final double TRIFLE = 0.02;
    private static final int NAMED = 3;

    /** For every model that all runs have, each later run against the first, in the order of the first. */
    static List<ModelDelta> of(List<ComparedRun> runs) {
        List<ModelDelta> deltas = new ArrayList<>();
        ComparedRun base = runs.getFirst();
        for (String model : common(runs)) {
            for (ComparedRun other : runs.subList(1, runs.size())) {
                LatencyDistribution first = base.distributions().get(model);
                LatencyDistribution second = other.distributions().get(model);
                boolean sound = first.sound() && second.sound();
                deltas.add(new ModelDelta(model, base, other,
                        sound ? Ratio.of(first.sortedUs(), second.sortedUs(), 0.5) : null,
                        sound ? Ratio.of(first.sortedUs(), second.sortedUs(), 0.99) : null));
            }
        }
        return deltas;
    }

    /** The labels that all runs have. */
    static List<String> common(List<ComparedRun> runs) {
        return runs.getFirst().distributions().keySet().stream()
                .filter(model -> runs.stream().allMatch(one -> one.distributions().containsKey(model))).toList();
    }

    /** The model's name without its step, by which it has its colour. */
    String bareModel() {
        return base.distributions().get(model).model();
    }

    /** {@code within noise}, {@code B takes 1.20 times as long}, {@code B takes 0.80 times as long}. */
    String verdict() {
        if (median == null) {
            return failed(base) + (failed(base).isEmpty() || failed(other).isEmpty() ? "" : ", ") + failed(other)
                    + ": no comparison";
        }
        if (noisy()) {
            return "inconclusive: too noisy";
        }
        if (alike()) {
            return median.withinNoise() ? "within noise" : "within 2 %";
        }
        return other.letter() + " takes " + Formats.format("%.2f", median.value()) + " times as long";
    }

    /** Whether the medians differ by more than chance and noise. */
    boolean differs() {
        return median != null && !noisy() && !alike();
    }

    /** CPU time that other guests took is in neither run's own spread. */
    private boolean noisy() {
        return Stream.of(base, other).anyMatch(one -> one.distributions().get(model).result().inconclusive());
    }

    /** They differ by chance, or by less than 2 %. */
    private boolean alike() {
        return median.withinNoise() || Math.abs(median.value() - 1) <= TRIFLE;
    }

    private String failed(ComparedRun one) {
        LatencyDistribution distribution = one.distributions().get(model);
        int failed = distribution.failed();
        return failed == 0 && distribution.requests() > 0 ? "" : one.letter() + " failed " + Formats.number(failed) + " of "
                + Formats.number(distribution.requests());
    }

    /** {@code B takes 1.30 times as long in select; within noise in four models}. */
    static String headline(List<ModelDelta> deltas) {
        List<String> parts = new ArrayList<>();
        List<ModelDelta> differing = deltas.stream().filter(ModelDelta::differs).toList();
        if (differing.size() <= NAMED) {
            differing.forEach(delta -> parts.add(delta.verdict() + " in " + delta.model()));
        } else {
            parts.add(Formats.spelled(differing.size()) + " of " + Formats.spelled(deltas.size())
                    + " medians differ by more than noise");
        }
        for (String verdict : List.of("within noise", "within 2 %", "inconclusive: too noisy")) {
            add(parts, verdict, deltas.stream().filter(delta -> delta.verdict().equals(verdict)), deltas);
        }
        add(parts, "requests failed", deltas.stream().filter(delta -> delta.median == null), deltas);
        return Formats.capital(String.join("; ", parts));
    }

    private static void add(List<String> parts, String what, Stream<ModelDelta> which, List<ModelDelta> all) {
        List<String> models = which.map(ModelDelta::model).distinct().toList();
        boolean every = models.size() == all.stream().map(ModelDelta::model).distinct().count();
        if (!models.isEmpty()) {
            parts.add(what + " in " + Formats.some(models, every ? "all %s models" : "%s models"));
        }
    }
}
