package socketlab.report.prose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.analysis.RequestSeries;
import socketlab.report.kind.Findings;
import socketlab.report.text.Formats;
import socketlab.results.Environment;
import socketlab.results.Run;
import socketlab.results.statistics.Prediction;

/** What the pictures say in words: titles that state the finding, and notes that own up to what was left out. */
public final class TimelineText {
    /** A model whose clients spend less than this share of their time waiting makes nobody wait. */
    private static final double NOTHING = 0.1;

    private TimelineText() {}

    public static String title(Run run, List<RequestSeries> tracks) {
        List<RequestSeries> sound = tracks.stream()
                .filter(track -> track.result().failed() == 0 && !track.bars().isEmpty()).toList();
        if (sound.isEmpty() || !sound.stream().allMatch(RequestSeries::divided)) {
            return Headline.of(run);
        }
        List<RequestSeries> waiting = sound.stream().filter(TimelineText::waits).toList();
        if (waiting.isEmpty()) {
            return Headline.of(run) + "; hardly anybody waits to be served";
        }
        List<String> free = sound.stream().filter(track -> !waits(track)).map(RequestSeries::model).toList();
        return "Before it is served, a request waits " + waiting(waiting) + " on average"
                + (free.isEmpty() ? "" : ", and hardly at all in "
                        + Formats.some(free, sound.size() == tracks.size() ? "the other %s" : "%s models"))
                + Headline.failures(run.models()).map(failed -> "; " + failed).orElse("");
    }

    private static String waiting(List<RequestSeries> tracks) {
        if (tracks.size() <= 4) {
            return Formats.list(tracks.stream()
                    .map(track -> Formats.time(track.meanWaitingMs()) + " in " + track.model()).toList());
        }
        List<RequestSeries> sorted = tracks.stream().sorted(Comparator.comparingDouble(RequestSeries::meanWaitingMs)).toList();
        return "from " + Formats.time(sorted.getFirst().meanWaitingMs()) + " in " + sorted.getFirst().model() + " to "
                + Formats.time(sorted.getLast().meanWaitingMs()) + " in " + sorted.getLast().model();
    }

    public static String subtitle(Run run) {
        return "One bar per request, in order of answer. " + load(run);
    }

    /** {@code closed loop, 5 clients, 5 requests per model, service sleep, which sleeps 1.00 s}. */
    public static String load(Run run) {
        if (ChatText.isChat(run)) {
            return ChatText.load(run);
        }
        return LoadSentence.of(run);
    }

    public static List<String> notes(Run run, List<RequestSeries> tracks, int most) {
        List<String> notes = new ArrayList<>();
        List<RequestSeries> thinned = tracks.stream().filter(track -> track.bars().size() > most).toList();
        if (!thinned.isEmpty()) {
            notes.add("Too many to draw: " + Formats.number(most) + " evenly chosen of each model's "
                    + Formats.count(thinned.stream().mapToInt(track -> track.bars().size()).max().orElse(0), "request")
                    + " are shown; what failed among the others is counted, not drawn.");
        }
        List<String> untold = tracks.stream().filter(track -> !track.answered().isEmpty() && !track.divided())
                .map(RequestSeries::model).toList();
        if (!untold.isEmpty()) {
            notes.add("Bars of " + Formats.list(untold)
                    + " are undivided where the server did not tell when it took a request up.");
        }
        notes.addAll(roundNote(run));
        notes.addAll(failures(tracks));
        if (tracks.stream().allMatch(track -> track.prediction().isEmpty())) {
            Prediction.missing(run.load()).ifPresent(why -> notes.add("No prediction is drawn: " + why + "."));
        }
        if (run.incomplete()) {
            notes.add("The run was interrupted; this is what had been measured by then.");
        }
        return notes;
    }

    /** Which of several rounds a chart of single requests shows. */
    public static List<String> roundNote(Run run) {
        int rounds = ModelSeries.rounds(run);
        return rounds < 2 ? List.of() : List.of("One of " + Formats.number(rounds) + " rounds of each model is shown: the one"
                + " of median throughput, or one in which requests failed.");
    }

    public static List<String> failures(List<RequestSeries> tracks) {
        List<String> failed = tracks.stream().map(RequestSeries::result).filter(result -> result.failed() > 0)
                .map(result -> result.model() + " " + Formats.number(result.failed()) + " of "
                        + Formats.number(result.requests()) + " (" + Findings.failures(result) + ")").toList();
        return failed.isEmpty() ? List.of() : List.of("Failed: " + String.join("; ", failed) + ".");
    }

    public static String stamp(Run run) {
        Environment machine = run.environment();
        String day = run.started().length() >= 10 ? run.started().substring(0, 10) : run.started();
        return "Measured on " + String.join(" · ", List.of("JDK " + machine.jdk(), machine.os(),
                Formats.count(machine.hardware().cores(), "core"), machine.hardware().cpu(), day));
    }

    private static boolean waits(RequestSeries track) {
        return track.meanWaitingMs() > NOTHING * track.result().latencyMs().mean();
    }
}
