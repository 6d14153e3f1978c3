package socketlab.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The picture of a load's course: when each request was meant to start and how long it took, with errors marked. */
final class OverTimeChart {
    private static final int INNER = Look.WIDTH - 2 * Look.MARGIN;

    private static final double ALIKE = 4;

    private OverTimeChart() {}

    static Figure of(Run run, List<Track> tracks) {
        List<Track> shown = tracks.stream().filter(track -> !track.bars().isEmpty()).toList();
        int columns = shown.size() == 1 ? 1 : shown.size() <= 4 ? 2 : 3;
        int most = Math.max(3, Look.MOST_POINTS / shown.size());
        Spread.Range range = new Spread.Range(extreme(shown, false), extreme(shown, true));
        double longest = shown.stream().mapToDouble(OverTimeChart::lastMs).max().orElse(1);
        boolean apart = shown.stream().anyMatch(track -> lastMs(track) * ALIKE < longest);
        List<Panel> panels = shown.stream().map(track -> new Dots(track, most, apart ? lastMs(track) : longest, range)
                .panel(INNER / columns, columns == 3 ? 170 : 250)).toList();
        return new Figure(title(run, shown), "When each request was meant to start, and how long it took. "
                + TimelineText.load(run), Dots.keys(shown), panels, notes(run, shown, most, apart),
                TimelineText.stamp(run));
    }

    private static double lastMs(Track track) {
        return Math.max(1, track.bars().stream().mapToLong(Bar::startUs).max().orElse(0)) / 1e3;
    }

    private static double extreme(List<Track> tracks, boolean most) {
        Comparator<Long> order = Comparator.naturalOrder();
        return tracks.stream().flatMap(track -> track.bars().stream()).map(Bar::latencyUs)
                .max(most ? order : order.reversed()).orElse(1L) / 1e3;
    }

    private static String title(Run run, List<Track> tracks) {
        String failed = Headline.failures(run.models()).map(text -> "; " + text).orElse("");
        List<Track> answered = tracks.stream().filter(track -> track.result().latencyMs() != null).toList();
        if (answered.isEmpty()) {
            return Headline.of(run);
        }
        Track slowest = answered.stream().max(Comparator.comparingDouble(track -> track.result().latencyMs().max()))
                .orElseThrow();
        Bar longest = slowest.answered().stream().max(Comparator.comparingLong(Bar::latencyUs)).orElseThrow();
        return "The longest wait, " + Words.time(longest.latencyUs() / 1e3) + " in " + slowest.model() + ", began "
                + Words.time(longest.startUs() / 1e3) + " after its first request" + failed;
    }

    private static List<String> notes(Run run, List<Track> tracks, int most, boolean apart) {
        List<String> notes = new ArrayList<>();
        if (apart) {
            notes.add("The loads lasted very differently, so each model has a time axis of its own.");
        }
        if (tracks.stream().anyMatch(track -> track.bars().size() > most)) {
            notes.add("Too many to draw: of each model at most " + Words.number(most)
                    + " requests are shown, those that shape the picture most (LTTB), and at most "
                    + Words.number(Dots.MOST_ERRORS) + " of its errors.");
        }
        notes.addAll(IdleText.failures(run));
        return notes;
    }
}
