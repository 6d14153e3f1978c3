package socketlab.report.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import socketlab.report.text.Formats;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/**
 * The finding of a run in one sentence: who is slow, who is quick, who failed; a model that failed a request never
 * wins.
 */
public final class Headline {
    private static final double ALIKE = 1.1;
    private static final String MODELS = "%s models";
    private final LoadSettings load;
    private final List<ModelResult> sound;
    private final boolean allSound;

    private Headline(Run run) {
        load = run.load();
        sound = run.models().stream().filter(model -> model.failed() == 0 && model.latencyMs() != null).toList();
        allSound = sound.size() == run.models().size();
    }

    public static String of(Run run) {
        if (run.models().isEmpty()) {
            return "Nothing was measured";
        }
        if (run.models().stream().allMatch(model -> model.succeeded() == 0)) {
            return "Nobody was answered";
        }
        List<String> parts = new ArrayList<>();
        Headline headline = new Headline(run);
        if (!headline.sound.isEmpty()) {
            parts.add(headline.comparison());
        }
        failures(run.models()).ifPresent(parts::add);
        return String.join("; ", parts);
    }

    private String comparison() {
        double least = sound.stream().mapToDouble(this::yardstick).min().orElseThrow();
        double most = sound.stream().mapToDouble(this::yardstick).max().orElseThrow();
        List<String> quick = names(model -> yardstick(model) <= ALIKE * least);
        if (sound.size() == 1 && most > ALIKE * sound.getFirst().latencyMs().min()) {
            return slow(quick, most);
        }
        if (most <= ALIKE * least) {
            return quick(quick, most, allSound ? "all %s" : MODELS)
                    + (quick.size() > 1 ? ": no difference worth naming" : "");
        }
        List<String> slow = names(model -> yardstick(model) > ALIKE * least && yardstick(model) >= most / ALIKE);
        List<ModelResult> between = sound.stream()
                .filter(model -> yardstick(model) > ALIKE * least && yardstick(model) < most / ALIKE).toList();
        double quickest = sound.stream().mapToDouble(this::yardstick).filter(ms -> ms <= ALIKE * least).max()
                .orElseThrow();
        return slow(slow, most) + "; " + between(between) 
                + quick(quick, quickest, allSound ? "the other %s" : MODELS);
    }

    private String slow(List<String> models, double ms) {
        String who = Formats.some(models, MODELS);
        if (!load.burst()) {
            return who + verb(models, " takes", " take") + " up to " + Formats.time(ms) + " for a request";
        }
        return who + verb(models, " answers its ", " answer their ") + Formats.ordinal(load.requests())
                + " client after " + Formats.time(ms);
    }

    private String quick(List<String> models, double ms, String crowd) {
        return Formats.some(models, crowd) + (load.burst()
                ? verb(models, " answers", " answer") + " everybody within "
                : verb(models, " answers", " answer") + " every request within ") + Formats.time(ms);
    }

    private String between(List<ModelResult> models) {
        if (models.isEmpty()) {
            return "";
        }
        if (models.size() > 2) {
            return Formats.spelled(models.size()) + " others lie between; ";
        }
        return Formats.list(models.stream()
                .map(model -> model.model() + " needs " + Formats.time(yardstick(model))).toList()) + "; ";
    }

    public static Optional<String> failures(List<ModelResult> models) {
        List<ModelResult> failed = models.stream().filter(model -> model.failed() > 0).toList();
        if (failed.size() > 3) {
            return Optional.of(Formats.spelled(failed.size()) + " models failed requests and win nothing");
        }
        return failed.isEmpty() ? Optional.empty() : Optional.of(Formats.list(failed.stream()
                .map(model -> model.model() + " failed " + Formats.number(model.failed()) + " of "
                        + Formats.count(model.requests(), "request")).toList()));
    }

    private double yardstick(ModelResult model) {
        return model.latencyMs().max();
    }

    private List<String> names(Predicate<ModelResult> which) {
        return sound.stream().filter(which).map(ModelResult::model).toList();
    }

    private static String verb(List<String> models, String one, String many) {
        return models.size() == 1 ? one : many;
    }
}
