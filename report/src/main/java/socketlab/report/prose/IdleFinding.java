package socketlab.report.prose;

import java.util.List;
import java.util.Optional;
import socketlab.report.analysis.IdleCost;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.text.Formats;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;

/** What one model made of its idle clients: how long the active ones took beside them, and what each of them cost. */
public record IdleFinding(LoadSettings load, ModelSeries sweep) {

    public static IdleFinding of(LoadSettings load, ModelResult result) {
        return new IdleFinding(load, new ModelSeries(result.model(), List.of(result)));
    }

    /** {@code Beside 1,000 idle clients half of the 2,000 requests took at most 41 µs; each idle client cost ...}. */
    public String sentence() {
        if (sweep.requests() == 0) {
            return "It was asked nothing.";
        }
        List<ModelResult> answered = sweep.steps().stream().filter(step -> step.latencyMs() != null).toList();
        if (answered.isEmpty()) {
            return sentenceCase(beside(sweep.steps()) + " nobody was answered: " + failures()) + "." + cost(" ", ".");
        }
        String failed = sweep.failed() == 0 ? "" : Formats.number(sweep.failed()) + " of "
                + Formats.count(sweep.requests(), "request") + " failed (" + failures() + "), so it wins nothing. ";
        return failed + sentenceCase(answered.size() == 1 ? one(answered.getFirst()) : several(answered))
                + cost("; ", "") + ".";
    }

    private String one(ModelResult step) {
        return beside(List.of(step)) + " " + half(step) + Formats.time(step.latencyMs().p50()) + predicted(step);
    }

    /** {@code half of the 2,000 requests took at most 31 µs beside 10 idle clients and 520 µs beside 5,000}. */
    private String several(List<ModelResult> steps) {
        ModelResult first = steps.getFirst();
        // Between the first and the last of many there is nothing that a sentence could tell better than the picture.
        List<ModelResult> told = steps.size() <= 3 ? steps : List.of(first, steps.getLast());
        List<String> times = told.stream().map(step -> Formats.time(step.latencyMs().p50()) + " "
                + (step == first ? beside(List.of(step)) : "beside " + Formats.number(step.idleClients()))).toList();
        return half(first) + Formats.list(times)
                + (sweep.growth() > 1.1 ? ", " + Formats.times(sweep.growth()) + " as long" : "");
    }

    private String half(ModelResult step) {
        String who = sweep.failed() > 0 ? "answered request" : "request";
        return step.succeeded() == 1 ? "the only " + who + " took "
                : "half of the " + Formats.count(step.succeeded(), who) + " took at most ";
    }

    private static String beside(List<ModelResult> steps) {
        List<String> counts = steps.stream().map(step -> step.idleClients() == 0 ? "no" : Formats.number(step.idleClients())).toList();
        return "beside " + Formats.list(counts) + (counts.equals(List.of("1")) ? " idle client" : " idle clients");
    }

    private static String predicted(ModelResult step) {
        return step.predicted() == null ? "" : ", the slowest " + Formats.time(step.latencyMs().max()) + " (predicted "
                + Formats.time(step.predicted().maxMs()) + ")";
    }

    private String cost(String before, String after) {
        Optional<IdleCost> cost = IdleCost.of(sweep.steps().getLast(), load);
        if (cost.isEmpty()) {
            return "";
        }
        String words = cost.get().eachInWords();
        String text = sweep.steps().size() == 1 ? words
                : words.replaceFirst("idle client", "of the " + Formats.number(cost.get().idle()));
        return before + (before.startsWith(";") ? text : sentenceCase(text)) + after;
    }

    private String failures() {
        return Formats.failures(sweep.errors(), sweep.failed());
    }

    private static String sentenceCase(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
