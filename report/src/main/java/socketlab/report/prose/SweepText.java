package socketlab.report.prose;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.LongSummaryStatistics;
import socketlab.report.analysis.Failures;
import socketlab.report.analysis.Knee;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.analysis.SweepVariable;
import socketlab.report.text.Formats;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.statistics.RoundFigure;

/** A run whose load grows from step to step, in words. */
public final class SweepText {
    private SweepText() {}

    /** The finding in one sentence: a model's maximum throughput, or the rate that it keeps up with. */
    public static String title(Run run) {
        SweepVariable variable = SweepVariable.of(run);
        List<ModelSeries> sound = sound(run);
        if (sound.isEmpty()) {
            return Failures.clause(run).orElse("No request succeeded");
        }
        if (ModelSeries.of(run).size() > 1) {
            return DifferenceText.title(run, RoundFigure.THROUGHPUT, "Throughput and latency " + (variable == SweepVariable.RATE
                    ? "over the offered rate" : "over the number of clients"));
        }
        ModelSeries one = sound.getFirst();
        return variable == SweepVariable.RATE ? "Throughput keeps up with the offered rate " + rate(variable, one)
                : "Maximum throughput: " + Formats.rate(most(one)) + " in " + one.model() + Knee.of(variable, one)
                        .map(step -> " (knee at " + Formats.count(step.clients(), "client") + ")").orElse("");
    }

    /** One model's finding. */
    public static String finding(Run run, ModelSeries series) {
        SweepVariable variable = SweepVariable.of(run);
        if (series.failed() > 0) {
            return Formats.number(series.failed()) + " of " + Formats.count(series.requests(), "request") + " failed ("
                    + Formats.failures(series.errors(), series.failed()) + "), so it is not ranked.";
        }
        List<ModelResult> answered = series.steps().stream().filter(step -> step.latencyMs() != null).toList();
        if (answered.isEmpty()) {
            return "No requests were sent.";   // the run was interrupted before
        }
        ModelResult first = answered.getFirst();
        ModelResult last = answered.getLast();
        String knee = Knee.of(variable, series).map(step -> "Knee " + variable.text(variable.at(step)) + ". ")
                .orElse(Knee.isBelow(variable, series) ? "The knee lies below " + Formats.count(first.clients(), "client") + ". "
                        : "The knee was not reached. ");
        return knee + "p50 " + Formats.time(first.latencyMs().p50()) + " " + variable.text(variable.at(first)) + " and "
                + Formats.time(last.latencyMs().p50()) + " " + variable.text(variable.at(last)) + "; maximum throughput "
                + Formats.rate(most(series)) + ".";
    }

    /** What the servers need at the highest load. */
    public static String costTitle(Run run) {
        SweepVariable variable = SweepVariable.of(run);
        List<ModelSeries> sound = sound(run).stream().filter(series -> series.steps().getLast().threadsPeak() > 0).toList();
        if (sound.isEmpty()) {
            return title(run);
        }
        List<ModelResult> last = sound.stream().map(series -> series.steps().getLast()).toList();
        IntSummaryStatistics threads = last.stream().mapToInt(ModelResult::threadsPeak).summaryStatistics();
        LongSummaryStatistics bytes = last.stream().mapToLong(ModelResult::rssPeakBytes).summaryStatistics();
        return Formats.capital(variable.text(variable.at(last.getFirst()))) + " a server needs "
                + (threads.getMin() == threads.getMax() ? "" : Formats.number(threads.getMin()) + " to ")
                + Formats.count(threads.getMax(), "thread") + " and "
                + (last.size() == 1 ? "" : Formats.bytes(bytes.getMin()) + " to ") + Formats.bytes(bytes.getMax());
    }

    /** Notes for every chart of a sweep. */
    public static List<String> notes(Run run) {
        List<String> notes = new ArrayList<>();
        if (ModelSeries.rounds(run) > 1) {
            notes.add("Each point is the result of " + Formats.number(ModelSeries.rounds(run)) + " rounds together.");
        }
        notes.addAll(Failures.notes(run));
        return notes;
    }

    /** What the ring in a chart marks. */
    public static String knee(Run run) {
        return SweepVariable.of(run) == SweepVariable.RATE
                ? "The ring marks the knee: the highest rate up to which at least 95 % of the offered requests are answered."
                : "The ring marks the knee: the fewest clients that reach 90 % of the maximum throughput.";
    }

    private static List<ModelSeries> sound(Run run) {
        return ModelSeries.of(run).stream().filter(ModelSeries::sound).toList();
    }

    private static double most(ModelSeries series) {
        return series.steps().stream().mapToDouble(ModelResult::throughputPerS).max().orElse(0);
    }

    private static ModelResult keptUp(ModelSeries series) {
        return series.steps().stream().takeWhile(Knee::keepsUp).reduce((before, after) -> after)
                .orElse(series.steps().getFirst());
    }

    private static String rate(SweepVariable variable, ModelSeries series) {
        String word = Knee.of(variable, series).isPresent() ? "up to " : Knee.keepsUp(series.steps().getFirst()) ? "beyond "
                : "not even at ";
        return word + Formats.rate(keptUp(series).ratePerS()) + " in " + series.model();
    }
}
