package socketlab.report.prose;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import socketlab.report.analysis.Failures;
import socketlab.report.analysis.IdleCost;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.text.Formats;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.statistics.HolmCorrection;
import socketlab.results.statistics.RoundRatio;

/**
 * The two findings about idle clients, a sentence each: what they cost their servers, and how much they slow down the
 * active clients, where repeated rounds tell. Both speak of models without failures only.
 *
 * @param fewest the smallest measured number of idle clients
 * @param most the largest
 */
record IdleTitle(Run run, int fewest, int most, List<ModelSeries> series, List<IdleCost> costs) {
    private static final int NAMED = 3;

    static IdleTitle of(Run run) {
        List<Integer> counts = ModelSeries.counts(run);
        List<ModelSeries> sound = ModelSeries.sound(run);
        return new IdleTitle(run, counts.getFirst(), counts.getLast(), sound, sound.stream()
                .flatMap(series -> series.beside(counts.getLast()).stream())
                .flatMap(result -> IdleCost.of(result, run.load()).stream()).toList());
    }

    /** The cost, and the growth where a model's latency grows; the growth alone where idle clients cost no thread. */
    String headline() {
        boolean grows = !grown().isEmpty();
        if (costs.isEmpty() || (grows && costs.stream().allMatch(IdleCost::threadless))) {
            return ModelSeries.several(run) ? latency() : Headline.of(run);
        }
        return withFailures(costSentence() + (grows ? "; " + growth() : ""));
    }

    String cost() {
        return withFailures(costs.isEmpty() ? "" : costSentence());
    }

    String latency() {
        return withFailures(series.isEmpty() ? "" : DifferenceText.begin(growth()));
    }

    private String withFailures(String finding) {
        return finding.isEmpty() ? Failures.clause(run).orElseGet(() -> Headline.of(run)) : finding + Failures.suffix(run);
    }

    /** {@code 10,000 idle clients cost select 29 MiB and no thread, threaded 352 MiB and 10,000 threads}. */
    private String costSentence() {
        String clients = Formats.count(most, "idle client") + (most == 1 ? " costs " : " cost ");
        if (costs.size() <= NAMED) {
            return clients + String.join(", ", costs.stream()
                    .map(cost -> cost.model() + " " + cost.memoryText() + " and " + cost.threadsText()).toList());
        }
        List<IdleCost> sorted = costs.stream().sorted(Comparator.comparingLong(IdleCost::bytes)).toList();
        return clients + sorted.getFirst().memoryText() + " to " + sorted.getLast().memoryText() + "; " + threads();
    }

    private String threads() {
        List<IdleCost> takers = costs.stream().filter(cost -> !cost.threadless()).toList();
        if (takers.isEmpty()) {
            return "no model needs a thread for them";
        }
        if (takers.stream().allMatch(IdleCost::threadEach)) {
            return Formats.list(takers.stream().map(IdleCost::model).toList())
                    + (takers.size() == 1 ? " needs" : " need") + " a thread for each";
        }
        return Formats.list(takers.stream().map(cost -> cost.model() + " needs " + cost.threadsText()).toList());
    }

    /** {@code with 5,000 idle clients p50 is 17 times that with 10 in poll; 7 rounds show no growth in select}. */
    private String growth() {
        if (rounds() < 2) {
            return "p50 of a request " + IdleText.with(run) + ", " + DifferenceText.NO_CLAIM;
        }
        List<ModelSeries> grown = grown();
        List<String> others = series.stream().filter(one -> !grown.contains(one)).map(ModelSeries::model).toList();
        String none = Formats.spelled(rounds()) + " rounds show no growth of p50 in " + Formats.some(others, "%s models");
        if (grown.isEmpty()) {
            return none;
        }
        String than = "that with " + (fewest == 0 ? "none" : Formats.number(fewest));
        String factor = grown.size() > NAMED ? range(grown) + " " + than + " in " + Formats.spelled(grown.size()) + " models"
                : Formats.list(grown.stream().map(one -> Formats.times(one.growth()) + (one == grown.getFirst()
                        ? " " + than : "") + " in " + one.model()).toList());
        return "with " + Formats.count(most, "idle client") + " p50 is " + factor + (others.isEmpty() ? "" : "; " + none);
    }

    private int rounds() {
        return series.stream().mapToInt(one -> one.steps().stream().mapToInt(ModelResult::rounds).min().orElse(1)).min()
                .orElse(1);
    }

    private static String range(List<ModelSeries> grown) {
        double least = grown.stream().mapToDouble(ModelSeries::growth).min().orElseThrow();
        double longest = grown.stream().mapToDouble(ModelSeries::growth).max().orElseThrow();
        return Formats.times(least).replace(" times", " to ") + Formats.times(longest);
    }

    /** The models whose median grows beyond chance. */
    private List<ModelSeries> grown() {
        Map<ModelSeries, RoundRatio> ratios = new LinkedHashMap<>();
        series.forEach(one -> one.growthOverRounds().ifPresent(ratio -> ratios.put(one, ratio)));
        Set<ModelSeries> claimed = HolmCorrection.claimed(ratios, RoundRatio.LEVEL);
        return series.stream().filter(one -> claimed.contains(one) && ratios.get(one).value() > 1).toList();
    }
}
