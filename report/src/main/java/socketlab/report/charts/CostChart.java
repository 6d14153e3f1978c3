package socketlab.report.charts;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import socketlab.report.analysis.IdleCost;
import socketlab.report.analysis.Matrix;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.analysis.SweepVariable;
import socketlab.report.draw.BarStroke;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.Panel;
import socketlab.report.draw.PlotAxis;
import socketlab.report.draw.RunChart;
import socketlab.report.draw.TextOutline;
import socketlab.report.prose.IdleText;
import socketlab.report.prose.LoadSentence;
import socketlab.report.prose.SweepText;
import socketlab.report.text.Formats;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/** What clients cost their server: threads, memory and CPU time, of idle clients and of a growing load. */
public final class CostChart {
    private static final double MIB = 1024 * 1024;
    private static final int LABELS = 186;
    private static final int WIDTH = (LabTheme.WIDTH - 2 * LabTheme.MARGIN) / 2;
    private static final RowPlot.Layout BARS = new RowPlot.Layout(WIDTH, 116, 100, 32);
    private static final double BAR = 20;
    private static final double LEAST = 2;

    private CostChart() {}

    /** The cost of idle clients: lines over several numbers of them, else bars; none where no server was watched. */
    public static List<RunChart> ofIdle(Run run, String load) {
        if (run.models().stream().noneMatch(result -> IdleCost.of(result, run.load()).isPresent())) {
            return List.of();
        }
        boolean several = ModelSeries.several(run);
        return List.of(RunChart.of("cost", new Figure(IdleText.costTitle(run), (several
                ? "Threads and resident memory of the server. " : "Memory and threads of the server for its idle clients. ")
                + load, List.of(), several ? lines(run) : bars(run), IdleText.costNotes(run), LoadSentence.machine(run)),
                several ? "each line is one model; further right more clients are connected and silent. On the left are the"
                        + " server's threads: a rising line means a thread for each client, a flat one that no thread waits"
                        + " for them. On the right is its resident memory: it starts with the server itself, and what it"
                        + " gains is the price of connected clients. For few clients that price is below the noise."
                        : "the longer the bar, the more the server pays for a client that is connected and silent ("
                                + IdleText.with(run) + "). Memory is per client, threads are for all of them together."));
    }

    /** The cost of a load that grows; none where no server was watched. */
    public static List<RunChart> ofSweep(Run run, String load) {
        if (run.models().stream().noneMatch(result -> result.threadsPeak() > 0)) {
            return List.of();
        }
        List<Panel> panels = new ArrayList<>(lines(run));
        panels.add(panel(run, "CPU time per answer (µs)", result -> 1000 * Matrix.cpuMsEach(result),
                (series, last) -> Formats.time(Matrix.cpuMsEach(last))));
        return List.of(RunChart.of("load-cost", new Figure(SweepText.costTitle(run), "Threads, resident memory and CPU time of"
                + " the server. " + load, List.of(), panels, SweepText.notes(run), LoadSentence.machine(run)),
                "each line is one model, the load grows to the right. Threads and memory are the server's peak; CPU time is"
                        + " all that it used, divided by its answers."));
    }

    private static List<Panel> lines(Run run) {
        return List.of(
                panel(run, "threads (peak)", ModelResult::threadsPeak, (series, last) -> Formats.number(last.threadsPeak())),
                panel(run, "resident memory (peak, MiB)", result -> result.rssPeakBytes() / MIB,
                        (series, last) -> Formats.bytes(last.rssPeakBytes())));
    }

    private static Panel panel(Run run, String title, ToDoubleFunction<ModelResult> value, SweepPlot.EndText text) {
        List<ModelSeries> known = ModelSeries.of(run).stream()
                .filter(series -> series.steps().stream().anyMatch(step -> value.applyAsDouble(step) > 0)).toList();
        return new SweepPlot(SweepVariable.of(run), known, value, null, Map.of()).panel(WIDTH, LABELS, title, text);
    }

    private static List<Panel> bars(Run run) {
        List<IdleCost> costs = run.models().stream().flatMap(result -> IdleCost.of(result, run.load()).stream()).toList();
        return List.of(bars(costs, "memory per idle client (KiB)", IdleCost::kibEach,
                cost -> cost.kibEach() < 0 ? "none" : Formats.kib(cost.kibEach())),
                bars(costs, "threads added", IdleCost::threads, cost -> Formats.number(cost.threads())));
    }

    private static Panel bars(List<IdleCost> costs, String title, ToDoubleFunction<IdleCost> value,
            Function<IdleCost, String> text) {
        // The axis reaches to 2 at least: there is no half a thread.
        double most = Math.max(LEAST, costs.stream().mapToDouble(value).max().orElse(LEAST));
        return RowPlot.panel(BARS, PlotAxis.ofValues(false, 0, most), title, costs.stream().map(
                cost -> new RowPlot.Row(cost.model(), List.of(), (g, x, y) -> bar(g, cost, x.applyAsDouble(0),
                        x.applyAsDouble(Math.max(0, value.applyAsDouble(cost))), y, text.apply(cost)))).toList());
    }

    private static void bar(Graphics2D g, IdleCost cost, double from, double to, double y, String text) {
        BarStroke.service(g, new Rectangle2D.Double(from, y - BAR / 2, to - from, BAR), LabTheme.of(cost.model()));
        TextOutline.draw(g, text, to + 8, y + 4, LabTheme.SMALL, LabTheme.INK);
    }
}
