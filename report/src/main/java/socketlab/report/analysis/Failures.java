package socketlab.report.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import socketlab.report.text.Formats;
import socketlab.results.ModelResult;
import socketlab.results.Outcome;
import socketlab.results.Run;

/** The failed requests of a run in words: every title and every chart says them. */
public final class Failures {
    private static final int NAMED = 3;

    private Failures() {}

    /** {@code pool:4 failed 5 of 20 requests; the server of mine crashed}, for the end of a title; empty where nothing failed. */
    public static Optional<String> clause(Run run) {
        List<String> parts = Stream.of(requests(run), crashes(run)).flatMap(Optional::stream).toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
    }

    private static Optional<String> crashes(Run run) {
        List<String> crashed = run.models().stream().filter(model -> model.crash() != null).map(ModelResult::model).distinct()
                .toList();
        return crashed.isEmpty() ? Optional.empty() : Optional.of((crashed.size() == 1 ? "the server of "
                : "the servers of ") + Formats.some(crashed, "%s models") + " crashed");
    }

    private static Optional<String> requests(Run run) {
        List<ModelSeries> failed = ModelSeries.of(run).stream().filter(series -> series.failed() > 0).toList();
        List<String> silent = failed.stream().filter(series -> series.failed() == series.requests()).map(ModelSeries::model)
                .toList();
        if (failed.isEmpty()) {
            return Optional.empty();
        }
        if (silent.size() == failed.size()) {
            return Optional.of(Formats.some(silent, "%s models") + (silent.size() == 1 ? " answers" : " answer")
                    + " no request");
        }
        return Optional.of(failed.size() > NAMED
                ? Formats.spelled(failed.size()) + " models failed requests and are not ranked"
                : Formats.list(failed.stream().map(series -> series.model() + " failed "
                        + Formats.number(series.failed()) + " of " + Formats.count(series.requests(), "request")).toList()));
    }

    /** The same after another part of a title: {@code ; pool:4 failed 5 of 20 requests}; empty where none failed. */
    public static String suffix(Run run) {
        return clause(run).map(text -> "; " + text).orElse("");
    }

    /** Notes for a chart: failures by outcome, and whether the run was interrupted. */
    public static List<String> notes(Run run) {
        List<String> failed = ModelSeries.of(run).stream().filter(series -> series.failed() > 0)
                .map(series -> series.model() + " " + Formats.number(series.failed()) + " of "
                        + Formats.number(series.requests()) + " (" + Formats.failures(series.errors(), series.failed())
                        + ")").toList();
        List<String> notes = new ArrayList<>();
        if (!failed.isEmpty()) {
            notes.add("Failed: " + String.join("; ", failed) + ".");
        }
        crashes(run).ifPresent(text -> notes.add(Formats.capital(text) + "."));
        if (run.incomplete()) {
            notes.add("The run was interrupted; only what was measured until then is shown.");
        }
        return notes;
    }

    /** The failures of one result by outcome: {@code 10 refused, 2 timeout}. */
    public static String of(ModelResult result) {
        return Formats.failures(result.errors(), result.failed());
    }

    /** Whether any request of these series is of this kind. */
    public static boolean any(List<RequestSeries> all, Predicate<RequestSpan> which) {
        return all.stream().anyMatch(series -> series.spans().stream().anyMatch(which));
    }

    /** How to read the marks of failures; empty where no request failed. */
    public static String reading(Run run) {
        String lost = Outcome.LOST.text();
        boolean losses = run.models().stream().anyMatch(model -> model.errors().containsKey(lost));
        boolean others = run.models().stream().flatMap(model -> model.errors().keySet().stream())
                .anyMatch(outcome -> !outcome.equals(lost));
        return (others ? " A cross, a block where the bars are thin, is a failed request." : "")
                + (losses ? " A ring, two strokes where the bars are thin, is a lost datagram: no answer came in time, and"
                        + " nobody knows where it was lost." : "");
    }
}
