package socketlab.report;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The picture of what idle clients cost their server: threads and memory, the more of them there are. */
final class CostChart {
    private static final double MIB = 1024 * 1024;
    private static final int LABELS = 186;
    private static final int WIDTH = (Look.WIDTH - 2 * Look.MARGIN) / 2;

    private CostChart() {}

    /** Whether anybody looked at a server that had idle clients. */
    static boolean possible(Run run) {
        return run.models().stream().anyMatch(result -> IdleCost.of(result, run.load()).isPresent());
    }

    static Figure of(Run run) {
        return new Figure(IdleText.costTitle(run), (Sweep.several(run) ? "Threads and resident memory of the server. "
                : "Memory and threads of the server for its idle clients. ") + TimelineText.load(run), List.of(),
                Sweep.several(run) ? lines(run) : CostBars.of(run), IdleText.costNotes(run), TimelineText.stamp(run));
    }

    private static List<Panel> lines(Run run) {
        return List.of(
                panel(run, "threads, at most", ModelResult::threadsPeak,
                        (sweep, last) -> Words.number(last.threadsPeak())),
                panel(run, "resident memory, at most (MiB)", result -> result.rssPeakBytes() / MIB,
                        (sweep, last) -> Words.bytes(last.rssPeakBytes())));
    }

    private static Panel panel(Run run, String title, ToDoubleFunction<ModelResult> value, SweepPlot.EndText text) {
        List<Sweep> known = Sweep.of(run).stream()
                .filter(sweep -> sweep.steps().stream().anyMatch(step -> value.applyAsDouble(step) > 0)).toList();
        return new SweepPlot(known, value, null).panel(WIDTH, LABELS, title, text);
    }
}
