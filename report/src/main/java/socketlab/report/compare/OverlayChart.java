package socketlab.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import socketlab.report.analysis.LatencyDistribution;
import socketlab.report.analysis.Lttb;
import socketlab.report.analysis.RequestSpan;
import socketlab.report.analysis.RequestSpans;
import socketlab.report.charts.CurveChart;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.LegendEntry;
import socketlab.report.draw.Panel;
import socketlab.report.draw.PlotAxis;
import socketlab.report.prose.TimelineText;
import socketlab.report.text.Formats;
import socketlab.report.text.TimeUnitScale;

/** The picture of several runs laid over one another, each from its own beginning: what was answered when. */
final class OverlayChart {
    private static final int INNER = LabTheme.WIDTH - 2 * LabTheme.MARGIN;
    private static final int HEIGHT = 230;
    private static final int LABELS = 110;
    private static final int MARKS = 5;
    /** As many as there are kinds of line. */
    private static final int MOST = LabTheme.DASHES.size();

    private OverlayChart() {}

    static Figure of(List<ComparedRun> all, List<ModelDelta> duels) {
        List<ComparedRun> shown = all.subList(0, Math.min(MOST, all.size()));
        List<String> models = ModelDelta.common(all).stream().filter(model -> shown.stream()
                .allMatch(one -> !one.tracks().get(model).answered().isEmpty())).toList();
        List<Panel> panels = models.stream().map(model -> panel(shown, model, models.size())).toList();
        List<String> notes = new ArrayList<>();
        notes.add("Every run begins at 0, whenever it took place, and each picture has an axis of its own.");
        if (all.size() > MOST) {
            notes.add("Only the first " + Formats.spelled(MOST) + " runs are drawn here; the others are in the table.");
        }
        return new Figure(ModelDelta.headline(duels), "Latency by the moment of the answer. "
                + TimelineText.load(all.getFirst().run()),
                IntStream.range(0, shown.size()).mapToObj(i -> LegendEntry.line(shown.get(i).letter() + ": "
                        + shown.get(i).name(), i)).toList(), panels, notes, TimelineText.stamp(all.getFirst().run()));
    }

    private static Panel panel(List<ComparedRun> shown, String model, int models) {
        List<RequestSpans> runs = shown.stream().map(one -> one.tracks().get(model).answered()).toList();
        double last = runs.stream().flatMap(RequestSpans::stream).mapToLong(RequestSpan::endUs).max().orElse(1) / 1e3;
        LatencyDistribution.Range range = new LatencyDistribution.Range(runs.stream().flatMap(RequestSpans::stream).mapToLong(RequestSpan::latencyUs).min()
                .orElse(1) / 1e3, runs.stream().flatMap(RequestSpans::stream).mapToLong(RequestSpan::latencyUs).max().orElse(1) / 1e3);
        TimeUnitScale time = TimeUnitScale.fitting(last);
        int most = Math.max(3, LabTheme.MOST_POINTS / models / shown.size());
        List<CurveChart.Line> lines = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            lines.add(line(shown.get(i), model, runs.get(i), i, time, range.scale(), most));
        }
        return new CurveChart(PlotAxis.ofValues(false, 0, time.ofMs(last)), model + ": answered after (" + time.unit() + ")",
                range.ruler(), "latency (" + range.scale().unit() + ")", lines)
                .panel(models == 1 ? INNER : INNER / 2, HEIGHT, LABELS);
    }

    private static CurveChart.Line line(ComparedRun run, String model, RequestSpans bars, int dash, TimeUnitScale time, TimeUnitScale scale,
                                   int most) {
        double[] x = bars.stream().mapToDouble(bar -> time.ofUs(bar.endUs())).toArray();
        double[] y = bars.stream().mapToDouble(bar -> scale.ofUs(bar.latencyUs())).toArray();
        int[] chosen = new Lttb(x, y).choose(most);
        return CurveChart.Line.marked(run.spreads().get(model).model(), run.letter(),
                IntStream.of(chosen).mapToDouble(i -> x[i]).toArray(),
                IntStream.of(chosen).mapToDouble(i -> y[i]).toArray(), dash, MARKS, (dash + 0.5) / MOST);
    }
}
