package socketlab.report.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import socketlab.report.analysis.IdleCost;
import socketlab.report.analysis.Matrix;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.analysis.SweepVariable;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.Panel;
import socketlab.report.prose.IdleText;
import socketlab.report.prose.SweepText;
import socketlab.report.prose.TimelineText;
import socketlab.report.text.Formats;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/** The picture of what idle clients cost their server: threads and memory, the more of them there are. */
public final class CostChart {
    private static final double MIB = 1024 * 1024;
    private static final int LABELS = 186;
    private static final int WIDTH = (LabTheme.WIDTH - 2 * LabTheme.MARGIN) / 2;

    private CostChart() {}

    /** Whether anybody looked at a server that had idle clients. */
    public static boolean possible(Run run) {
        return run.models().stream().anyMatch(result -> IdleCost.of(result, run.load()).isPresent());
    }

    /** Whether there is a line to draw of what the clients of a load, which grows from step to step, cost. */
    public static boolean ofLoad(Run run) {
        return SweepVariable.of(run) != SweepVariable.IDLE && run.models().stream().anyMatch(result -> result.threadsPeak() > 0);
    }

    public static Figure of(Run run) {
        return new Figure(IdleText.costTitle(run), (ModelSeries.several(run) ? "Threads and resident memory of the server. "
                : "Memory and threads of the server for its idle clients. ") + TimelineText.load(run), List.of(),
                ModelSeries.several(run) ? lines(run) : CostBars.of(run), IdleText.costNotes(run), TimelineText.stamp(run));
    }

    /** The same for a load that grows: besides, the processor time that each answer takes. */
    public static Figure loaded(Run run) {
        List<Panel> panels = new ArrayList<>(lines(run));
        panels.add(panel(run, "processor time per answer (µs)", result -> 1000 * Matrix.cpuMsEach(result),
                (sweep, last) -> Formats.time(Matrix.cpuMsEach(last))));
        return new Figure(SweepText.costTitle(run), "Threads, resident memory and processor time of the server. "
                + TimelineText.load(run), List.of(), panels, SweepText.notes(run), TimelineText.stamp(run));
    }

    private static List<Panel> lines(Run run) {
        return List.of(
                panel(run, "threads, at most", ModelResult::threadsPeak,
                        (sweep, last) -> Formats.number(last.threadsPeak())),
                panel(run, "resident memory, at most (MiB)", result -> result.rssPeakBytes() / MIB,
                        (sweep, last) -> Formats.bytes(last.rssPeakBytes())));
    }

    private static Panel panel(Run run, String title, ToDoubleFunction<ModelResult> value, SweepPlot.EndText text) {
        List<ModelSeries> known = ModelSeries.of(run).stream()
                .filter(sweep -> sweep.steps().stream().anyMatch(step -> value.applyAsDouble(step) > 0)).toList();
        return new SweepPlot(SweepVariable.of(run), known, value, null, Map.of()).panel(WIDTH, LABELS, title, text);
    }
}
