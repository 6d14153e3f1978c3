package socketlab.report.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import socketlab.results.ModelResult;
import socketlab.results.statistics.HolmCorrection;
import socketlab.results.statistics.RoundFigure;
import socketlab.results.statistics.RoundRatio;
import socketlab.results.statistics.RoundValue;

/**
 * Some models by one figure, as far as repeated rounds support an order: one model is called better than another only where
 * their rounds, taken in pairs, differ by more than chance.
 *
 * @param values of each model that failed no request, round by round
 * @param ratios of every pair
 * @param claimed the pairs that differ by more than chance
 * @param comparisons how many pairs were tested together, those of other figures included
 */
public record Ranking(RoundFigure figure, Map<String, List<RoundValue>> values, Map<Pair, RoundRatio> ratios,
        Set<Pair> claimed, int comparisons) {

    /** Two models by one figure. */
    public record Pair(RoundFigure figure, String one, String other) {}

    /** The models by each of these figures; all pairs of all figures are one family for Holm's correction. */
    public static List<Ranking> of(List<ModelResult> models, List<RoundFigure> figures) {
        Map<RoundFigure, Map<String, List<RoundValue>>> values = new LinkedHashMap<>();
        for (RoundFigure figure : figures) {
            Map<String, List<RoundValue>> byModel = new LinkedHashMap<>();
            models.stream().filter(ModelResult::sound).forEach(model -> byModel.put(model.label(), figure.of(model)));
            byModel.values().removeIf(List::isEmpty);
            values.put(figure, byModel);
        }
        return of(values);
    }

    /** The same of figures by name; equal round numbers were measured together. */
    public static List<Ranking> of(Map<RoundFigure, Map<String, List<RoundValue>>> values) {
        Map<Pair, RoundRatio> all = new LinkedHashMap<>();
        values.forEach((figure, models) -> pairs(figure, List.copyOf(models.keySet())).forEach(pair -> RoundRatio
                .paired(models.get(pair.one), models.get(pair.other)).ifPresent(ratio -> all.put(pair, ratio))));
        Set<Pair> claimed = HolmCorrection.claimed(all, RoundRatio.LEVEL);
        List<Ranking> rankings = new ArrayList<>();
        values.forEach((figure, models) -> {
            Map<Pair, RoundRatio> own = new LinkedHashMap<>(all);
            own.keySet().removeIf(pair -> pair.figure != figure);
            rankings.add(new Ranking(figure, models, own, claimed, all.size()));
        });
        return rankings;
    }

    private static List<Pair> pairs(RoundFigure figure, List<String> names) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int k = i + 1; k < names.size(); k++) {
                pairs.add(new Pair(figure, names.get(i), names.get(k)));
            }
        }
        return pairs;
    }

    /** Whether {@code one} is better than {@code other}, beyond chance. */
    public boolean better(String one, String other) {
        Pair asked = new Pair(figure, one, other);
        Pair reversed = new Pair(figure, other, one);
        if (claimed.contains(asked)) {
            return (ratios.get(asked).value() > 1) == figure.lessIsBetter();
        }
        return claimed.contains(reversed) && (ratios.get(reversed).value() < 1) == figure.lessIsBetter();
    }

    /** The models than which none is better; all, where nothing differs. They are not known to be alike. */
    public List<String> best() {
        return values.keySet().stream().filter(model -> values.keySet().stream().noneMatch(other -> better(other, model)))
                .toList();
    }

    /** Whether any two models differ beyond chance. */
    public boolean tells() {
        return ratios.keySet().stream().anyMatch(claimed::contains);
    }

    /** How many rounds were compared, at least; fewer than two tell nothing. */
    public int rounds() {
        return ratios.values().stream().mapToInt(RoundRatio::rounds).min().orElse(values.isEmpty() ? 0 : 1);
    }

    /** The median of a model's rounds. */
    public double value(String model) {
        return RoundFigure.median(values.get(model));
    }

    /** The ratio that each pair would have to reach to be found 19 times of 20, at the spread seen; ascending. */
    public double[] detectable() {
        return ratios.values().stream().flatMapToDouble(ratio -> DoubleStream.of(ratio.detectable(RoundRatio.LEVEL
                / comparisons)))
                .sorted().toArray();
    }
}
