package socketlab.report.prose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.text.Formats;
import socketlab.results.Run;

/** What the idle clients cost the active ones, in one sentence: who answers later, the more of them there are. */
record GrowthTitle(int fewest, int most, List<ModelSeries> sweeps) {
    /** A median that differs by less may differ by chance. */
    private static final double GROWS = 1.5;
    private static final int NAMED = 3;

    static GrowthTitle of(Run run) {
        List<Integer> counts = ModelSeries.counts(run);
        return new GrowthTitle(counts.getFirst(), counts.getLast(), ModelSeries.sound(run));
    }

    boolean empty() {
        return sweeps.isEmpty();
    }

    boolean anyGrows() {
        return !grown().isEmpty();
    }

    /** {@code Beside 5,000 idle clients a request takes 31 µs in select and 520 µs in poll}, and the growth. */
    String sentence() {
        return "Beside " + Formats.count(most, "idle client") + " a request takes " + times() + ": " + growth();
    }

    /** {@code 17 times as long in poll as beside 10, hardly longer in select}. */
    String growth() {
        List<ModelSeries> grown = grown();
        String fewer = "beside " + (fewest == 0 ? "none" : Formats.number(fewest));
        if (grown.isEmpty()) {
            return "hardly longer than " + fewer;
        }
        List<String> others = sweeps.stream().map(ModelSeries::model)
                .filter(model -> grown.stream().noneMatch(sweep -> sweep.model().equals(model))).toList();
        return (grown.size() <= NAMED ? each(grown) : range(grown)) + " as " + fewer
                + (others.isEmpty() ? "" : ", hardly longer in " + Formats.some(others, "the other %s"));
    }

    private String times() {
        if (sweeps.size() <= NAMED) {
            return Formats.list(sweeps.stream().map(this::time).toList());
        }
        List<ModelSeries> sorted = sweeps.stream().sorted(Comparator.comparingDouble(this::medianMs)).toList();
        return "from " + time(sorted.getFirst()) + " to " + time(sorted.getLast());
    }

    private String time(ModelSeries sweep) {
        return Formats.time(medianMs(sweep)) + " in " + sweep.model();
    }

    private static String each(List<ModelSeries> grown) {
        List<String> parts = new ArrayList<>();
        for (ModelSeries sweep : grown) {
            parts.add(Formats.times(sweep.growth()) + (parts.isEmpty() ? " as long in " : " in ") + sweep.model());
        }
        return Formats.list(parts);
    }

    private static String range(List<ModelSeries> grown) {
        double least = grown.stream().mapToDouble(ModelSeries::growth).min().orElseThrow();
        double longest = grown.stream().mapToDouble(ModelSeries::growth).max().orElseThrow();
        return Formats.times(least).replace(" times", " to ") + Formats.times(longest) + " as long in "
                + Formats.spelled(grown.size()) + " models";
    }

    private List<ModelSeries> grown() {
        return sweeps.stream().filter(sweep -> sweep.growth() >= GROWS).toList();
    }

    private double medianMs(ModelSeries sweep) {
        return sweep.beside(most).orElseThrow().latencyMs().p50();
    }
}
