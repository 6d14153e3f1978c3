package socketlab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The picture of several runs laid over one another, each from its own beginning: what was answered when. */
final class OverlayChart {
    private static final int INNER = Look.WIDTH - 2 * Look.MARGIN;
    private static final int HEIGHT = 230;
    private static final int LABELS = 110;
    private static final int MARKS = 5;
    /** As many as there are kinds of line. */
    private static final int MOST = Look.DASHES.size();

    private OverlayChart() {}

    static Figure of(List<Contender> all, List<Duel> duels) {
        List<Contender> shown = all.subList(0, Math.min(MOST, all.size()));
        List<String> models = Duel.common(all).stream().filter(model -> shown.stream()
                .allMatch(one -> !one.tracks().get(model).answered().isEmpty())).toList();
        List<Panel> panels = models.stream().map(model -> panel(shown, model, models.size())).toList();
        List<String> notes = new ArrayList<>();
        notes.add("Every run begins at 0, whenever it took place, and each picture has an axis of its own.");
        if (all.size() > MOST) {
            notes.add("Only the first " + Words.spelled(MOST) + " runs are drawn here; the others are in the table.");
        }
        return new Figure(Duel.headline(duels), "Latency by the moment of the answer. "
                + TimelineText.load(all.getFirst().run()),
                IntStream.range(0, shown.size()).mapToObj(i -> Key.line(shown.get(i).letter() + ": "
                        + shown.get(i).name(), i)).toList(), panels, notes, TimelineText.stamp(all.getFirst().run()));
    }

    private static Panel panel(List<Contender> shown, String model, int models) {
        List<Bars> runs = shown.stream().map(one -> one.tracks().get(model).answered()).toList();
        double last = runs.stream().flatMap(Bars::stream).mapToLong(Bar::endUs).max().orElse(1) / 1e3;
        Spread.Range range = new Spread.Range(runs.stream().flatMap(Bars::stream).mapToLong(Bar::latencyUs).min()
                .orElse(1) / 1e3, runs.stream().flatMap(Bars::stream).mapToLong(Bar::latencyUs).max().orElse(1) / 1e3);
        Scale time = Scale.fitting(last);
        int most = Math.max(3, Look.MOST_POINTS / models / shown.size());
        List<Lines.Line> lines = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            lines.add(line(shown.get(i), model, runs.get(i), i, time, range.scale(), most));
        }
        return new Lines(Ruler.ofValues(false, 0, time.ofMs(last)), model + ": answered after (" + time.unit() + ")",
                range.ruler(), "latency (" + range.scale().unit() + ")", lines)
                .panel(models == 1 ? INNER : INNER / 2, HEIGHT, LABELS);
    }

    private static Lines.Line line(Contender run, String model, Bars bars, int dash, Scale time, Scale scale,
                                   int most) {
        double[] x = bars.stream().mapToDouble(bar -> time.ofUs(bar.endUs())).toArray();
        double[] y = bars.stream().mapToDouble(bar -> scale.ofUs(bar.latencyUs())).toArray();
        int[] chosen = new Lttb(x, y).choose(most);
        return Lines.Line.marked(run.spreads().get(model).model(), run.letter(),
                IntStream.of(chosen).mapToDouble(i -> x[i]).toArray(),
                IntStream.of(chosen).mapToDouble(i -> y[i]).toArray(), dash, MARKS, (dash + 0.5) / MOST);
    }
}
