package socketlab.report.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import socketlab.report.analysis.LatencyDistribution;
import socketlab.report.analysis.RequestSeries;
import socketlab.report.analysis.RequestSpan;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.Panel;
import socketlab.report.prose.Headline;
import socketlab.report.prose.IdleText;
import socketlab.report.prose.TimelineText;
import socketlab.report.text.Formats;
import socketlab.results.Run;

/** The picture of a load's course: when each request was meant to start and how long it took, with errors marked. */
public final class OverTimeChart {
    private static final int INNER = LabTheme.WIDTH - 2 * LabTheme.MARGIN;

    private static final double ALIKE = 4;

    private OverTimeChart() {}

    public static Figure of(Run run, List<RequestSeries> tracks) {
        List<RequestSeries> shown = tracks.stream().filter(track -> !track.bars().isEmpty()).toList();
        int columns = shown.size() == 1 ? 1 : shown.size() <= 4 ? 2 : 3;
        int most = Math.max(3, LabTheme.MOST_POINTS / shown.size());
        LatencyDistribution.Range range = new LatencyDistribution.Range(extreme(shown, false), extreme(shown, true));
        double longest = shown.stream().mapToDouble(OverTimeChart::lastMs).max().orElse(1);
        boolean apart = shown.stream().anyMatch(track -> lastMs(track) * ALIKE < longest);
        List<Panel> panels = shown.stream().map(track -> new Dots(track, most, apart ? lastMs(track) : longest, range)
                .panel(INNER / columns, columns == 3 ? 170 : 250)).toList();
        return new Figure(title(run, shown), "When each request was meant to start, and how long it took. "
                + TimelineText.load(run), Dots.keys(shown), panels, notes(run, shown, most, apart),
                TimelineText.stamp(run));
    }

    private static double lastMs(RequestSeries track) {
        return Math.max(1, track.bars().stream().mapToLong(RequestSpan::startUs).max().orElse(0)) / 1e3;
    }

    private static double extreme(List<RequestSeries> tracks, boolean most) {
        Comparator<Long> order = Comparator.naturalOrder();
        return tracks.stream().flatMap(track -> track.bars().stream()).map(RequestSpan::latencyUs)
                .max(most ? order : order.reversed()).orElse(1L) / 1e3;
    }

    private static String title(Run run, List<RequestSeries> tracks) {
        String failed = Headline.failures(run.models()).map(text -> "; " + text).orElse("");
        List<RequestSeries> answered = tracks.stream().filter(track -> track.result().latencyMs() != null).toList();
        if (answered.isEmpty()) {
            return Headline.of(run);
        }
        RequestSeries slowest = answered.stream().max(Comparator.comparingDouble(track -> track.result().latencyMs().max()))
                .orElseThrow();
        RequestSpan longest = slowest.answered().stream().max(Comparator.comparingLong(RequestSpan::latencyUs)).orElseThrow();
        return "The longest wait, " + Formats.time(longest.latencyUs() / 1e3) + " in " + slowest.model() + ", began "
                + Formats.time(longest.startUs() / 1e3) + " after its first request" + failed;
    }

    private static List<String> notes(Run run, List<RequestSeries> tracks, int most, boolean apart) {
        List<String> notes = new ArrayList<>();
        if (apart) {
            notes.add("The loads lasted very differently, so each model has a time axis of its own.");
        }
        if (tracks.stream().anyMatch(track -> track.bars().size() > most)) {
            notes.add("Too many to draw: of each model at most " + Formats.number(most)
                    + " requests are shown, those that shape the picture most (LTTB), and at most "
                    + Formats.number(Dots.MOST_ERRORS) + " of its errors.");
        }
        notes.addAll(TimelineText.roundNote(run));
        notes.addAll(IdleText.failures(run));
        return notes;
    }
}
