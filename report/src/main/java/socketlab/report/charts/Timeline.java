package socketlab.report.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.knowm.xchart.XYChart;
import socketlab.report.analysis.RequestSeries;
import socketlab.report.analysis.RequestSpan;
import socketlab.report.draw.BarStroke;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.LegendEntry;
import socketlab.report.draw.Panel;
import socketlab.report.prose.TimelineText;
import socketlab.report.text.TimeUnitScale;
import socketlab.results.Run;

/** The picture of a run: a bar per request, every model on one time axis, waiting and being served told apart. */
public final class Timeline {
    private static final int LABELS = 158;
    private static final int BELOW = 46;
    private static final double LEAST_SAMPLE = 4;
    private static final double TALLEST_ROW = 22;
    private static final double SHORTEST_ROW = 1;
    private static final double ROOM = 720;

    private Timeline() {}

    public static Figure of(Run run, List<RequestSeries> tracks) {
        int most = Math.max(1, LabTheme.MOST_BARS / Math.max(1, tracks.size()));
        TimeUnitScale scale = TimeUnitScale.fitting(tracks.stream().mapToDouble(RequestSeries::lastMs).max().orElse(0));
        List<TimelineGroup> groups = groups(tracks, most);
        int height = (int) Math.ceil(groups.isEmpty() ? 100 : groups.getLast().bottom());
        XYChart plot = LabTheme.plot(LabTheme.WIDTH - 2 * LabTheme.MARGIN - LABELS, height + BELOW,
                scale.word() + " since the model's first request was meant to start", "");
        plot.getStyler().setYAxisTicksVisible(false).setYAxisTitleVisible(false)
                .setPlotGridHorizontalLinesVisible(false)
                .setXAxisMin(0.0).setXAxisMax(span(tracks, scale)).setYAxisMin(0.0).setYAxisMax((double) height);
        LabTheme.axes(plot, 0, span(tracks, scale), height);
        plot.addAnnotation(new TimelineBars(groups, scale, height, LABELS));
        return new Figure(TimelineText.title(run, tracks), TimelineText.subtitle(run), keys(tracks, groups),
                List.of(new Panel(plot, LABELS, 0, 0, 0)),
                TimelineText.notes(run, tracks, most), TimelineText.stamp(run));
    }

    private static List<TimelineGroup> groups(List<RequestSeries> tracks, int most) {
        int rows = tracks.stream().mapToInt(track -> Math.min(most, track.bars().size())).sum();
        double row = Math.clamp(ROOM / Math.max(1, rows), SHORTEST_ROW, TALLEST_ROW);
        List<TimelineGroup> groups = new ArrayList<>();
        double top = TimelineGroup.GAP / 2;
        for (RequestSeries track : tracks) {
            TimelineGroup group = new TimelineGroup(track, RequestSeries.sample(track.bars().size(), most), top, row);
            groups.add(group);
            top = group.bottom() + TimelineGroup.GAP / 2;
        }
        return groups;
    }

    private static double span(List<RequestSeries> tracks, TimeUnitScale scale) {
        double longest = tracks.stream().mapToDouble(track -> Math.max(track.lastMs(),
                track.prediction().map(prediction -> prediction.momentsMs()[prediction.momentsMs().length - 1])
                        .orElse(0.0))).max().orElse(0);
        return longest <= 0 ? 1 : scale.ofMs(longest) * 1.02;
    }

    private static List<LegendEntry> keys(List<RequestSeries> tracks, List<TimelineGroup> groups) {
        List<LegendEntry> keys = new ArrayList<>();
        if (any(tracks, RequestSpan::divided)) {
            keys.add(new LegendEntry("waiting", (g, at) -> BarStroke.waiting(g, at, LabTheme.SOFT)));
            keys.add(new LegendEntry("in service", (g, at) -> BarStroke.service(g, at, LabTheme.SOFT)));
        }
        if (any(tracks, bar -> bar.ok() && !bar.divided())) {
            keys.add(new LegendEntry("waiting and service, not told apart", (g, at) -> BarStroke.undivided(g, at, LabTheme.SOFT)));
        }
        if (tracks.stream().anyMatch(track -> track.prediction().isPresent())) {
            keys.add(new LegendEntry("answer predicted here", (g, at) -> BarStroke.predicted(g, at.getCenterX(), at.getY(),
                    at.getHeight())));
        }
        keys.addAll(failures(tracks, groups));
        return keys;
    }

    /** As small as beside the bars, because there they look different when they are. */
    private static List<LegendEntry> failures(List<RequestSeries> tracks, List<TimelineGroup> groups) {
        List<LegendEntry> keys = new ArrayList<>();
        double bar = groups.stream().mapToDouble(TimelineGroup::barHeight).max().orElse(0);
        double height = Math.clamp(bar, LEAST_SAMPLE, LegendEntry.SAMPLE_HEIGHT);
        if (any(tracks, one -> !one.ok() && !one.lost())) {
            keys.add(new LegendEntry("failed here", (g, at) -> BarStroke.failure(g, at.getCenterX(), at.getCenterY(), height)));
        }
        if (any(tracks, RequestSpan::lost)) {
            keys.add(new LegendEntry("lost: given up here",
                    (g, at) -> BarStroke.lost(g, at.getCenterX(), at.getCenterY(), height)));
        }
        return keys;
    }

    private static boolean any(List<RequestSeries> tracks, Predicate<RequestSpan> which) {
        return tracks.stream().anyMatch(track -> track.bars().stream().anyMatch(which));
    }
}
