package socketlab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The pictures of a load that grows from step to step: how many are answered, and how long they wait. */
final class LoadChart {
    private static final int LABELS = 200;
    private static final int WIDTH = (Look.WIDTH - 2 * Look.MARGIN) / 2;

    private LoadChart() {}

    static Figure of(Run run) {
        Dial dial = Dial.of(run);
        List<Sweep> answered = Sweep.of(run).stream()
                .filter(sweep -> sweep.steps().stream().anyMatch(step -> step.latencyMs() != null)).toList();
        Map<Sweep, ModelResult> knees = new LinkedHashMap<>();
        answered.forEach(sweep -> Knee.of(dial, sweep).ifPresent(step -> knees.put(sweep, step)));
        Scale scale = Scale.fitting(run.models().stream().map(ModelResult::latencyMs).filter(latency -> latency != null)
                .mapToDouble(LatencyMs::p99).max().orElse(0));
        ToDoubleFunction<ModelResult> half = IdleLatencyChart.in(scale, LatencyMs::p50);
        Panel throughput = new SweepPlot(dial, answered, ModelResult::throughputPerS, null, knees).panel(WIDTH, LABELS,
                "answers per second", (sweep, last) -> Words.rate(last.throughputPerS()));
        Panel latency = new SweepPlot(dial, answered, half, IdleLatencyChart.in(scale, LatencyMs::p99), knees)
                .panel(WIDTH, LABELS, "latency (" + scale.unit() + ")",
                        (sweep, last) -> Words.time(last.latencyMs().p50()));
        List<String> notes = new ArrayList<>(LoadText.notes(run));
        notes.addFirst(LoadText.knee(run));
        return new Figure(LoadText.title(run), "Answers per second, and the latency of the answered, step by step. "
                + TimelineText.load(run), IdleLatencyChart.keys(),
                dial == Dial.RATE ? List.of(latency, throughput) : List.of(throughput, latency), notes,
                TimelineText.stamp(run));
    }
}
