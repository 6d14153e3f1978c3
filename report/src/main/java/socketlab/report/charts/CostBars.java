package socketlab.report.charts;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Annotation;
import socketlab.report.analysis.IdleCost;
import socketlab.report.draw.AxisLabels;
import socketlab.report.draw.BarStroke;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.Panel;
import socketlab.report.draw.PlotAxis;
import socketlab.report.draw.TextOutline;
import socketlab.report.text.Formats;
import socketlab.results.Run;

/** What idle clients cost each model beside one number of them: a bar per model, for memory and for threads. */
final class CostBars extends Annotation {
    private static final int WIDTH = (LabTheme.WIDTH - 2 * LabTheme.MARGIN) / 2;
    private static final int NAMES = 116;
    private static final int VALUES = 100;
    private static final int ROW = 32;
    private static final double BAR = 20;
    private static final double LEAST = 2;

    private final List<IdleCost> costs;
    private final ToDoubleFunction<IdleCost> value;
    private final Function<IdleCost, String> text;

    private CostBars(List<IdleCost> costs, ToDoubleFunction<IdleCost> value, Function<IdleCost, String> text) {
        super(false);
        this.costs = costs;
        this.value = value;
        this.text = text;
    }

    static List<Panel> of(Run run) {
        List<IdleCost> costs = run.models().stream().flatMap(result -> IdleCost.of(result, run.load()).stream())
                .toList();
        return List.of(
                panel("memory for each idle client (KiB)", new CostBars(costs, IdleCost::kibEach,
                        cost -> cost.kibEach() < 0 ? "none" : Formats.kib(cost.kibEach()))),
                panel("threads added", new CostBars(costs, IdleCost::threads, cost -> Formats.number(cost.threads()))));
    }

    private static Panel panel(String title, CostBars bars) {
        int height = bars.costs.size() * ROW;
        // There is no half a thread to write on the axis.
        double most = Math.max(LEAST, bars.costs.stream().mapToDouble(bars.value).max().orElse(LEAST));
        XYChart plot = AxisLabels.rows(WIDTH - NAMES - VALUES, height, PlotAxis.ofValues(false, 0, most), title);
        plot.addAnnotation(bars);
        return new Panel(plot, NAMES, VALUES, 0, AxisLabels.BELOW);
    }

    @Override
    public void paint(Graphics2D g) {
        for (int i = 0; i < costs.size(); i++) {
            IdleCost cost = costs.get(i);
            // XChart puts every row of a plot as low as this in the same place.
            double middle = (i + 0.5) * ROW;
            double left = chart.getScreenXFromChart(0);
            double width = chart.getScreenXFromChart(Math.max(0, value.applyAsDouble(cost))) - left;
            BarStroke.service(g, new Rectangle2D.Double(left, middle - BAR / 2, width, BAR), LabTheme.of(cost.model()));
            TextOutline.draw(g, text.apply(cost), left + width + 8, middle + 4, LabTheme.SMALL, LabTheme.INK);
            TextOutline.draw(g, TextOutline.fitted(cost.model(), LabTheme.STRONG, NAMES - 8), -NAMES, middle + 5, LabTheme.STRONG,
                    LabTheme.INK);
        }
    }
}
