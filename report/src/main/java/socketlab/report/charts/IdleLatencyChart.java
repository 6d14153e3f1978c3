package socketlab.report.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.analysis.SweepVariable;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.LegendEntry;
import socketlab.report.draw.Panel;
import socketlab.report.prose.IdleText;
import socketlab.report.prose.TimelineText;
import socketlab.report.text.Formats;
import socketlab.report.text.TimeUnitScale;
import socketlab.results.LatencyMs;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/** The picture of what idle clients cost the active ones: how long a request takes, the more of them there are. */
public final class IdleLatencyChart {
    private static final int LABELS = 250;
    private static final double LONGER = 1.1;

    private IdleLatencyChart() {}

    public static Figure of(Run run) {
        List<ModelSeries> answered = ModelSeries.of(run).stream()
                .filter(sweep -> sweep.steps().stream().anyMatch(step -> step.latencyMs() != null)).toList();
        TimeUnitScale scale = TimeUnitScale.fitting(run.models().stream().map(ModelResult::latencyMs).filter(latency -> latency != null)
                .mapToDouble(LatencyMs::p99).max().orElse(0));
        Panel panel = new SweepPlot(SweepVariable.IDLE, answered, in(scale, LatencyMs::p50), in(scale, LatencyMs::p99),
                Map.of()).panel(LabTheme.WIDTH - 2 * LabTheme.MARGIN, LABELS, "latency (" + scale.unit() + ")",
                IdleLatencyChart::ending);
        return new Figure(IdleText.latencyTitle(run), "Latency of the active clients' requests beside so many silent"
                + " ones. " + TimelineText.load(run), keys(), List.of(panel), notes(run, answered),
                TimelineText.stamp(run));
    }

    static ToDoubleFunction<ModelResult> in(TimeUnitScale scale, ToDoubleFunction<LatencyMs> which) {
        return result -> result.latencyMs() == null ? 0 : scale.ofMs(which.applyAsDouble(result.latencyMs()));
    }

    /** {@code 520 µs, 17 times}: beside the most, and how many times that is what it took beside the fewest. */
    private static String ending(ModelSeries sweep, ModelResult last) {
        String text = Formats.time(last.latencyMs().p50());
        if (sweep.growth() >= LONGER) {
            text += ", " + Formats.times(sweep.growth());
        }
        return text + (sweep.failed() > 0 ? ", " + Formats.number(sweep.failed()) + " failed" : "");
    }

    static List<LegendEntry> keys() {
        return List.of(LegendEntry.line("half of the requests took at most", 0), LegendEntry.faint("99 of 100 took at most"));
    }

    private static List<String> notes(Run run, List<ModelSeries> answered) {
        List<String> notes = new ArrayList<>();
        int fewest = ModelSeries.counts(run).getFirst();
        if (answered.isEmpty()) {
            notes.add("Nobody was answered, so there is no latency to draw.");
        } else {
            notes.add("On the right: the median beside the most idle clients, and how many times the median beside "
                    + (fewest == 0 ? "none" : Formats.number(fewest)) + " that is, where it is longer.");
            IdleText.coinciding(run).ifPresent(notes::add);
        }
        IdleText.failures(run).forEach(note -> notes.add(note.startsWith("Failed") ? note + " They are in no line."
                : note));
        return notes;
    }
}
