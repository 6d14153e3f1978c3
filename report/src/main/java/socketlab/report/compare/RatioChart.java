package socketlab.report.compare;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Annotation;
import socketlab.report.analysis.Ratio;
import socketlab.report.draw.AxisLabels;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.ModelMark;
import socketlab.report.draw.Panel;
import socketlab.report.draw.PlotAxis;
import socketlab.report.draw.TextOutline;
import socketlab.report.prose.TimelineText;

/** The picture of a comparison: how many times as long a later run takes, and how sure that is. */
final class RatioChart extends Annotation {
    private static final int NAMES = 250;
    private static final int VALUES = 330;
    private static final int ROW = 34;
    private final List<ModelDelta> duels;
    private final PlotAxis ruler;

    private RatioChart(List<ModelDelta> duels, PlotAxis ruler) {
        super(false);
        this.duels = duels;
        this.ruler = ruler;
    }

    static Figure of(List<ComparedRun> contenders, List<ModelDelta> duels) {
        List<Ratio> known = duels.stream().map(ModelDelta::median).filter(ratio -> ratio != null).toList();
        double low = known.stream().mapToDouble(Ratio::low).min().orElse(1);
        double high = known.stream().mapToDouble(Ratio::high).max().orElse(1);
        PlotAxis ruler = PlotAxis.ofValues(true, Math.max(0.001, Math.min(0.5, low)), Math.max(2, high));
        XYChart plot = AxisLabels.rows(LabTheme.WIDTH - 2 * LabTheme.MARGIN - NAMES - VALUES, Math.max(1, duels.size()) * ROW, ruler,
                "median latency, times that of " + contenders.getFirst().letter());
        plot.addAnnotation(new RatioChart(duels, ruler));
        return new Figure(ModelDelta.headline(duels), "The median of each run against that of run "
                + contenders.getFirst().letter() + ". " + TimelineText.load(contenders.getFirst().run()), List.of(),
                List.of(new Panel(plot, NAMES, VALUES, 0, AxisLabels.BELOW)), List.of("The line through each mark reaches as"
                        + " far as chance within the runs would move the ratio 95 times of a hundred (bootstrap, fixed"
                        + " seed). What differs from run to run on the same machine is not in it: repeat both."),
                TimelineText.stamp(contenders.getFirst().run()));
    }

    @Override
    public void paint(Graphics2D g) {
        double one = chart.getScreenXFromChart(ruler.at(1));
        g.setColor(LabTheme.INK);
        g.setStroke(LabTheme.DASHED);
        g.draw(new Line2D.Double(one, 0, one, duels.size() * ROW));
        for (int i = 0; i < duels.size(); i++) {
            ModelDelta duel = duels.get(i);
            double middle = (i + 0.5) * ROW;
            String name = duel.model() + "  " + duel.other().letter() + " / " + duel.base().letter();
            TextOutline.draw(g, TextOutline.fitted(name, LabTheme.STRONG, NAMES - 10), -NAMES, middle + 5, LabTheme.STRONG,
                    LabTheme.INK);
            paint(g, duel, middle);
            String text = Stream.of(duel.median() == null ? "" : duel.median().words(), duel.verdict())
                    .filter(part -> !part.isEmpty()).reduce((a, b) -> a + ", " + b).orElse("");
            TextOutline.draw(g, TextOutline.fitted(text, LabTheme.SMALL, VALUES - 14), chart.getWidth() + 12.0, middle + 4,
                    LabTheme.SMALL, LabTheme.INK);
        }
    }

    private void paint(Graphics2D g, ModelDelta duel, double middle) {
        if (duel.median() == null) {
            return;
        }
        g.setColor(LabTheme.of(duel.bareModel()));
        g.setStroke(LabTheme.LINE);
        g.draw(new Line2D.Double(chart.getScreenXFromChart(ruler.at(duel.median().low())), middle,
                chart.getScreenXFromChart(ruler.at(duel.median().high())), middle));
        new ModelMark(duel.bareModel(), !duel.telling()).paint(g,
                chart.getScreenXFromChart(ruler.at(duel.median().value())), middle, 0);
    }
}
