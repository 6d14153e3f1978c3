package socketlab.report.charts;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.analysis.SweepVariable;
import socketlab.report.draw.AxisLabels;
import socketlab.report.draw.EndLabels;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.Panel;
import socketlab.report.draw.PlotAxis;
import socketlab.report.draw.Ring;
import socketlab.results.ModelResult;

/**
 * A line per model over the levels of a sweep. Both axes are logarithmic where the counts span much and none of
 * them is zero, else both begin at zero.
 *
 * @param sweeps those of which the value is known at any level
 * @param value of one result, in the unit of the axis; not above zero where unknown
 * @param faint a second value, drawn in the background and without a label; null for none
 * @param knees the steps to be ringed
 */
record SweepPlot(SweepVariable dial, List<ModelSeries> sweeps, ToDoubleFunction<ModelResult> value,
                 ToDoubleFunction<ModelResult> faint, Map<ModelSeries, ModelResult> knees) {
    private static final int HEIGHT = 400;
    private static final double LABEL = 44;

    /** What stands beside a model's name at the end of its line. */
    interface EndText {
        String of(ModelSeries sweep, ModelResult last);
    }

    /**
     * The plot with its labels.
     *
     * @param width of both together, in pixels
     * @param names room for the models' names right of the lines, in pixels
     */
    Panel panel(int width, int names, String title, EndText text) {
        int inner = width - names - AxisLabels.LEFT;
        PlotAxis across = across(inner);
        PlotAxis up = up(across.log());
        XYChart plot = AxisLabels.plot(inner, HEIGHT, across, dial.title(), up, title);
        if (faint != null) {
            sweeps.forEach(sweep -> LabTheme.faint(series(plot, " faint", sweep, faint, across, up), sweep.model()));
        }
        for (ModelSeries sweep : sweeps) {
            LabTheme.line(series(plot, "", sweep, value, across, up), sweep.model(), false);
            LabTheme.marks(series(plot, " marks", sweep, value, across, up), sweep.model(), false);
        }
        plot.addAnnotation(new EndLabels(sweeps.stream().map(sweep -> {
            ModelResult last = known(sweep, value).getLast();
            return new EndLabels.Label(sweep.model(), up.at(value.applyAsDouble(last)), text.of(sweep, last));
        }).toList(), up.at(up.from()), names));
        knees.forEach((sweep, step) -> plot.addAnnotation(new Ring(sweep.model(), across.at(dial.at(step)),
                up.at(value.applyAsDouble(step)))));
        return new Panel(plot, AxisLabels.LEFT, names, AxisLabels.ABOVE, AxisLabels.BELOW);
    }

    private PlotAxis across(int length) {
        List<Double> levels = sweeps.stream().flatMap(sweep -> known(sweep, value).stream()).map(dial::at)
                .distinct().sorted().toList();
        return PlotAxis.ofCounts(levels.isEmpty() ? List.of(0.0) : levels, length, LABEL);
    }

    private PlotAxis up(boolean log) {
        List<ModelResult> steps = sweeps.stream().flatMap(sweep -> known(sweep, value).stream()).toList();
        double low = steps.stream().mapToDouble(value).min().orElse(0);
        double high = steps.stream().mapToDouble(faint == null ? value : faint).max().orElse(1);
        return PlotAxis.ofValues(log, low, Math.max(low, high));
    }

    private XYSeries series(XYChart plot, String what, ModelSeries sweep, ToDoubleFunction<ModelResult> value,
                                   PlotAxis across, PlotAxis up) {
        List<ModelResult> steps = known(sweep, value);
        return plot.addSeries(sweep.model() + what,
                steps.stream().mapToDouble(step -> across.at(dial.at(step))).toArray(),
                steps.stream().mapToDouble(step -> up.at(value.applyAsDouble(step))).toArray());
    }

    private static List<ModelResult> known(ModelSeries sweep, ToDoubleFunction<ModelResult> value) {
        return sweep.steps().stream().filter(step -> value.applyAsDouble(step) > 0).toList();
    }
}
