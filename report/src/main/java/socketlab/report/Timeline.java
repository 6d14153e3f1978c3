package socketlab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.knowm.xchart.XYChart;

/** The picture of a run: a bar per request, every model on one time axis, waiting and being served told apart. */
final class Timeline {
    private static final int LABELS = 158;
    private static final int BELOW = 46;
    private static final double LEAST_SAMPLE = 4;
    private static final double TALLEST_ROW = 22;
    private static final double SHORTEST_ROW = 1;
    private static final double ROOM = 720;

    private Timeline() {}

    static Figure of(Run run, List<Track> tracks) {
        int most = Math.max(1, Look.MOST_BARS / Math.max(1, tracks.size()));
        Scale scale = Scale.fitting(tracks.stream().mapToDouble(Track::lastMs).max().orElse(0));
        List<TimelineGroup> groups = groups(tracks, most);
        int height = (int) Math.ceil(groups.isEmpty() ? 100 : groups.getLast().bottom());
        XYChart plot = Look.plot(Look.WIDTH - 2 * Look.MARGIN - LABELS, height + BELOW,
                scale.word() + " since the model's first request was meant to start", "");
        plot.getStyler().setYAxisTicksVisible(false).setYAxisTitleVisible(false)
                .setPlotGridHorizontalLinesVisible(false)
                .setXAxisMin(0.0).setXAxisMax(span(tracks, scale)).setYAxisMin(0.0).setYAxisMax((double) height);
        Look.axes(plot, 0, span(tracks, scale), height);
        plot.addAnnotation(new TimelineBars(groups, scale, height, LABELS));
        return new Figure(TimelineText.title(run, tracks), TimelineText.subtitle(run), keys(tracks, groups),
                List.of(new Panel(plot, LABELS, 0, 0, 0)),
                TimelineText.notes(run, tracks, most), TimelineText.stamp(run));
    }

    private static List<TimelineGroup> groups(List<Track> tracks, int most) {
        int rows = tracks.stream().mapToInt(track -> Math.min(most, track.bars().size())).sum();
        double row = Math.clamp(ROOM / Math.max(1, rows), SHORTEST_ROW, TALLEST_ROW);
        List<TimelineGroup> groups = new ArrayList<>();
        double top = TimelineGroup.GAP / 2;
        for (Track track : tracks) {
            TimelineGroup group = new TimelineGroup(track, Track.sample(track.bars().size(), most), top, row);
            groups.add(group);
            top = group.bottom() + TimelineGroup.GAP / 2;
        }
        return groups;
    }

    private static double span(List<Track> tracks, Scale scale) {
        double longest = tracks.stream().mapToDouble(track -> Math.max(track.lastMs(),
                track.prediction().map(prediction -> prediction.momentsMs()[prediction.momentsMs().length - 1])
                        .orElse(0.0))).max().orElse(0);
        return longest <= 0 ? 1 : scale.ofMs(longest) * 1.02;
    }

    private static List<Key> keys(List<Track> tracks, List<TimelineGroup> groups) {
        List<Key> keys = new ArrayList<>();
        if (any(tracks, Bar::divided)) {
            keys.add(new Key("waiting", (g, at) -> Brush.waiting(g, at, Look.SOFT)));
            keys.add(new Key("in service", (g, at) -> Brush.service(g, at, Look.SOFT)));
        }
        if (any(tracks, bar -> bar.ok() && !bar.divided())) {
            keys.add(new Key("waiting and service, not told apart", (g, at) -> Brush.undivided(g, at, Look.SOFT)));
        }
        if (tracks.stream().anyMatch(track -> track.prediction().isPresent())) {
            keys.add(new Key("answer predicted here", (g, at) -> Brush.predicted(g, at.getCenterX(), at.getY(),
                    at.getHeight())));
        }
        keys.addAll(failures(tracks, groups));
        return keys;
    }

    /** As small as beside the bars, because there they look different when they are. */
    private static List<Key> failures(List<Track> tracks, List<TimelineGroup> groups) {
        List<Key> keys = new ArrayList<>();
        double bar = groups.stream().mapToDouble(TimelineGroup::barHeight).max().orElse(0);
        double height = Math.clamp(bar, LEAST_SAMPLE, Key.SAMPLE_HEIGHT);
        if (any(tracks, one -> !one.ok() && !one.lost())) {
            keys.add(new Key("failed here", (g, at) -> Brush.failure(g, at.getCenterX(), at.getCenterY(), height)));
        }
        if (any(tracks, Bar::lost)) {
            keys.add(new Key("lost: given up here",
                    (g, at) -> Brush.lost(g, at.getCenterX(), at.getCenterY(), height)));
        }
        return keys;
    }

    private static boolean any(List<Track> tracks, Predicate<Bar> which) {
        return tracks.stream().anyMatch(track -> track.bars().stream().anyMatch(which));
    }
}
