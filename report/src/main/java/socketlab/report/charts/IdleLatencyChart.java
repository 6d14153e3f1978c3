package socketlab.report.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import socketlab.report.analysis.Failures;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.analysis.SweepVariable;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.LegendEntry;
import socketlab.report.draw.Panel;
import socketlab.report.draw.RunChart;
import socketlab.report.prose.IdleText;
import socketlab.report.prose.LoadSentence;
import socketlab.report.text.Formats;
import socketlab.report.text.TimeUnitScale;
import socketlab.results.LatencyMs;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/** The latency of the active clients over the number of idle ones. */
public final class IdleLatencyChart {
    private static final int LABELS = 250;

    private IdleLatencyChart() {}

    /** The chart of a run with several numbers of idle clients; {@code load} is the sentence under the title. */
    public static RunChart of(Run run, String load) {
        List<ModelSeries> answered = answered(run);
        TimeUnitScale scale = scale(run);
        Panel panel = new SweepPlot(SweepVariable.IDLE, answered, in(scale, LatencyMs::p50), in(scale, LatencyMs::p99),
                Map.of()).panel(LabTheme.WIDTH - 2 * LabTheme.MARGIN, LABELS, "latency (" + scale.unit() + ")",
                        IdleLatencyChart::ending);
        return RunChart.of("idle-latency", new Figure(IdleText.latencyTitle(run), "Latency of the active clients' requests"
                + " over the number of idle clients. " + load, keys(), List.of(panel), notes(run, answered),
                LoadSentence.machine(run)), "each line is one model; further right more clients are connected and silent;"
                        + " higher up an active client waits longer. A flat line means that idle clients cost the others"
                        + " nothing; a rising one that the server looks at each of them to find the one that sent. "
                        + (ModelSeries.counts(run).getFirst() > 0 ? "On a logarithmic axis equal distances are equal factors."
                                : ""));
    }

    /** The series with any answer. */
    static List<ModelSeries> answered(Run run) {
        return ModelSeries.of(run).stream()
                .filter(series -> series.steps().stream().anyMatch(step -> step.latencyMs() != null)).toList();
    }

    /** The unit for the p99 of all steps. */
    static TimeUnitScale scale(Run run) {
        return TimeUnitScale.fitting(run.models().stream().map(ModelResult::latencyMs).filter(latency -> latency != null)
                .mapToDouble(LatencyMs::p99).max().orElse(0));
    }

    /** A percentile of one step in this unit; 0 where there is none. */
    static ToDoubleFunction<ModelResult> in(TimeUnitScale scale, ToDoubleFunction<LatencyMs> which) {
        return result -> result.latencyMs() == null ? 0 : scale.ofMs(which.applyAsDouble(result.latencyMs()));
    }

    /** {@code 520 µs, 17 times}: p50 with the most idle clients, and how many times that with the fewest it is. */
    private static String ending(ModelSeries series, ModelResult last) {
        String text = Formats.time(last.latencyMs().p50());
        if (series.grows()) {
            text += ", " + Formats.times(series.growth());
        }
        return text + (series.failed() > 0 ? ", " + Formats.number(series.failed()) + " failed" : "");
    }

    static List<LegendEntry> keys() {
        return List.of(LegendEntry.line("p50", 0), LegendEntry.faint("p99"));
    }

    private static List<String> notes(Run run, List<ModelSeries> answered) {
        List<String> notes = new ArrayList<>();
        int fewest = ModelSeries.counts(run).getFirst();
        if (answered.isEmpty()) {
            notes.add("No request succeeded, so there is no latency to draw.");
        } else {
            notes.add(
                    "On the right: p50 with the most idle clients and, where repeated rounds show that it grows, how many times p50 with "
                            + (fewest == 0 ? "none" : Formats.number(fewest)) + " it is.");
            IdleText.coinciding(run).ifPresent(notes::add);
        }
        Failures.notes(run).forEach(note -> notes.add(note.startsWith("Failed") ? note + " They are in no line." : note));
        return notes;
    }
}
