package socketlab.report.prose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import socketlab.report.analysis.Failures;
import socketlab.report.text.Formats;
import socketlab.results.JudgedLatency;
import socketlab.results.LatencyMs;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.Verdict;

/**
 * The latencies of a run in one sentence: what theory says and whether the measurement agrees; without a theory, what
 * repeated rounds support. One round of each model ranks nothing. Failures stand at the end.
 */
public final class Headline {
    private static final int NAMED = 4;
    private final Run run;
    private final LoadSettings load;
    private final JudgedLatency judged;
    private final List<ModelResult> sound;

    private Headline(Run run) {
        this.run = run;
        load = run.load();
        judged = JudgedLatency.of(load);
        sound = run.models().stream().filter(ModelResult::sound).toList();
    }

    /** The headline of any run of requests, also of one without an answer or without a model. */
    public static String of(Run run) {
        if (run.models().isEmpty()) {
            return "Nothing was measured";
        }
        if (run.models().stream().allMatch(model -> model.succeeded() == 0)) {
            return "No request succeeded";
        }
        Headline headline = new Headline(run);
        if (headline.sound.isEmpty()) {
            return Failures.clause(run).orElse("No request succeeded");
        }
        if (headline.sound.stream().anyMatch(model -> model.predicted() != null)) {
            return headline.theory() + Failures.suffix(run);
        }
        return headline.sound.size() == 1 ? headline.figures(headline.sound.getFirst()) + Failures.suffix(run)
                : DifferenceText.title(run, DifferenceText.latency(run), headline.answered());
    }

    /** Models that theory treats alike, and that agree with it alike. */
    private record Alike(Double predictedMs, Verdict verdict) {}

    /** {@code single takes 5.00 s for five clients, as predicted; the other six 1.00 s, as predicted}. */
    private String theory() {
        Map<Alike, List<ModelResult>> groups = sound.stream().collect(Collectors.groupingBy(model -> new Alike(
                model.predicted() == null ? null : judged.predicted(model.predicted()), model.verdict()), LinkedHashMap::new,
                Collectors.toList()));
        List<Map.Entry<Alike, List<ModelResult>>> mostLast = new ArrayList<>(groups.entrySet());
        mostLast.stream().max(Comparator.comparingInt(group -> group.getValue().size()))
                .filter(largest -> largest.getValue().size() > 1).ifPresent(largest -> {
                    mostLast.remove(largest);
                    mostLast.add(largest);   // "the other six"
                });
        List<String> parts = new ArrayList<>();
        for (Map.Entry<Alike, List<ModelResult>> group : mostLast) {
            List<String> names = group.getValue().stream().map(ModelResult::model).toList();
            boolean last = parts.size() == groups.size() - 1 && sound.size() == run.models().size();
            String who = Formats.some(names, !last ? "%s models" : groups.size() == 1 ? "all %s" : "the other %s");
            if (parts.size() < NAMED) {
                parts.add(who + (parts.isEmpty() ? verb(names) : "") + " " + times(group.getValue())
                        + (parts.isEmpty() ? clients() : "") + ", " + agreement(group.getKey()));
            }
        }
        return String.join("; ", parts) + (groups.size() > NAMED ? "; the others are in the table" : "");
    }

    private String verb(List<String> models) {
        String takes = models.size() == 1 ? " takes" : " take";
        return judged == JudgedLatency.MAX ? takes : takes + " a median of";
    }

    private String clients() {
        return judged != JudgedLatency.MAX ? " for a request" : load.requests() == 1 ? " for one client"
                : " for " + Formats.spelled(load.requests()) + " clients";
    }

    private String times(List<ModelResult> models) {
        DoubleSummaryStatistics ms = models.stream().mapToDouble(model -> judged.measured(model.latencyMs()))
                .summaryStatistics();
        String least = Formats.time(ms.getMin());
        String most = Formats.time(ms.getMax());
        return least.equals(most) ? least : least + " to " + most;
    }

    private static String agreement(Alike group) {
        return switch (group.verdict) {
            case AS_PREDICTED -> "as predicted";
            case OFF -> "off: " + Formats.time(group.predictedMs) + " is predicted";
            case INCONCLUSIVE -> "inconclusive: " + Formats.time(group.predictedMs) + " is predicted";
            case NO_PREDICTION -> "without a prediction";
        };
    }

    private String figures(ModelResult model) {
        LatencyMs latency = model.latencyMs();
        return model.model() + " answers " + Formats.count(model.succeeded(), "request") + ": " + (model.succeeded() == 1
                ? Formats.time(latency.max())
                : "p50 " + Formats.time(latency.p50()) + ", p99 " + Formats.time(latency.p99()) + ", max "
                        + Formats.time(latency.max()));
    }

    /** {@code select and poll answer 2,000 requests each}; where the numbers differ, {@code every request}. */
    private String answered() {
        List<String> names = sound.stream().map(ModelResult::model).distinct().toList();
        boolean same = sound.stream().mapToInt(ModelResult::succeeded).distinct().count() == 1;
        return Formats.some(names, sound.size() == run.models().size() ? "all %s models" : "%s models") + " answer "
                + (same ? Formats.count(sound.getFirst().succeeded(), "request") + " each" : "every request");
    }
}
