package socketlab.report;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Annotation;

/** The picture of how unlike one another a model's requests are: the middle half boxed, whiskers, the extremes. */
final class BoxChart extends Annotation {
    private static final int NAMES = 130;
    private static final int VALUES = 190;
    private static final int ROW = 40;
    private static final double BOX = 20;
    private static final double EVEN = 1.5;
    private final List<Spread> spreads;
    private final Spread.Range range;
    private final Ruler ruler;

    private BoxChart(List<Spread> spreads, Spread.Range range) {
        super(false);
        this.spreads = spreads;
        this.range = range;
        ruler = range.ruler();
    }

    static Figure of(Run run, List<Spread> all) {
        List<Spread> shown = all.stream().filter(spread -> spread.sortedUs().length > 0).toList();
        Spread.Range range = Spread.range(shown);
        XYChart plot = Ticks.rows(Look.WIDTH - 2 * Look.MARGIN - NAMES - VALUES, shown.size() * ROW, range.ruler(),
                "latency (" + range.scale().unit() + ")");
        plot.addAnnotation(new BoxChart(shown, range));
        return new Figure(title(run, all), "Latency of the answered requests of each model. "
                + TimelineText.load(run), List.of(), List.of(new Panel(plot, NAMES, VALUES, 0, Ticks.BELOW)),
                IdleText.failures(run),
                TimelineText.stamp(run));
    }

    private static String title(Run run, List<Spread> all) {
        List<Spread> sound = all.stream().filter(Spread::sound)
                .sorted(Comparator.comparingDouble(BoxChart::unevenness)).toList();
        String failed = Headline.failures(run.models()).map(text -> "; " + text).orElse("");
        if (sound.isEmpty()) {
            return Headline.of(run);
        }
        Spread most = sound.getLast();
        if (unevenness(most) < EVEN) {
            return "Nowhere does the slowest hundredth take even half as long again as half of the requests" + failed;
        }
        return "The slowest hundredth takes " + Words.times(unevenness(most)) + " as long as half of the requests in "
                + most.model() + (sound.size() == 1 ? "" : ", " + Words.times(unevenness(sound.getFirst())) + " in "
                        + sound.getFirst().model()) + failed;
    }

    private static double unevenness(Spread spread) {
        return spread.atMs(0.99) / Math.max(0.001, spread.atMs(0.5));
    }

    @Override
    public void paint(Graphics2D g) {
        for (int i = 0; i < spreads.size(); i++) {
            Spread spread = spreads.get(i);
            double middle = (i + 0.5) * ROW;
            paintBox(g, spread, middle);
            Lettering.draw(g, Lettering.fitted(spread.model(), Look.STRONG, NAMES - 8), -NAMES, middle + 5,
                    Look.STRONG, Look.INK);
            Lettering.draw(g, "median " + Words.time(answered(spread, 0.5)) + (spread.sound() ? ""
                    : ", " + Words.number(spread.asked() - spread.sortedUs().length) + " failed"),
                    chart.getWidth() + 10.0, middle + 4, Look.SMALL, Look.INK);
        }
    }

    private void paintBox(Graphics2D g, Spread spread, double middle) {
        g.setColor(Look.of(spread.model()));
        g.setStroke(Look.LINE);
        g.draw(new Line2D.Double(x(spread, 0.01), middle, x(spread, 0.99), middle));
        for (double end : new double[] {0.01, 0.99}) {
            g.draw(new Line2D.Double(x(spread, end), middle - BOX / 3, x(spread, end), middle + BOX / 3));
        }
        double left = x(spread, 0.25);
        Rectangle2D box = new Rectangle2D.Double(left, middle - BOX / 2, Math.max(2, x(spread, 0.75) - left), BOX);
        g.setColor(Look.tint(Look.of(spread.model()), Look.FAINTNESS));
        g.fill(box);
        g.setColor(Look.of(spread.model()));
        g.draw(box);
        g.setColor(Look.INK);
        g.setStroke(Look.CROSS);
        g.draw(new Line2D.Double(x(spread, 0.5), middle - BOX / 2 - 3, x(spread, 0.5), middle + BOX / 2 + 3));
        for (double end : new double[] {0, 1}) {
            new ModelMark(spread.model(), false).paint(g, x(spread, end), middle, 0);
        }
    }

    private double x(Spread spread, double share) {
        return chart.getScreenXFromChart(ruler.at(range.scale().ofMs(answered(spread, share))));
    }

    /** A box is of those that were answered; how many were not stands beside it. */
    private static double answered(Spread spread, double share) {
        long[] us = spread.sortedUs();
        return us[Math.max(0, (int) Math.ceil(share * us.length - 1e-6) - 1)] / 1e3;
    }
}
