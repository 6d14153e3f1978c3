package socketlab.report.prose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import socketlab.report.analysis.Failures;
import socketlab.report.analysis.Knee;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.analysis.SweepVariable;
import socketlab.report.text.Formats;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/** A run whose load grows from step to step, in words. */
public final class SweepText {
    private static final int NAMED = 3;

    private SweepText() {}

    /** The finding in one sentence: each model's maximum throughput, or the rate that it keeps up with. */
    public static String title(Run run) {
        SweepVariable variable = SweepVariable.of(run);
        List<ModelSeries> sound = sound(run);
        if (sound.isEmpty()) {
            return Failures.clause(run).orElse("No request succeeded");
        }
        return (variable == SweepVariable.RATE ? "Throughput keeps up with the offered rate "
                + ranked(sound, series -> keptUp(series).ratePerS(), series -> rate(variable, series))
                : "Maximum throughput: " + ranked(sound, SweepText::most, series -> Formats.rate(most(series)) + " in "
                        + series.model() + Knee.of(variable, series).map(step -> " (knee at "
                                + Formats.count(step.clients(), "client") + ")").orElse(""))) + Failures.suffix(run);
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
                .orElse("The knee was not reached. ");
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
        return Formats.capital(variable.text(variable.at(sound.getFirst().steps().getLast()))) + " a server needs "
                + ranked(sound, series -> series.steps().getLast().threadsPeak(),
                        series -> Formats.count(series.steps().getLast().threadsPeak(), "thread") + " and "
                                + Formats.bytes(series.steps().getLast().rssPeakBytes()) + " in " + series.model());
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

    private static String ranked(List<ModelSeries> all, ToDoubleFunction<ModelSeries> value,
            Function<ModelSeries, String> text) {
        List<ModelSeries> sorted = all.stream().sorted(Comparator.comparingDouble(value).reversed()).toList();
        return sorted.size() <= NAMED ? Formats.list(sorted.stream().map(text).toList())
                : text.apply(sorted.getFirst()) + ", down to " + text.apply(sorted.getLast());
    }
}
