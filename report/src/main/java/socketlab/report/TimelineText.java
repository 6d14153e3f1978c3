package socketlab.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the pictures say in words: titles that state the finding, and notes that own up to what was left out. */
final class TimelineText {
    /** A model whose clients spend less than this share of their time waiting makes nobody wait. */
    private static final double NOTHING = 0.1;

    private TimelineText() {}

    static String title(Run run, List<Track> tracks) {
        List<Track> sound = tracks.stream()
                .filter(track -> track.result().failed() == 0 && !track.bars().isEmpty()).toList();
        if (sound.isEmpty() || !sound.stream().allMatch(Track::divided)) {
            return Headline.of(run);
        }
        List<Track> waiting = sound.stream().filter(TimelineText::waits).toList();
        if (waiting.isEmpty()) {
            return Headline.of(run) + "; hardly anybody waits to be served";
        }
        List<String> free = sound.stream().filter(track -> !waits(track)).map(Track::model).toList();
        return "Before it is served, a request waits " + waiting(waiting) + " on average"
                + (free.isEmpty() ? "" : ", and hardly at all in "
                        + Words.some(free, sound.size() == tracks.size() ? "the other %s" : "%s models"))
                + Headline.failures(run.models()).map(failed -> "; " + failed).orElse("");
    }

    private static String waiting(List<Track> tracks) {
        if (tracks.size() <= 4) {
            return Words.list(tracks.stream()
                    .map(track -> Words.time(track.meanWaitingMs()) + " in " + track.model()).toList());
        }
        List<Track> sorted = tracks.stream().sorted(Comparator.comparingDouble(Track::meanWaitingMs)).toList();
        return "from " + Words.time(sorted.getFirst().meanWaitingMs()) + " in " + sorted.getFirst().model() + " to "
                + Words.time(sorted.getLast().meanWaitingMs()) + " in " + sorted.getLast().model();
    }

    static String subtitle(Run run) {
        return "One bar per request, in order of answer. " + load(run);
    }

    /** {@code closed loop, 5 clients, 5 requests per model, service sleep, which sleeps 1.00 s}. */
    static String load(Run run) {
        if (ChatText.isChat(run)) {
            return ChatText.load(run);
        }
        return LoadSentence.of(run);
    }

    static List<String> notes(Run run, List<Track> tracks, int most) {
        List<String> notes = new ArrayList<>();
        List<Track> thinned = tracks.stream().filter(track -> track.bars().size() > most).toList();
        if (!thinned.isEmpty()) {
            notes.add("Too many to draw: " + Words.number(most) + " evenly chosen of each model's "
                    + Words.count(thinned.stream().mapToInt(track -> track.bars().size()).max().orElse(0), "request")
                    + " are shown; what failed among the others is counted, not drawn.");
        }
        List<String> untold = tracks.stream().filter(track -> !track.answered().isEmpty() && !track.divided())
                .map(Track::model).toList();
        if (!untold.isEmpty()) {
            notes.add("Bars of " + Words.list(untold)
                    + " are undivided where the server did not tell when it took a request up.");
        }
        notes.addAll(failures(tracks));
        if (tracks.stream().allMatch(track -> track.prediction().isEmpty())) {
            Prediction.because(run.load()).ifPresent(why -> notes.add("No prediction is drawn: " + why + "."));
        }
        if (run.incomplete()) {
            notes.add("The run was interrupted; this is what had been measured by then.");
        }
        return notes;
    }

    static List<String> failures(List<Track> tracks) {
        List<String> failed = tracks.stream().map(Track::result).filter(result -> result.failed() > 0)
                .map(result -> result.model() + " " + Words.number(result.failed()) + " of "
                        + Words.number(result.requests()) + " (" + Findings.failures(result) + ")").toList();
        return failed.isEmpty() ? List.of() : List.of("Failed: " + String.join("; ", failed) + ".");
    }

    static String stamp(Run run) {
        Environment machine = run.environment();
        String day = run.started().length() >= 10 ? run.started().substring(0, 10) : run.started();
        return "Measured on " + String.join(" · ", List.of("JDK " + machine.jdk(), machine.os(),
                Words.count(machine.cores(), "core"), machine.cpu(), day));
    }

    private static boolean waits(Track track) {
        return track.meanWaitingMs() > NOTHING * track.result().latencyMs().mean();
    }
}
