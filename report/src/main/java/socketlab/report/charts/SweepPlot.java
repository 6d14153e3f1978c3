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
 * A line per model over the levels of a series. Both axes are logarithmic where the levels span a wide range and none of
 * them is zero, else both begin at zero.
 *
 * @param all series that have the value at any level
 * @param value of one result, in the unit of the axis; not above zero where unknown
 * @param faint a second value, pale and without a label; null: none
 * @param knees the steps that get a ring
 */
record SweepPlot(SweepVariable variable, List<ModelSeries> all, ToDoubleFunction<ModelResult> value,
        ToDoubleFunction<ModelResult> faint, Map<ModelSeries, ModelResult> knees) {
    private static final int HEIGHT = 400;
    private static final double LABEL = 44;

    /** The text after a model's name at the end of its line. */
    interface EndText {
        String of(ModelSeries series, ModelResult last);
    }

    /**
     * The plot with its labels, in pixels.
     *
     * @param width of everything
     * @param names of the labels at the right
     */
    Panel panel(int width, int names, String title, EndText text) {
        int inner = width - names - AxisLabels.LEFT;
        PlotAxis across = across(inner);
        PlotAxis up = up(across.log());
        XYChart plot = AxisLabels.plot(inner, HEIGHT, across, variable.title(), up, title);
        if (faint != null) {
            all.forEach(series -> LabTheme.faint(series(plot, " faint", series, faint, across, up), series.model()));
        }
        for (ModelSeries series : all) {
            LabTheme.line(series(plot, "", series, value, across, up), series.model(), false);
            LabTheme.marks(series(plot, " marks", series, value, across, up), series.model(), false);
        }
        plot.addAnnotation(new EndLabels(all.stream().map(series -> {
            ModelResult last = known(series, value).getLast();
            return new EndLabels.Label(series.model(), up.at(value.applyAsDouble(last)), text.of(series, last));
        }).toList(), up.at(up.from()), names));
        knees.forEach((series, step) -> plot.addAnnotation(new Ring(series.model(), across.at(variable.at(step)),
                up.at(value.applyAsDouble(step)))));
        return new Panel(plot, AxisLabels.LEFT, names, AxisLabels.ABOVE, AxisLabels.BELOW);
    }

    private PlotAxis across(int length) {
        List<Double> levels = all.stream().flatMap(series -> known(series, value).stream()).map(variable::at)
                .distinct().sorted().toList();
        return PlotAxis.ofCounts(levels.isEmpty() ? List.of(0.0) : levels, length, LABEL);
    }

    private PlotAxis up(boolean log) {
        List<ModelResult> steps = all.stream().flatMap(series -> known(series, value).stream()).toList();
        double low = steps.stream().mapToDouble(value).min().orElse(0);
        double high = steps.stream().mapToDouble(faint == null ? value : faint).max().orElse(1);
        return PlotAxis.ofValues(log, low, Math.max(low, high));
    }

    private XYSeries series(XYChart plot, String what, ModelSeries series, ToDoubleFunction<ModelResult> value,
            PlotAxis across, PlotAxis up) {
        List<ModelResult> steps = known(series, value);
        return plot.addSeries(series.model() + what,
                steps.stream().mapToDouble(step -> across.at(variable.at(step))).toArray(),
                steps.stream().mapToDouble(step -> up.at(value.applyAsDouble(step))).toArray());
    }

    private static List<ModelResult> known(ModelSeries series, ToDoubleFunction<ModelResult> value) {
        return series.steps().stream().filter(step -> value.applyAsDouble(step) > 0).toList();
    }
}
