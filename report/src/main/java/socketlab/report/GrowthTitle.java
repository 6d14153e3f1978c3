package socketlab.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the idle clients cost the active ones, in one sentence: who answers later, the more of them there are. */
record GrowthTitle(int fewest, int most, List<Sweep> sweeps) {
    /** A median that differs by less may differ by chance. */
    private static final double GROWS = 1.5;
    private static final int NAMED = 3;

    static GrowthTitle of(Run run) {
        List<Integer> counts = Sweep.counts(run);
        return new GrowthTitle(counts.getFirst(), counts.getLast(), Sweep.sound(run));
    }

    boolean empty() {
        return sweeps.isEmpty();
    }

    boolean anyGrows() {
        return !grown().isEmpty();
    }

    /** {@code Beside 5,000 idle clients a request takes 31 µs in select and 520 µs in poll}, and the growth. */
    String sentence() {
        return "Beside " + Words.count(most, "idle client") + " a request takes " + times() + ": " + growth();
    }

    /** {@code 17 times as long in poll as beside 10, hardly longer in select}. */
    String growth() {
        List<Sweep> grown = grown();
        String fewer = "beside " + (fewest == 0 ? "none" : Words.number(fewest));
        if (grown.isEmpty()) {
            return "hardly longer than " + fewer;
        }
        List<String> others = sweeps.stream().map(Sweep::model)
                .filter(model -> grown.stream().noneMatch(sweep -> sweep.model().equals(model))).toList();
        return (grown.size() <= NAMED ? each(grown) : range(grown)) + " as " + fewer
                + (others.isEmpty() ? "" : ", hardly longer in " + Words.some(others, "the other %s"));
    }

    private String times() {
        if (sweeps.size() <= NAMED) {
            return Words.list(sweeps.stream().map(this::time).toList());
        }
        List<Sweep> sorted = sweeps.stream().sorted(Comparator.comparingDouble(this::medianMs)).toList();
        return "from " + time(sorted.getFirst()) + " to " + time(sorted.getLast());
    }

    private String time(Sweep sweep) {
        return Words.time(medianMs(sweep)) + " in " + sweep.model();
    }

    private static String each(List<Sweep> grown) {
        List<String> parts = new ArrayList<>();
        for (Sweep sweep : grown) {
            parts.add(Words.times(sweep.growth()) + (parts.isEmpty() ? " as long in " : " in ") + sweep.model());
        }
        return Words.list(parts);
    }

    private static String range(List<Sweep> grown) {
        double least = grown.stream().mapToDouble(Sweep::growth).min().orElseThrow();
        double longest = grown.stream().mapToDouble(Sweep::growth).max().orElseThrow();
        return Words.times(least).replace(" times", " to ") + Words.times(longest) + " as long in "
                + Words.spelled(grown.size()) + " models";
    }

    private List<Sweep> grown() {
        return sweeps.stream().filter(sweep -> sweep.growth() >= GROWS).toList();
    }

    private double medianMs(Sweep sweep) {
        return sweep.beside(most).orElseThrow().latencyMs().p50();
    }
}
