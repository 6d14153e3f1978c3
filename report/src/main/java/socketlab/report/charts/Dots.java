package socketlab.report.charts;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Annotation;
import socketlab.report.analysis.LatencyDistribution;
import socketlab.report.analysis.Lttb;
import socketlab.report.analysis.RequestSeries;
import socketlab.report.analysis.RequestSpan;
import socketlab.report.analysis.RequestSpans;
import socketlab.report.draw.AxisLabels;
import socketlab.report.draw.BarStroke;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.LegendEntry;
import socketlab.report.draw.ModelMark;
import socketlab.report.draw.Panel;
import socketlab.report.draw.PlotAxis;
import socketlab.report.draw.TextOutline;
import socketlab.report.text.Formats;
import socketlab.report.text.TimeUnitScale;

/** One model's requests as dots over time; what failed has a cross or, where a datagram was lost, a ring. */
final class Dots extends Annotation {
    static final int MOST_ERRORS = 100;
    private static final int RIGHT = 14;
    private static final int MANY = 300;
    private final RequestSeries track;
    private final PlotAxis across;
    private final PlotAxis up;
    private final TimeUnitScale time;
    private final TimeUnitScale latency;
    private final List<RequestSpan> shown;

    /** Of at most so many requests, on an axis up to so many milliseconds. */
    Dots(RequestSeries track, int most, double lastMs, LatencyDistribution.Range range) {
        super(false);
        this.track = track;
        time = TimeUnitScale.fitting(lastMs);
        across = PlotAxis.ofValues(false, 0, time.ofMs(lastMs));
        latency = range.scale();
        up = range.ruler();
        RequestSpans inTime = track.answered().inOrderOfStart();
        int[] chosen = new Lttb(inTime.stream().mapToDouble(RequestSpan::startUs).toArray(),
                inTime.stream().mapToDouble(bar -> up.at(latency.ofUs(bar.latencyUs()))).toArray()).choose(most);
        shown = IntStream.of(chosen).mapToObj(inTime::get).toList();
    }

    Panel panel(int width, int height) {
        XYChart plot = AxisLabels.plot(width - AxisLabels.LEFT - RIGHT, height, across, "began after (" + time.unit() + ")", up,
                "latency (" + latency.unit() + ")");
        plot.addAnnotation(this);
        return new Panel(plot, AxisLabels.LEFT, RIGHT, AxisLabels.ABOVE + 8, AxisLabels.BELOW);
    }

    @Override
    public void paint(Graphics2D g) {
        double radius = shown.size() > MANY ? 1.4 : 2.6;
        g.setColor(LabTheme.of(track.model()));
        for (RequestSpan bar : shown) {
            g.fill(new Ellipse2D.Double(x(bar) - radius, y(bar) - radius, 2 * radius, 2 * radius));
        }
        RequestSpans failed = track.bars().only(bar -> !bar.ok());
        for (int i : RequestSeries.sample(failed.size(), MOST_ERRORS)) {
            RequestSpan bar = failed.get(i);
            if (bar.lost()) {
                BarStroke.lost(g, x(bar), y(bar), LegendEntry.SAMPLE_HEIGHT);
            } else {
                BarStroke.failure(g, x(bar), y(bar), LegendEntry.SAMPLE_HEIGHT);
            }
        }
        String name = track.model() + (failed.isEmpty() ? "" : ", " + Formats.number(failed.size()) + " failed");
        double width = TextOutline.width(name, LabTheme.STRONG);
        new ModelMark(track.model(), false).paint(g, chart.getWidth() - width - 12, -16, 0);
        TextOutline.draw(g, name, chart.getWidth() - width, -11, LabTheme.STRONG, LabTheme.INK);
    }

    static List<LegendEntry> keys(List<RequestSeries> tracks) {
        List<LegendEntry> keys = new ArrayList<>();
        if (tracks.stream().anyMatch(track -> track.result().failed() > track.result().lost())) {
            keys.add(new LegendEntry("failed", (g, at) -> BarStroke.failure(g, at.getCenterX(), at.getCenterY(), at.getHeight())));
        }
        if (tracks.stream().anyMatch(track -> track.result().lost() > 0)) {
            keys.add(new LegendEntry("lost", (g, at) -> BarStroke.lost(g, at.getCenterX(), at.getCenterY(), at.getHeight())));
        }
        return keys;
    }

    private double x(RequestSpan bar) {
        return chart.getScreenXFromChart(across.at(time.ofUs(bar.startUs())));
    }

    private double y(RequestSpan bar) {
        return chart.getScreenYFromChart(up.at(latency.ofUs(bar.latencyUs())));
    }
}
