package socketlab.report.prose;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import socketlab.report.analysis.Failures;
import socketlab.report.analysis.IdleCost;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.text.Formats;
import socketlab.results.Run;

/**
 * The two findings about idle clients, a sentence each: what they cost their servers, and how much they slow down the
 * active clients. Both compare models without failures only.
 *
 * @param fewest the smallest measured number of idle clients
 * @param most the largest
 */
record IdleTitle(Run run, int fewest, int most, List<ModelSeries> series, List<IdleCost> costs) {
    /** A median that differs by a smaller factor may differ by chance. */
    private static final double GROWS = 1.5;
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
        return withFailures(costSentence() + (grows ? "; p50 of a request is " + growth() : ""));
    }

    String cost() {
        return withFailures(costs.isEmpty() ? "" : costSentence());
    }

    String latency() {
        return withFailures(series.isEmpty() ? "" : "With " + Formats.count(most, "idle client") + " p50 is "
                + named(series, Comparator.comparingDouble(this::medianMs), this::median) + "; it is " + growth());
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
        return clients + sorted.getFirst().memoryText() + " in " + sorted.getFirst().model() + ", up to "
                + sorted.getLast().memoryText() + " in " + sorted.getLast().model() + "; " + threads();
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

    /** {@code 17 times that with 10 in poll, less than 1.5 times in select}. */
    private String growth() {
        List<ModelSeries> grown = grown();
        String than = "that with " + (fewest == 0 ? "none" : Formats.number(fewest));
        if (grown.isEmpty()) {
            return "less than 1.5 times " + than;
        }
        List<String> others = series.stream().filter(one -> one.growth() < GROWS).map(ModelSeries::model).toList();
        String factor = grown.size() > NAMED ? range(grown) + " " + than + " in " + Formats.spelled(grown.size()) + " models"
                : Formats.list(grown.stream().map(one -> Formats.times(one.growth()) + (one == grown.getFirst()
                        ? " " + than : "") + " in " + one.model()).toList());
        return factor + (others.isEmpty() ? "" : ", less than 1.5 times in " + Formats.some(others, "the other %s"));
    }

    private static String range(List<ModelSeries> grown) {
        double least = grown.stream().mapToDouble(ModelSeries::growth).min().orElseThrow();
        double longest = grown.stream().mapToDouble(ModelSeries::growth).max().orElseThrow();
        return Formats.times(least).replace(" times", " to ") + Formats.times(longest);
    }

    private static <T> String named(List<T> all, Comparator<T> order, Function<T, String> text) {
        if (all.size() <= NAMED) {
            return Formats.list(all.stream().map(text).toList());
        }
        List<T> sorted = all.stream().sorted(order).toList();
        return text.apply(sorted.getFirst()) + ", up to " + text.apply(sorted.getLast());
    }

    private String median(ModelSeries one) {
        return Formats.time(medianMs(one)) + " in " + one.model();
    }

    private List<ModelSeries> grown() {
        return series.stream().filter(one -> one.growth() >= GROWS).toList();
    }

    private double medianMs(ModelSeries one) {
        return one.beside(most).orElseThrow().latencyMs().p50();
    }
}
