package socketlab.report.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import socketlab.report.analysis.LatencyDistribution;
import socketlab.report.prose.DifferenceText;
import socketlab.report.text.Formats;
import socketlab.results.statistics.HolmCorrection;
import socketlab.results.statistics.RoundFigure;
import socketlab.results.statistics.RoundRatio;

/**
 * One model in the first run and one in a later run, as a rule the same. They are compared round by round: the requests of
 * one round stand in the same queue, so one run each tells nothing about the next run.
 *
 * @param model      its label in the first run
 * @param otherModel its label in the later run
 * @param ratios     of each figure that both runs know in two rounds or more; none where a request failed in either
 * @param claimed    the figures that differ by more than chance
 */
record ModelDelta(String model, ComparedRun base, String otherModel, ComparedRun other, Map<RoundFigure, RoundRatio> ratios,
        Set<RoundFigure> claimed) {
    private static final int NAMED = 3;

    /** Which labels of two runs belong together. */
    private record Labels(String model, ComparedRun other, String otherModel) {}

    /** One test among all that a page's sentences speak of. */
    private record Tested(Labels labels, RoundFigure figure) {}

    /** Each later run against the first, in the order of the first. */
    static List<ModelDelta> of(List<ComparedRun> runs) {
        ComparedRun base = runs.getFirst();
        List<Labels> labels = base.distributions().keySet().stream().flatMap(model -> runs.subList(1, runs.size()).stream()
                .flatMap(other -> partners(base, model, other).map(partner -> new Labels(model, other, partner)))).toList();
        Map<Tested, RoundRatio> tests = new LinkedHashMap<>();
        labels.stream().filter(pair -> sound(base, pair.model) && sound(pair.other, pair.otherModel))
                .forEach(pair -> base.figures().forEach(figure -> RoundRatio.unpaired(base.rounds(pair.model, figure),
                        pair.other.rounds(pair.otherModel, figure)).ifPresent(ratio -> tests.put(new Tested(pair, figure),
                                ratio))));
        Set<Tested> claimed = HolmCorrection.claimed(tests, RoundRatio.LEVEL);
        return labels.stream().map(pair -> of(base, pair, tests, claimed)).toList();
    }

    private static ModelDelta of(ComparedRun base, Labels pair, Map<Tested, RoundRatio> tests, Set<Tested> claimed) {
        Map<RoundFigure, RoundRatio> ratios = new EnumMap<>(RoundFigure.class);
        tests.forEach((test, ratio) -> {
            if (test.labels.equals(pair)) {
                ratios.put(test.figure, ratio);
            }
        });
        return new ModelDelta(pair.model, base, pair.otherModel, pair.other, ratios, Set.copyOf(ratios.keySet().stream()
                .filter(figure -> claimed.contains(new Tested(pair, figure))).toList()));
    }

    /** The same model; where two runs have none in common, every model at the same step. */
    private static Stream<String> partners(ComparedRun base, String model, ComparedRun other) {
        Set<String> labels = other.distributions().keySet();
        if (base.distributions().keySet().stream().anyMatch(labels::contains)) {
            return Stream.of(model).filter(labels::contains);
        }
        return labels.stream().filter(label -> other.step(label).equals(base.step(model)));
    }

    private static boolean sound(ComparedRun run, String label) {
        return run.distributions().get(label).sound() && !crashed(run, label);
    }

    private static boolean crashed(ComparedRun run, String label) {
        return run.distributions().get(label).result().crash() != null;
    }

    /** The labels that all runs have. */
    static List<String> common(List<ComparedRun> runs) {
        return runs.getFirst().distributions().keySet().stream()
                .filter(model -> runs.stream().allMatch(one -> one.distributions().containsKey(model))).toList();
    }

    /** The model's name without its step, by which it has its colour. */
    String bareModel() {
        return other.distributions().get(otherModel).model();
    }

    /** {@code select}; {@code single and threaded} where two models are compared. */
    String models() {
        return model.equals(otherModel) ? model : model + " and " + otherModel;
    }

    /** How many rounds the side with fewer has. */
    int rounds() {
        return Math.min(base.distributions().get(model).result().rounds(),
                other.distributions().get(otherModel).result().rounds());
    }

    /** Whether every request succeeded in both runs. */
    boolean sound() {
        return sound(base, model) && sound(other, otherModel);
    }

    private boolean crashed() {
        return crashed(base, model) || crashed(other, otherModel);
    }

    /** Whether any figure differs by more than chance. */
    boolean differs() {
        return !claimed.isEmpty();
    }

    /** {@code p50 1.20 times, CPU per request 0.80 times}; else why nothing is claimed. */
    String verdict() {
        if (!sound()) {
            return String.join(", ", Stream.of(failed(base, model), failed(other, otherModel)).filter(text -> !text.isEmpty())
                    .toList()) + ": no comparison";
        }
        if (ratios.isEmpty()) {
            return "one run each: no claim";
        }
        return differs() ? String.join(", ", ratios.keySet().stream().filter(claimed::contains)
                .map(figure -> figure.text() + " " + times(figure)).toList()) : "no difference found";
    }

    private String times(RoundFigure figure) {
        return Formats.format("%.2f times", ratios.get(figure).value());
    }

    private static String failed(ComparedRun one, String label) {
        LatencyDistribution distribution = one.distributions().get(label);
        int failed = distribution.failed();
        if (crashed(one, label)) {
            return "the server of " + one.letter() + " crashed";
        }
        return failed == 0 && distribution.requests() > 0 ? "" : one.letter() + " failed " + Formats.number(failed) + " of "
                + Formats.number(distribution.requests());
    }

    /** {@code p50 of select is 1.30 times as high in B as in A}. */
    private List<String> claims() {
        return ratios.keySet().stream().filter(claimed::contains).map(figure -> model.equals(otherModel)
                ? figure.text() + " of " + model + " in " + other.letter() + " is " + times(figure) + " that in " + base.letter()
                : figure.text() + " of " + otherModel + " in " + other.letter() + " is " + times(figure) + " that of " + model
                        + " in " + base.letter()).toList();
    }

    /** What differs, by name where it is little; how many models do not, or failed, or were measured too rarely. */
    static String headline(List<ModelDelta> deltas) {
        List<String> parts = new ArrayList<>();
        List<String> claims = deltas.stream().flatMap(delta -> delta.claims().stream()).toList();
        long differing = deltas.stream().filter(ModelDelta::differs).count();
        if (claims.size() <= NAMED) {
            parts.addAll(claims);
        } else {
            parts.add(differing == 1 ? String.join(", ", claims) : Formats.number(differing) + " of "
                    + Formats.number(deltas.size()) + " comparisons show a difference");
        }
        for (String verdict : List.of("no difference found", "one run each: no claim")) {
            add(parts, verdict, deltas.stream().filter(delta -> delta.verdict().equals(verdict)), deltas);
        }
        add(parts, "requests failed", deltas.stream().filter(delta -> !delta.sound() && !delta.crashed()), deltas);
        add(parts, "the server crashed", deltas.stream().filter(ModelDelta::crashed), deltas);
        String text = String.join("; ", parts);
        return text.matches("p\\d.*") ? text : Formats.capital(text);
    }

    private static void add(List<String> parts, String what, Stream<ModelDelta> which, List<ModelDelta> all) {
        List<String> models = which.map(ModelDelta::models).distinct().toList();
        boolean every = models.size() == all.stream().map(ModelDelta::models).distinct().count();
        if (!models.isEmpty()) {
            parts.add(what + (every && all.size() == 1 ? "" : " in " + Formats.some(models, every ? "all %s models"
                    : "%s models")));
        }
    }

    /** What the rounds of these runs can find: {@code p50: 3 % and more; CPU per request: 8 to 12 %}; empty of one run each. */
    static String power(List<ModelDelta> deltas) {
        int tests = deltas.stream().mapToInt(delta -> delta.ratios.size()).sum();
        List<String> parts = new ArrayList<>();
        for (RoundFigure figure : RoundFigure.values()) {
            double[] least = deltas.stream().filter(delta -> delta.ratios.containsKey(figure))
                    .mapToDouble(delta -> delta.ratios.get(figure).detectable(RoundRatio.LEVEL / tests)).sorted().toArray();
            if (least.length > 0) {
                String from = DifferenceText.share(least[0]);
                String to = DifferenceText.share(least[least.length - 1]);
                parts.add(figure.text() + " from " + from + (from.equals(to) ? "" : ", in the least steady model from " + to));
            }
        }
        return parts.isEmpty() ? "" : "Differences that these rounds find 19 times of 20: " + String.join("; ", parts) + ".";
    }
}
