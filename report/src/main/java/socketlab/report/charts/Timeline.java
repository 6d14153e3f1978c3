package socketlab.report.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import socketlab.report.analysis.Downsampling;
import socketlab.report.analysis.Failures;
import socketlab.report.analysis.RequestSeries;
import socketlab.report.analysis.RequestSpan;
import socketlab.report.draw.BarStroke;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.LegendEntry;
import socketlab.report.draw.Panel;
import socketlab.report.draw.RunChart;
import socketlab.report.prose.LoadSentence;
import socketlab.report.prose.TimelineText;
import socketlab.report.text.TimeUnitScale;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/** A bar per request, all models on one time axis, waiting and service separated. */
public final class Timeline {
    private static final int LABELS = 158;
    private static final int CLIENTS = 62;
    private static final double NAMED_ROW = 13;
    private static final double FAILED_US = 1e15;
    private static final int BELOW = 46;
    private static final double LEAST_SAMPLE = 4;
    private static final double TALLEST_ROW = 22;
    private static final double SHORTEST_ROW = 1;
    private static final double ROOM = 720;

    private Timeline() {}

    /** One round of each model. */
    public static RunChart of(Run run, String load, List<RequestSeries> all) {
        int most = Math.max(1, LabTheme.MOST_BARS / Math.max(1, all.size()));
        TimeUnitScale scale = TimeUnitScale.fitting(all.stream().mapToDouble(RequestSeries::lastMs).max().orElse(0));
        List<TimelineGroup> groups = groups(all, most);
        int height = (int) Math.ceil(groups.isEmpty() ? 100 : groups.getLast().bottom());
        boolean named = named(groups);
        int labels = named ? LABELS + CLIENTS : LABELS;
        XYChart plot = LabTheme.plot(LabTheme.WIDTH - 2 * LabTheme.MARGIN - labels, height + BELOW,
                scale.word() + " since the intended start of the model's first request", "");
        plot.getStyler().setYAxisTicksVisible(false).setYAxisTitleVisible(false)
                .setPlotGridHorizontalLinesVisible(false)
                .setXAxisMin(0.0).setXAxisMax(span(all, scale)).setYAxisMin(0.0).setYAxisMax((double) height);
        LabTheme.axes(plot, 0, span(all, scale), height);
        plot.addAnnotation(new TimelineBars(groups, scale, height, labels, named));
        return RunChart.of("timeline", new Figure(TimelineText.title(run, all), "One bar per request, in order of answer. "
                + load, keys(all, groups), List.of(new Panel(plot, labels, 0, 0, 0)), TimelineText.notes(run, all, most),
                LoadSentence.machine(run)), "each bar is one request, from its intended start to its answer. Pale is waiting,"
                        + " solid is service. Stairs mean that clients wait for each other; bars that end together mean that"
                        + " they are served at the same time." + (groups.stream().allMatch(group -> group.silent().isEmpty()) ? ""
                                : " A hatched bar is a client that is connected and sends nothing, until the server closes its"
                                        + " connection or the load is over.") + Failures.reading(run));
    }

    private static List<TimelineGroup> groups(List<RequestSeries> all, int most) {
        int rows = all.stream().mapToInt(series -> Math.min(most, series.spans().size()) + silent(series.result()).size()).sum();
        double row = Math.clamp(ROOM / Math.max(1, rows), SHORTEST_ROW, TALLEST_ROW);
        List<TimelineGroup> groups = new ArrayList<>();
        double top = TimelineGroup.GAP / 2;
        for (RequestSeries series : all) {
            TimelineGroup group = new TimelineGroup(series, chosen(series, most), silent(series.result()), top, row);
            groups.add(group);
            top = group.bottom() + TimelineGroup.GAP / 2;
        }
        return groups;
    }

    private static int[] chosen(RequestSeries series, int most) {
        List<RequestSpan> spans = series.spans();
        double[] latency = spans.stream().mapToDouble(RequestSpan::latencyUs).toArray();
        return new Downsampling(IntStream.range(0, latency.length).asDoubleStream().toArray(), latency,
                spans.stream().mapToDouble(span -> span.latencyUs() + (span.ok() ? 0 : FAILED_US)).toArray()).choose(most);
    }

    /** Until when each of a few silent clients stayed, in milliseconds; none where they are many or unknown. */
    private static List<Double> silent(ModelResult result) {
        return result.idle() == null ? List.of()
                : result.idle().closedMs().stream().map(closed -> closed == null ? Double.NaN : closed).toList();
    }

    /** Whether a bar is high enough for its client's name, and there is more than one client. */
    private static boolean named(List<TimelineGroup> groups) {
        return groups.stream().allMatch(group -> group.row() >= NAMED_ROW) && groups.stream().anyMatch(
                group -> !group.silent().isEmpty() || group.series().spans().stream().anyMatch(span -> span.client() > 1));
    }

    private static double span(List<RequestSeries> all, TimeUnitScale scale) {
        double longest = all.stream().mapToDouble(series -> Math.max(series.lastMs(),
                series.prediction().map(prediction -> prediction.momentsMs()[prediction.momentsMs().length - 1])
                        .orElse(0.0))).max().orElse(0);
        return longest <= 0 ? 1 : scale.ofMs(longest) * 1.02;
    }

    private static List<LegendEntry> keys(List<RequestSeries> all, List<TimelineGroup> groups) {
        List<LegendEntry> keys = new ArrayList<>();
        if (Failures.any(all, span -> span.ok() && span.divided())) {
            keys.add(new LegendEntry("waiting", (g, at) -> BarStroke.waiting(g, at, LabTheme.SOFT)));
            keys.add(new LegendEntry("service", (g, at) -> BarStroke.service(g, at, LabTheme.SOFT)));
        }
        if (Failures.any(all, span -> span.ok() && !span.divided())) {
            keys.add(new LegendEntry("waiting and service, undivided", (g, at) -> BarStroke.undivided(g, at, LabTheme.SOFT)));
        }
        if (groups.stream().anyMatch(group -> !group.silent().isEmpty())) {
            keys.add(new LegendEntry("connected and silent", (g, at) -> BarStroke.silent(g, at, LabTheme.SOFT)));
        }
        if (all.stream().anyMatch(series -> series.prediction().isPresent())) {
            keys.add(new LegendEntry("predicted answer", (g, at) -> BarStroke.predicted(g, at.getCenterX(), at.getY(),
                    at.getHeight())));
        }
        // As high as beside the bars, where small ones look different.
        double bar = groups.stream().mapToDouble(TimelineGroup::barHeight).max().orElse(0);
        keys.addAll(LegendEntry.failures(Failures.any(all, RequestSpan::failed), Failures.any(all, RequestSpan::lost),
                Math.clamp(bar, LEAST_SAMPLE, LegendEntry.SAMPLE_HEIGHT)));
        return keys;
    }
}
