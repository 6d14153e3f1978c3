package socketlab.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What pictures and page say in words of a load that grows from step to step. */
final class LoadText {
    private static final int NAMED = 3;

    private LoadText() {}

    /** Whether the load of this run grew from step to step. */
    static boolean grows(Run run) {
        return Dial.of(run) != Dial.IDLE && Sweep.several(run);
    }

    /** The finding in one sentence: who answers most, or up to which rate each keeps up. */
    static String title(Run run) {
        Dial dial = Dial.of(run);
        List<Sweep> sound = sound(run);
        String failed = IdleText.failedModels(run).map(text -> "; " + text).orElse("");
        if (sound.isEmpty()) {
            return IdleText.failedModels(run).orElse("Nobody was answered");
        }
        return (dial == Dial.RATE ? "Requests are answered as fast as they come: "
                + ranked(sound, sweep -> keptUp(sweep).ratePerS(), sweep -> rate(dial, sweep))
                : "The most answers: " + ranked(sound, LoadText::most, sweep -> Words.rate(most(sweep)) + " in "
                        + sweep.model() + Knee.of(dial, sweep).map(step -> " (from "
                                + Words.count(step.clients(), "client") + " on)").orElse(""))) + failed;
    }

    /** What one model made of it, in a sentence. */
    static String finding(Run run, Sweep sweep) {
        Dial dial = Dial.of(run);
        if (sweep.failed() > 0) {
            return Words.number(sweep.failed()) + " of " + Words.count(sweep.requests(), "request") + " failed ("
                    + Words.failures(sweep.errors(), sweep.failed()) + "), so it wins nothing.";
        }
        List<ModelResult> answered = sweep.steps().stream().filter(step -> step.latencyMs() != null).toList();
        if (answered.isEmpty()) {
            return "It was asked nothing.";   // interrupted before
        }
        ModelResult first = answered.getFirst();
        ModelResult last = answered.getLast();
        String knee = Knee.of(dial, sweep).map(step -> dial == Dial.RATE
                ? "It keeps up to " + Words.rate(step.ratePerS()) + ", and not beyond. "
                : "From " + Words.count(step.clients(), "client") + " on more of them only wait longer. ")
                .orElse("Its knee was not reached. ");
        return knee + "Half of the requests take at most " + Words.time(first.latencyMs().p50()) + " "
                + dial.words(dial.at(first)) + " and " + Words.time(last.latencyMs().p50()) + " "
                + dial.words(dial.at(last)) + "; at most " + Words.rate(most(sweep)) + " were answered.";
    }

    static String costTitle(Run run) {
        Dial dial = Dial.of(run);
        List<Sweep> sound = sound(run).stream().filter(sweep -> sweep.steps().getLast().threadsPeak() > 0).toList();
        if (sound.isEmpty()) {
            return title(run);
        }
        return Words.capital(dial.words(dial.at(sound.getFirst().steps().getLast())), true) + " a server needs "
                + ranked(sound, sweep -> sweep.steps().getLast().threadsPeak(), sweep ->
                        Words.count(sweep.steps().getLast().threadsPeak(), "thread") + " and "
                        + Words.bytes(sweep.steps().getLast().rssPeakBytes()) + " in " + sweep.model());
    }

    static List<String> notes(Run run) {
        List<String> notes = new ArrayList<>();
        int repeats = Sweep.repeats(run);
        if (repeats > 1) {
            notes.add("Each point is, of up to " + Words.number(repeats) + " repeats, the one in the middle by answers"
                    + " per second; one that failed requests stands for the others.");
        }
        notes.addAll(IdleText.failures(run));
        return notes;
    }

    static String knee(Run run) {
        return Dial.of(run) == Dial.RATE
                ? "Ringed, the knee: the highest rate up to which at least 95 % of what came was answered meanwhile."
                : "Ringed, the knee: the fewest clients with which 90 % of the most answers per second are reached.";
    }

    private static List<Sweep> sound(Run run) {
        return Sweep.of(run).stream().filter(sweep -> sweep.steps().stream().allMatch(Matrix::sound)).toList();
    }

    private static double most(Sweep sweep) {
        return sweep.steps().stream().mapToDouble(ModelResult::throughputPerS).max().orElse(0);
    }

    private static ModelResult keptUp(Sweep sweep) {
        return sweep.steps().stream().takeWhile(Knee::keepsUp).reduce((before, after) -> after)
                .orElse(sweep.steps().getFirst());
    }

    private static String rate(Dial dial, Sweep sweep) {
        String word = Knee.of(dial, sweep).isPresent() ? "up to " : Knee.keepsUp(sweep.steps().getFirst()) ? "beyond "
                : "not even at ";
        return word + Words.rate(keptUp(sweep).ratePerS()) + " in " + sweep.model();
    }

    private static String ranked(List<Sweep> sweeps, ToDoubleFunction<Sweep> value, Function<Sweep, String> text) {
        List<Sweep> sorted = sweeps.stream().sorted(Comparator.comparingDouble(value).reversed()).toList();
        return sorted.size() <= NAMED ? Words.list(sorted.stream().map(text).toList())
                : text.apply(sorted.getFirst()) + ", down to " + text.apply(sorted.getLast());
    }
}
