package socketlab.report.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import socketlab.report.analysis.Lttb;
import socketlab.report.analysis.RequestSpan;
import socketlab.report.analysis.RequestSpans;
import socketlab.report.charts.CurveChart;
import socketlab.report.charts.LatencyAxis;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.LegendEntry;
import socketlab.report.draw.Panel;
import socketlab.report.draw.PlotAxis;
import socketlab.report.draw.RunChart;
import socketlab.report.prose.LoadSentence;
import socketlab.report.text.Formats;
import socketlab.report.text.TimeUnitScale;

/** Several runs laid over one another, each from its own start: latency by the time of the answer. */
final class OverlayChart {
    private static final int INNER = LabTheme.WIDTH - 2 * LabTheme.MARGIN;
    private static final int HEIGHT = 230;
    private static final int LABELS = 110;
    private static final int MARKS = 5;
    /** One per line style. */
    private static final int MOST = LabTheme.DASHES.size();
    private static final int MOST_PANELS = 12;

    /** One line: a result of a run. */
    private record Shown(ComparedRun run, String label) {
        RequestSpans answered() {
            return run.series().get(label).answered();
        }
    }

    private OverlayChart() {}

    static RunChart of(List<ComparedRun> all, List<ModelDelta> deltas, String load) {
        List<ComparedRun> shown = all.subList(0, Math.min(MOST, all.size()));
        List<List<Shown>> together = together(shown, deltas);
        List<Panel> panels = together.stream().map(lines -> panel(shown, lines, together.size())).toList();
        List<String> notes = new ArrayList<>();
        notes.add("Every run starts at 0, and each plot has its own axes.");
        if (all.size() > MOST) {
            notes.add("The chart shows the first " + Formats.spelled(MOST) + " runs; the others are in the table.");
        }
        return RunChart.of("overlay", new Figure(ModelDelta.headline(deltas), "Latency by the time of the answer. " + load,
                IntStream.range(0, shown.size()).mapToObj(i -> LegendEntry.line(shown.get(i).letter() + ": "
                        + shown.get(i).name(), i)).toList(), panels, notes, LoadSentence.machine(all.getFirst().run())),
                "each plot is one model, or two that are compared, each line in it one run. Where lines coincide the runs agree; where they separate you"
                        + " see when they differ.");
    }

    /** What shares a plot: the same model in every run; without one, each pair that is compared. */
    private static List<List<Shown>> together(List<ComparedRun> shown, List<ModelDelta> deltas) {
        List<String> common = ModelDelta.common(shown);
        return (common.isEmpty() ? deltas.stream().filter(delta -> shown.contains(delta.other()))
                .map(delta -> List.of(new Shown(delta.base(), delta.model()), new Shown(delta.other(), delta.otherModel())))
                : common.stream().map(model -> shown.stream().map(one -> new Shown(one, model)).toList()))
                .filter(lines -> lines.stream().noneMatch(line -> line.answered().isEmpty())).limit(MOST_PANELS).toList();
    }

    private static Panel panel(List<ComparedRun> all, List<Shown> shown, int panels) {
        List<RequestSpans> runs = shown.stream().map(Shown::answered).toList();
        double last = runs.stream().flatMap(RequestSpans::stream).mapToLong(RequestSpan::endUs).max().orElse(1) / 1e3;
        LongSummaryStatistics us = runs.stream().flatMap(RequestSpans::stream).mapToLong(RequestSpan::latencyUs)
                .summaryStatistics();
        LatencyAxis up = LatencyAxis.of(us.getMin() / 1e3, us.getMax() / 1e3);
        TimeUnitScale time = TimeUnitScale.fitting(last);
        int most = Math.max(3, LabTheme.MOST_POINTS / panels / shown.size());
        List<CurveChart.Line> lines = shown.stream()
                .map(one -> line(one, all.indexOf(one.run), time, up.scale(), most)).toList();
        String names = shown.stream().map(Shown::label).distinct().collect(Collectors.joining(" and "));
        return new CurveChart(PlotAxis.ofValues(false, 0, time.ofMs(last)), names + ": answered after (" + time.unit() + ")",
                up.axis(), up.title(), lines).panel(panels == 1 ? INNER : INNER / 2, HEIGHT, LABELS);
    }

    private static CurveChart.Line line(Shown shown, int dash, TimeUnitScale time, TimeUnitScale scale, int most) {
        RequestSpans spans = shown.answered();
        double[] x = spans.stream().mapToDouble(span -> time.ofUs(span.endUs())).toArray();
        double[] y = spans.stream().mapToDouble(span -> scale.ofUs(span.latencyUs())).toArray();
        int[] chosen = new Lttb(x, y).choose(most);
        return CurveChart.Line.marked(shown.run.distributions().get(shown.label).model(), shown.run.letter(),
                IntStream.of(chosen).mapToDouble(i -> x[i]).toArray(),
                IntStream.of(chosen).mapToDouble(i -> y[i]).toArray(), dash, MARKS, (dash + 0.5) / MOST);
    }
}
