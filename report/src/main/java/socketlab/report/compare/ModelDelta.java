package socketlab.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import socketlab.report.analysis.LatencyDistribution;
import socketlab.report.analysis.Ratio;
import socketlab.report.text.Formats;

/**
 * What one model did in the first run and in a later one.
 *
 * @param model its name, and the step where the load grew
 * @param median how the medians compare; null where a request failed in either run, for then nothing may be won
 * @param tail the same of what 99 of 100 requests do not exceed
 */
record ModelDelta(String model, ComparedRun base, ComparedRun other, Ratio median, Ratio tail) {
    private static final double TRIFLE = 0.02;
    private static final int NAMED = 3;

    /** Of every model that all the runs have, in the order of the first; each later run against the first. */
    static List<ModelDelta> of(List<ComparedRun> contenders) {
        List<ModelDelta> duels = new ArrayList<>();
        ComparedRun base = contenders.getFirst();
        for (String model : common(contenders)) {
            for (ComparedRun other : contenders.subList(1, contenders.size())) {
                LatencyDistribution first = base.spreads().get(model);
                LatencyDistribution second = other.spreads().get(model);
                boolean sound = first.sound() && second.sound();
                duels.add(new ModelDelta(model, base, other,
                        sound ? Ratio.of(first.sortedUs(), second.sortedUs(), 0.5) : null,
                        sound ? Ratio.of(first.sortedUs(), second.sortedUs(), 0.99) : null));
            }
        }
        return duels;
    }

    static List<String> common(List<ComparedRun> contenders) {
        return contenders.getFirst().spreads().keySet().stream()
                .filter(model -> contenders.stream().allMatch(one -> one.spreads().containsKey(model))).toList();
    }

    /** The model's bare name, by which it has its colour. */
    String bareModel() {
        return base.spreads().get(model).model();
    }

    /** {@code within noise}, {@code B takes 1.2 times as long}, {@code B takes 0.8 times as long}. */
    String verdict() {
        if (median == null) {
            return failed(base) + (failed(base).isEmpty() || failed(other).isEmpty() ? "" : ", ") + failed(other)
                    + ": no comparison";
        }
        if (noisy()) {
            return "too noisy to tell";
        }
        if (alike()) {
            return median.withinNoise() ? "within noise" : "within 2 %";
        }
        return other.letter() + " takes " + Formats.format("%.2f", median.value()) + " times as long";
    }

    /** Whether anybody may speak of a difference. */
    boolean telling() {
        return median != null && !noisy() && !alike();
    }

    /** What others did to the machine meanwhile is in neither run's own spread. */
    private boolean noisy() {
        return Stream.of(base, other).anyMatch(one -> one.spreads().get(model).result().inconclusive());
    }

    /** By chance, or by so little that nobody would notice. */
    private boolean alike() {
        return median.withinNoise() || Math.abs(median.value() - 1) <= TRIFLE;
    }

    private String failed(ComparedRun one) {
        LatencyDistribution spread = one.spreads().get(model);
        int failed = spread.asked() - spread.sortedUs().length;
        return failed == 0 && spread.asked() > 0 ? "" : one.letter() + " failed " + Formats.number(failed) + " of "
                + Formats.number(spread.asked());
    }

    /** {@code B takes 1.30 times as long in select; within noise in four models}. */
    static String headline(List<ModelDelta> duels) {
        List<String> parts = new ArrayList<>();
        List<ModelDelta> telling = duels.stream().filter(ModelDelta::telling).toList();
        if (telling.size() <= NAMED) {
            telling.forEach(duel -> parts.add(duel.verdict() + " in " + duel.model()));
        } else {
            parts.add(Formats.spelled(telling.size()) + " of " + Formats.spelled(duels.size())
                    + " medians differ by more than noise");
        }
        for (String verdict : List.of("within noise", "within 2 %", "too noisy to tell")) {
            add(parts, verdict, duels.stream().filter(duel -> duel.verdict().equals(verdict)), duels);
        }
        add(parts, "requests failed", duels.stream().filter(duel -> duel.median == null), duels);
        return Formats.capital(String.join("; ", parts), true);
    }

    private static void add(List<String> parts, String what, Stream<ModelDelta> which, List<ModelDelta> all) {
        List<String> models = which.map(ModelDelta::model).distinct().toList();
        boolean every = models.size() == all.stream().map(ModelDelta::model).distinct().count();
        if (!models.isEmpty()) {
            parts.add(what + " in " + Formats.some(models, every ? "all %s models" : "%s models"));
        }
    }
}
