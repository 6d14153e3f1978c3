package socketlab.report.prose;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import socketlab.report.analysis.Downsampling;
import socketlab.report.analysis.Failures;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.analysis.RequestSeries;
import socketlab.report.text.Formats;
import socketlab.results.Run;
import socketlab.results.statistics.Prediction;

/** Title and notes of charts that show single requests. */
public final class TimelineText {
    /** A smaller share of the latency counts as no waiting. */
    private static final double LITTLE = 0.1;

    private TimelineText() {}

    /** The mean wait before service, where servers recorded it and requests wait; else the headline. */
    public static String title(Run run, List<RequestSeries> all) {
        List<RequestSeries> sound = all.stream()
                .filter(series -> series.result().failed() == 0 && !series.spans().isEmpty()).toList();
        if (sound.isEmpty() || !sound.stream().allMatch(RequestSeries::divided)) {
            return Headline.of(run);
        }
        List<RequestSeries> waiting = sound.stream().filter(TimelineText::waits).toList();
        if (waiting.isEmpty()) {
            return Headline.of(run) + "; waiting is less than 10 % of the latency";
        }
        List<String> others = sound.stream().filter(series -> !waits(series)).map(RequestSeries::model).toList();
        return "Mean wait before service: " + waits(waiting) + (others.isEmpty() ? "" : "; less than 10 % of the latency in "
                + Formats.some(others, sound.size() == all.size() ? "the other %s" : "%s models")) + Failures.suffix(run);
    }

    private static String waits(List<RequestSeries> all) {
        if (all.size() <= 4) {
            return Formats.list(all.stream().map(series -> Formats.time(series.meanWaitingMs()) + " in " + series.model())
                    .toList());
        }
        DoubleSummaryStatistics ms = all.stream().mapToDouble(RequestSeries::meanWaitingMs).summaryStatistics();
        return Formats.time(ms.getMin()) + " to " + Formats.time(ms.getMax()) + " in " + Formats.spelled(all.size()) + " models";
    }

    private static boolean waits(RequestSeries series) {
        return series.meanWaitingMs() > LITTLE * series.result().latencyMs().mean();
    }

    /** Notes of a timeline that shows at most so many requests of each model. */
    public static List<String> notes(Run run, List<RequestSeries> all, int most) {
        List<String> notes = new ArrayList<>();
        int largest = all.stream().mapToInt(series -> series.spans().size()).max().orElse(0);
        if (largest > most) {
            notes.add(Downsampling.note(most, "failed or took") + " There are up to " + Formats.number(largest) + " of a model.");
        }
        List<String> undivided = all.stream().filter(series -> !series.answered().isEmpty() && !series.divided())
                .map(RequestSeries::model).toList();
        if (!undivided.isEmpty()) {
            notes.add("Bars of " + Formats.list(undivided) + " are undivided where the server did not record the start of"
                    + " service.");
        }
        notes.addAll(roundNote(run));
        notes.addAll(Failures.notes(run));
        noPrediction(run, all).ifPresent(notes::add);
        return notes;
    }

    /** Which of several rounds a chart of single requests shows. */
    public static List<String> roundNote(Run run) {
        int rounds = ModelSeries.rounds(run);
        return rounds < 2 ? List.of() : List.of("The chart shows one of " + Formats.number(rounds) + " rounds of each model:"
                + " the one of median throughput, or one with failed requests.");
    }

    /** Why no prediction is drawn; empty where one is. */
    public static Optional<String> noPrediction(Run run, List<RequestSeries> shown) {
        return shown.stream().allMatch(series -> series.prediction().isEmpty())
                ? Prediction.missing(run.load()).map(why -> "No prediction is drawn: " + why + ".") : Optional.empty();
    }
}
