package socketlab.report.charts;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Annotation;
import socketlab.report.analysis.LatencyDistribution;
import socketlab.report.draw.AxisLabels;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.ModelMark;
import socketlab.report.draw.Panel;
import socketlab.report.draw.PlotAxis;
import socketlab.report.draw.TextOutline;
import socketlab.report.prose.Headline;
import socketlab.report.prose.IdleText;
import socketlab.report.prose.TimelineText;
import socketlab.report.text.Formats;
import socketlab.results.Run;

/** The picture of how unlike one another a model's requests are: the middle half boxed, whiskers, the extremes. */
public final class BoxChart extends Annotation {
    private static final int NAMES = 130;
    private static final int VALUES = 190;
    private static final int ROW = 40;
    private static final double BOX = 20;
    private static final double EVEN = 1.5;
    private final List<LatencyDistribution> spreads;
    private final LatencyDistribution.Range range;
    private final PlotAxis ruler;

    private BoxChart(List<LatencyDistribution> spreads, LatencyDistribution.Range range) {
        super(false);
        this.spreads = spreads;
        this.range = range;
        ruler = range.ruler();
    }

    public static Figure of(Run run, List<LatencyDistribution> all) {
        List<LatencyDistribution> shown = all.stream().filter(spread -> spread.sortedUs().length > 0).toList();
        LatencyDistribution.Range range = LatencyDistribution.range(shown);
        XYChart plot = AxisLabels.rows(LabTheme.WIDTH - 2 * LabTheme.MARGIN - NAMES - VALUES, shown.size() * ROW, range.ruler(),
                "latency (" + range.scale().unit() + ")");
        plot.addAnnotation(new BoxChart(shown, range));
        return new Figure(title(run, all), "Latency of the answered requests of each model. "
                + TimelineText.load(run), List.of(), List.of(new Panel(plot, NAMES, VALUES, 0, AxisLabels.BELOW)),
                IdleText.failures(run),
                TimelineText.stamp(run));
    }

    private static String title(Run run, List<LatencyDistribution> all) {
        List<LatencyDistribution> sound = all.stream().filter(LatencyDistribution::sound)
                .sorted(Comparator.comparingDouble(BoxChart::unevenness)).toList();
        String failed = Headline.failures(run.models()).map(text -> "; " + text).orElse("");
        if (sound.isEmpty()) {
            return Headline.of(run);
        }
        LatencyDistribution most = sound.getLast();
        if (unevenness(most) < EVEN) {
            return "Nowhere does the slowest hundredth take even half as long again as half of the requests" + failed;
        }
        return "The slowest hundredth takes " + Formats.times(unevenness(most)) + " as long as half of the requests in "
                + most.model() + (sound.size() == 1 ? "" : ", " + Formats.times(unevenness(sound.getFirst())) + " in "
                        + sound.getFirst().model()) + failed;
    }

    private static double unevenness(LatencyDistribution spread) {
        return spread.atMs(0.99) / Math.max(0.001, spread.atMs(0.5));
    }

    @Override
    public void paint(Graphics2D g) {
        for (int i = 0; i < spreads.size(); i++) {
            LatencyDistribution spread = spreads.get(i);
            double middle = (i + 0.5) * ROW;
            paintBox(g, spread, middle);
            TextOutline.draw(g, TextOutline.fitted(spread.model(), LabTheme.STRONG, NAMES - 8), -NAMES, middle + 5,
                    LabTheme.STRONG, LabTheme.INK);
            TextOutline.draw(g, "median " + Formats.time(answered(spread, 0.5)) + (spread.sound() ? ""
                    : ", " + Formats.number(spread.asked() - spread.sortedUs().length) + " failed"),
                    chart.getWidth() + 10.0, middle + 4, LabTheme.SMALL, LabTheme.INK);
        }
    }

    private void paintBox(Graphics2D g, LatencyDistribution spread, double middle) {
        g.setColor(LabTheme.of(spread.model()));
        g.setStroke(LabTheme.LINE);
        g.draw(new Line2D.Double(x(spread, 0.01), middle, x(spread, 0.99), middle));
        for (double end : new double[] {0.01, 0.99}) {
            g.draw(new Line2D.Double(x(spread, end), middle - BOX / 3, x(spread, end), middle + BOX / 3));
        }
        double left = x(spread, 0.25);
        Rectangle2D box = new Rectangle2D.Double(left, middle - BOX / 2, Math.max(2, x(spread, 0.75) - left), BOX);
        g.setColor(LabTheme.tint(LabTheme.of(spread.model()), LabTheme.FAINTNESS));
        g.fill(box);
        g.setColor(LabTheme.of(spread.model()));
        g.draw(box);
        g.setColor(LabTheme.INK);
        g.setStroke(LabTheme.CROSS);
        g.draw(new Line2D.Double(x(spread, 0.5), middle - BOX / 2 - 3, x(spread, 0.5), middle + BOX / 2 + 3));
        for (double end : new double[] {0, 1}) {
            new ModelMark(spread.model(), false).paint(g, x(spread, end), middle, 0);
        }
    }

    private double x(LatencyDistribution spread, double share) {
        return chart.getScreenXFromChart(ruler.at(range.scale().ofMs(answered(spread, share))));
    }

    /** A box is of those that were answered; how many were not stands beside it. */
    private static double answered(LatencyDistribution spread, double share) {
        long[] us = spread.sortedUs();
        return us[Math.max(0, (int) Math.ceil(share * us.length - 1e-6) - 1)] / 1e3;
    }
}
