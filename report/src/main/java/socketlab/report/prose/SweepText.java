package socketlab.report.prose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import socketlab.report.analysis.Knee;
import socketlab.report.analysis.Matrix;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.analysis.SweepVariable;
import socketlab.report.text.Formats;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/** What pictures and page say in words of a load that grows from step to step. */
public final class SweepText {
    private static final int NAMED = 3;

    private SweepText() {}

    /** Whether the load of this run grew from step to step. */
    public static boolean grows(Run run) {
        return SweepVariable.of(run) != SweepVariable.IDLE && ModelSeries.several(run);
    }

    /** The finding in one sentence: who answers most, or up to which rate each keeps up. */
    public static String title(Run run) {
        SweepVariable dial = SweepVariable.of(run);
        List<ModelSeries> sound = sound(run);
        String failed = IdleText.failedModels(run).map(text -> "; " + text).orElse("");
        if (sound.isEmpty()) {
            return IdleText.failedModels(run).orElse("Nobody was answered");
        }
        return (dial == SweepVariable.RATE ? "Requests are answered as fast as they come: "
                + ranked(sound, sweep -> keptUp(sweep).ratePerS(), sweep -> rate(dial, sweep))
                : "The most answers: " + ranked(sound, SweepText::most, sweep -> Formats.rate(most(sweep)) + " in "
                        + sweep.model() + Knee.of(dial, sweep).map(step -> " (from "
                                + Formats.count(step.clients(), "client") + " on)").orElse(""))) + failed;
    }

    /** What one model made of it, in a sentence. */
    public static String finding(Run run, ModelSeries sweep) {
        SweepVariable dial = SweepVariable.of(run);
        if (sweep.failed() > 0) {
            return Formats.number(sweep.failed()) + " of " + Formats.count(sweep.requests(), "request") + " failed ("
                    + Formats.failures(sweep.errors(), sweep.failed()) + "), so it wins nothing.";
        }
        List<ModelResult> answered = sweep.steps().stream().filter(step -> step.latencyMs() != null).toList();
        if (answered.isEmpty()) {
            return "It was asked nothing.";   // interrupted before
        }
        ModelResult first = answered.getFirst();
        ModelResult last = answered.getLast();
        String knee = Knee.of(dial, sweep).map(step -> dial == SweepVariable.RATE
                ? "It keeps up to " + Formats.rate(step.ratePerS()) + ", and not beyond. "
                : "From " + Formats.count(step.clients(), "client") + " on more of them only wait longer. ")
                .orElse("Its knee was not reached. ");
        return knee + "Half of the requests take at most " + Formats.time(first.latencyMs().p50()) + " "
                + dial.words(dial.at(first)) + " and " + Formats.time(last.latencyMs().p50()) + " "
                + dial.words(dial.at(last)) + "; at most " + Formats.rate(most(sweep)) + " were answered.";
    }

    public static String costTitle(Run run) {
        SweepVariable dial = SweepVariable.of(run);
        List<ModelSeries> sound = sound(run).stream().filter(sweep -> sweep.steps().getLast().threadsPeak() > 0).toList();
        if (sound.isEmpty()) {
            return title(run);
        }
        return Formats.capital(dial.words(dial.at(sound.getFirst().steps().getLast())), true) + " a server needs "
                + ranked(sound, sweep -> sweep.steps().getLast().threadsPeak(), sweep ->
                        Formats.count(sweep.steps().getLast().threadsPeak(), "thread") + " and "
                        + Formats.bytes(sweep.steps().getLast().rssPeakBytes()) + " in " + sweep.model());
    }

    public static List<String> notes(Run run) {
        List<String> notes = new ArrayList<>();
        if (ModelSeries.rounds(run) > 1) {
            notes.add("Each point is the result of " + Formats.number(ModelSeries.rounds(run)) + " rounds together.");
        }
        notes.addAll(IdleText.failures(run));
        return notes;
    }

    public static String knee(Run run) {
        return SweepVariable.of(run) == SweepVariable.RATE
                ? "Ringed, the knee: the highest rate up to which at least 95 % of what came was answered meanwhile."
                : "Ringed, the knee: the fewest clients with which 90 % of the most answers per second are reached.";
    }

    private static List<ModelSeries> sound(Run run) {
        return ModelSeries.of(run).stream().filter(sweep -> sweep.steps().stream().allMatch(Matrix::sound)).toList();
    }

    private static double most(ModelSeries sweep) {
        return sweep.steps().stream().mapToDouble(ModelResult::throughputPerS).max().orElse(0);
    }

    private static ModelResult keptUp(ModelSeries sweep) {
        return sweep.steps().stream().takeWhile(Knee::keepsUp).reduce((before, after) -> after)
                .orElse(sweep.steps().getFirst());
    }

    private static String rate(SweepVariable dial, ModelSeries sweep) {
        String word = Knee.of(dial, sweep).isPresent() ? "up to " : Knee.keepsUp(sweep.steps().getFirst()) ? "beyond "
                : "not even at ";
        return word + Formats.rate(keptUp(sweep).ratePerS()) + " in " + sweep.model();
    }

    private static String ranked(List<ModelSeries> sweeps, ToDoubleFunction<ModelSeries> value, Function<ModelSeries, String> text) {
        List<ModelSeries> sorted = sweeps.stream().sorted(Comparator.comparingDouble(value).reversed()).toList();
        return sorted.size() <= NAMED ? Formats.list(sorted.stream().map(text).toList())
                : text.apply(sorted.getFirst()) + ", down to " + text.apply(sorted.getLast());
    }
}
