package socketlab.report.charts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import socketlab.report.analysis.Knee;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.analysis.SweepVariable;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.Panel;
import socketlab.report.draw.RunChart;
import socketlab.report.prose.LoadSentence;
import socketlab.report.prose.SweepText;
import socketlab.report.text.Formats;
import socketlab.report.text.TimeUnitScale;
import socketlab.results.LatencyMs;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/** Throughput and latency over a load that grows from step to step. */
public final class LoadChart {
    private static final int LABELS = 200;
    private static final int WIDTH = (LabTheme.WIDTH - 2 * LabTheme.MARGIN) / 2;

    private LoadChart() {}

    /** The chart of a sweep; {@code load} is the sentence under the title. */
    public static RunChart of(Run run, String load) {
        SweepVariable variable = SweepVariable.of(run);
        boolean rate = variable == SweepVariable.RATE;
        List<ModelSeries> answered = IdleLatencyChart.answered(run);
        Map<ModelSeries, ModelResult> knees = new LinkedHashMap<>();
        answered.forEach(series -> Knee.of(variable, series).ifPresent(step -> knees.put(series, step)));
        TimeUnitScale scale = IdleLatencyChart.scale(run);
        Panel throughput = new SweepPlot(variable, answered, ModelResult::throughputPerS, null, knees).panel(WIDTH, LABELS,
                "throughput (answers per second)", (series, last) -> Formats.rate(last.throughputPerS()));
        Panel latency = new SweepPlot(variable, answered, IdleLatencyChart.in(scale, LatencyMs::p50),
                IdleLatencyChart.in(scale, LatencyMs::p99), knees).panel(WIDTH, LABELS, "latency (" + scale.unit() + ")",
                        (series, last) -> Formats.time(last.latencyMs().p50()));
        List<String> notes = new ArrayList<>(SweepText.notes(run));
        notes.addFirst(SweepText.knee(run));
        return RunChart.of(rate ? "offered" : "throughput", new Figure(SweepText.title(run), "Throughput and latency, step by"
                + " step. " + load, IdleLatencyChart.keys(), rate ? List.of(latency, throughput)
                        : List.of(throughput, latency), notes, LoadSentence.machine(run)),
                rate ? "each line is one model; further right more requests start each second, whether or not earlier ones are"
                        + " answered. Up to the ring (the knee) the server answers the offered rate; beyond it the queue"
                        + " grows for as long as the load lasts, and so does the latency."
                        : "each line is one model; further right more clients send requests. On the left is throughput: where"
                                + " the line is level, the server is at its capacity. On the right is latency: from there on it"
                                + " grows with every client, because they share the same throughput. The ring (the knee) is where"
                                + " both meet.");
    }
}
