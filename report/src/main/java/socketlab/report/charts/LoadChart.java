package socketlab.report.charts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import socketlab.report.analysis.Knee;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.analysis.SweepVariable;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.Panel;
import socketlab.report.prose.SweepText;
import socketlab.report.prose.TimelineText;
import socketlab.report.text.Formats;
import socketlab.report.text.TimeUnitScale;
import socketlab.results.LatencyMs;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/** The pictures of a load that grows from step to step: how many are answered, and how long they wait. */
public final class LoadChart {
    private static final int LABELS = 200;
    private static final int WIDTH = (LabTheme.WIDTH - 2 * LabTheme.MARGIN) / 2;

    private LoadChart() {}

    public static Figure of(Run run) {
        SweepVariable dial = SweepVariable.of(run);
        List<ModelSeries> answered = ModelSeries.of(run).stream()
                .filter(sweep -> sweep.steps().stream().anyMatch(step -> step.latencyMs() != null)).toList();
        Map<ModelSeries, ModelResult> knees = new LinkedHashMap<>();
        answered.forEach(sweep -> Knee.of(dial, sweep).ifPresent(step -> knees.put(sweep, step)));
        TimeUnitScale scale = TimeUnitScale.fitting(run.models().stream().map(ModelResult::latencyMs).filter(latency -> latency != null)
                .mapToDouble(LatencyMs::p99).max().orElse(0));
        ToDoubleFunction<ModelResult> half = IdleLatencyChart.in(scale, LatencyMs::p50);
        Panel throughput = new SweepPlot(dial, answered, ModelResult::throughputPerS, null, knees).panel(WIDTH, LABELS,
                "answers per second", (sweep, last) -> Formats.rate(last.throughputPerS()));
        Panel latency = new SweepPlot(dial, answered, half, IdleLatencyChart.in(scale, LatencyMs::p99), knees)
                .panel(WIDTH, LABELS, "latency (" + scale.unit() + ")",
                        (sweep, last) -> Formats.time(last.latencyMs().p50()));
        List<String> notes = new ArrayList<>(SweepText.notes(run));
        notes.addFirst(SweepText.knee(run));
        return new Figure(SweepText.title(run), "Answers per second, and the latency of the answered, step by step. "
                + TimelineText.load(run), IdleLatencyChart.keys(),
                dial == SweepVariable.RATE ? List.of(latency, throughput) : List.of(throughput, latency), notes,
                TimelineText.stamp(run));
    }
}
