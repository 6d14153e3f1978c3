package socketlab.report.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import socketlab.report.analysis.Failures;
import socketlab.report.text.Formats;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/** The latencies of a run in one sentence: slow models, fast models, failures. A model with a failure is never fast. */
public final class Headline {
    private static final double ALIKE = 1.1;
    private static final String MODELS = "%s models";
    private final LoadSettings load;
    private final List<ModelResult> sound;
    private final boolean allSound;

    private Headline(Run run) {
        load = run.load();
        sound = run.models().stream().filter(ModelResult::sound).toList();
        allSound = sound.size() == run.models().size();
    }

    /** The headline of any run of requests, also of one without an answer or without a model. */
    public static String of(Run run) {
        if (run.models().isEmpty()) {
            return "Nothing was measured";
        }
        if (run.models().stream().allMatch(model -> model.succeeded() == 0)) {
            return "No request succeeded";
        }
        List<String> parts = new ArrayList<>();
        Headline headline = new Headline(run);
        if (!headline.sound.isEmpty()) {
            parts.add(headline.comparison());
        }
        Failures.clause(run).ifPresent(parts::add);
        return String.join("; ", parts);
    }

    private String comparison() {
        double least = sound.stream().mapToDouble(Headline::maxMs).min().orElseThrow();
        double most = sound.stream().mapToDouble(Headline::maxMs).max().orElseThrow();
        List<String> fast = names(model -> maxMs(model) <= ALIKE * least);
        if (sound.size() == 1 && most > ALIKE * sound.getFirst().latencyMs().min()) {
            return slow(fast, most);
        }
        if (most <= ALIKE * least) {
            return fast(fast, most, allSound ? "all %s" : MODELS) + (fast.size() > 1 ? ": they differ by less than 10 %" : "");
        }
        List<String> slow = names(model -> maxMs(model) > ALIKE * least && maxMs(model) >= most / ALIKE);
        List<ModelResult> between = sound.stream()
                .filter(model -> maxMs(model) > ALIKE * least && maxMs(model) < most / ALIKE).toList();
        double fastest = sound.stream().mapToDouble(Headline::maxMs).filter(ms -> ms <= ALIKE * least).max().orElseThrow();
        return slow(slow, most) + "; " + between(between) + fast(fast, fastest, allSound ? "the other %s" : MODELS);
    }

    private String slow(List<String> models, double ms) {
        String who = Formats.some(models, MODELS);
        if (!load.burst()) {
            return who + verb(models, " takes", " take") + " up to " + Formats.time(ms) + " for a request";
        }
        return who + verb(models, " answers its ", " answer their ") + Formats.ordinal(load.requests())
                + " client after " + Formats.time(ms);
    }

    private String fast(List<String> models, double ms, String many) {
        return Formats.some(models, many) + verb(models, " answers every ", " answer every ")
                + (load.burst() ? "client" : "request") + " within " + Formats.time(ms);
    }

    private static String between(List<ModelResult> models) {
        if (models.isEmpty()) {
            return "";
        }
        if (models.size() > 2) {
            return Formats.spelled(models.size()) + " others are in between; ";
        }
        return Formats.list(models.stream().map(model -> model.model() + " takes " + Formats.time(maxMs(model))).toList())
                + "; ";
    }

    private static double maxMs(ModelResult model) {
        return model.latencyMs().max();
    }

    private List<String> names(Predicate<ModelResult> which) {
        return sound.stream().filter(which).map(ModelResult::model).toList();
    }

    private static String verb(List<String> models, String one, String many) {
        return models.size() == 1 ? one : many;
    }
}
