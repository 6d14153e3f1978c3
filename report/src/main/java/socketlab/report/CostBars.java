package socketlab.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Annotation;

/** What idle clients cost each model beside one number of them: a bar per model, for memory and for threads. */
final class CostBars extends Annotation {
    private static final int WIDTH = (Look.WIDTH - 2 * Look.MARGIN) / 2;
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
                        cost -> cost.kibEach() < 0 ? "none" : Words.kib(cost.kibEach()))),
                panel("threads added", new CostBars(costs, IdleCost::threads, cost -> Words.number(cost.threads()))));
    }

    private static Panel panel(String title, CostBars bars) {
        int height = bars.costs.size() * ROW;
        // There is no half a thread to write on the axis.
        double most = Math.max(LEAST, bars.costs.stream().mapToDouble(bars.value).max().orElse(LEAST));
        XYChart plot = Ticks.rows(WIDTH - NAMES - VALUES, height, Ruler.ofValues(false, 0, most), title);
        plot.addAnnotation(bars);
        return new Panel(plot, NAMES, VALUES, 0, Ticks.BELOW);
    }

    @Override
    public void paint(Graphics2D g) {
        for (int i = 0; i < costs.size(); i++) {
            IdleCost cost = costs.get(i);
            // XChart puts every row of a plot as low as this in the same place.
            double middle = (i + 0.5) * ROW;
            double left = chart.getScreenXFromChart(0);
            double width = chart.getScreenXFromChart(Math.max(0, value.applyAsDouble(cost))) - left;
            Brush.service(g, new Rectangle2D.Double(left, middle - BAR / 2, width, BAR), Look.of(cost.model()));
            Lettering.draw(g, text.apply(cost), left + width + 8, middle + 4, Look.SMALL, Look.INK);
            Lettering.draw(g, Lettering.fitted(cost.model(), Look.STRONG, NAMES - 8), -NAMES, middle + 5, Look.STRONG,
                    Look.INK);
        }
    }
}
