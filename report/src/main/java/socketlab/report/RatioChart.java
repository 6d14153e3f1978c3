package socketlab.report;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Annotation;

/** The picture of a comparison: how many times as long a later run takes, and how sure that is. */
final class RatioChart extends Annotation {
    private static final int NAMES = 250;
    private static final int VALUES = 330;
    private static final int ROW = 34;
    private final List<Duel> duels;
    private final Ruler ruler;

    private RatioChart(List<Duel> duels, Ruler ruler) {
        super(false);
        this.duels = duels;
        this.ruler = ruler;
    }

    static Figure of(List<Contender> contenders, List<Duel> duels) {
        List<Ratio> known = duels.stream().map(Duel::median).filter(ratio -> ratio != null).toList();
        double low = known.stream().mapToDouble(Ratio::low).min().orElse(1);
        double high = known.stream().mapToDouble(Ratio::high).max().orElse(1);
        Ruler ruler = Ruler.ofValues(true, Math.max(0.001, Math.min(0.5, low)), Math.max(2, high));
        XYChart plot = Ticks.rows(Look.WIDTH - 2 * Look.MARGIN - NAMES - VALUES, Math.max(1, duels.size()) * ROW, ruler,
                "median latency, times that of " + contenders.getFirst().letter());
        plot.addAnnotation(new RatioChart(duels, ruler));
        return new Figure(Duel.headline(duels), "The median of each run against that of run "
                + contenders.getFirst().letter() + ". " + TimelineText.load(contenders.getFirst().run()), List.of(),
                List.of(new Panel(plot, NAMES, VALUES, 0, Ticks.BELOW)), List.of("The line through each mark reaches as"
                        + " far as chance within the runs would move the ratio 95 times of a hundred (bootstrap, fixed"
                        + " seed). What differs from run to run on the same machine is not in it: repeat both."),
                TimelineText.stamp(contenders.getFirst().run()));
    }

    @Override
    public void paint(Graphics2D g) {
        double one = chart.getScreenXFromChart(ruler.at(1));
        g.setColor(Look.INK);
        g.setStroke(Look.DASHED);
        g.draw(new Line2D.Double(one, 0, one, duels.size() * ROW));
        for (int i = 0; i < duels.size(); i++) {
            Duel duel = duels.get(i);
            double middle = (i + 0.5) * ROW;
            String name = duel.model() + "  " + duel.other().letter() + " / " + duel.base().letter();
            Lettering.draw(g, Lettering.fitted(name, Look.STRONG, NAMES - 10), -NAMES, middle + 5, Look.STRONG,
                    Look.INK);
            paint(g, duel, middle);
            String text = Stream.of(duel.median() == null ? "" : duel.median().words(), duel.verdict())
                    .filter(part -> !part.isEmpty()).reduce((a, b) -> a + ", " + b).orElse("");
            Lettering.draw(g, Lettering.fitted(text, Look.SMALL, VALUES - 14), chart.getWidth() + 12.0, middle + 4,
                    Look.SMALL, Look.INK);
        }
    }

    private void paint(Graphics2D g, Duel duel, double middle) {
        if (duel.median() == null) {
            return;
        }
        g.setColor(Look.of(duel.bareModel()));
        g.setStroke(Look.LINE);
        g.draw(new Line2D.Double(chart.getScreenXFromChart(ruler.at(duel.median().low())), middle,
                chart.getScreenXFromChart(ruler.at(duel.median().high())), middle));
        new ModelMark(duel.bareModel(), !duel.telling()).paint(g,
                chart.getScreenXFromChart(ruler.at(duel.median().value())), middle, 0);
    }
}
