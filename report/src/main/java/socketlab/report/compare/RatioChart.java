package socketlab.report.compare;

import java.util.List;
import java.util.Objects;
import socketlab.report.charts.RowPlot;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.ModelMark;
import socketlab.report.draw.Panel;
import socketlab.report.draw.PlotAxis;
import socketlab.report.draw.RunChart;
import socketlab.report.prose.LoadSentence;
import socketlab.results.statistics.RoundFigure;
import socketlab.results.statistics.RoundRatio;

/** The latencies of later runs as ratios to the first, with their intervals. */
final class RatioChart {
    private static final RowPlot.Layout LAYOUT = new RowPlot.Layout(250, 330, 34);

    private RatioChart() {}

    /** The chart; empty where no model has several rounds in both runs. */
    static List<RunChart> of(ComparedRun first, List<ModelDelta> deltas, String load) {
        RoundFigure figure = first.figures().getFirst();
        List<RoundRatio> known = deltas.stream().map(delta -> delta.ratios().get(figure)).filter(Objects::nonNull).toList();
        if (known.isEmpty()) {
            return List.of();
        }
        double low = known.stream().mapToDouble(RoundRatio::low).min().orElse(1);
        double high = known.stream().mapToDouble(RoundRatio::high).max().orElse(1);
        PlotAxis axis = PlotAxis.ofValues(true, Math.clamp(low, 0.001, 0.5), Math.clamp(high, 2, 1000));
        Panel panel = RowPlot.panel(LAYOUT, axis, figure.text() + " of a round, times that of " + first.letter(),
                deltas.stream().map(delta -> row(delta, figure, axis)).toList());
        LabTheme.reference(panel.plot().addSeries("equal", new double[] {axis.at(1), axis.at(1)},
                new double[] {0, panel.plot().getHeight()}));
        return List.of(RunChart.of("ratios", new Figure(ModelDelta.headline(deltas), "The " + figure.text()
                + " of each run's rounds against that of run " + first.letter() + "'s. " + load, List.of(), List.of(panel),
                List.of("The line through each mark is a 99 % interval by Welch's t-test, one figure a round. "
                        + ModelDelta.power(deltas)), LoadSentence.machine(first.run())), "at 1, the dashed line, both runs take"
                                + " equally long; further right the later one takes longer. A hollow mark shows no"
                                + " difference, after Holm's correction over all rows and figures."));
    }

    private static RowPlot.Row row(ModelDelta delta, RoundFigure figure, PlotAxis axis) {
        RoundRatio ratio = delta.ratios().get(figure);
        String name = delta.model().equals(delta.otherModel()) ? delta.model() : delta.otherModel() + " / " + delta.model();
        String text = ratio == null ? delta.verdict() : Comparison.text(ratio)
                + (delta.claimed().contains(figure) ? "" : ", no difference found");
        return new RowPlot.Row(name + "  " + delta.other().letter() + " / " + delta.base().letter(), List.of(text),
                (g, x, y) -> {
                    if (ratio != null) {
                        RowPlot.line(g, x.applyAsDouble(Math.max(axis.from(), ratio.low())),
                                x.applyAsDouble(Math.min(axis.to(), ratio.high())), y, LabTheme.of(delta.bareModel()));
                        new ModelMark(delta.bareModel(), !delta.claimed().contains(figure)).paint(g,
                                x.applyAsDouble(Math.clamp(ratio.value(), axis.from(), axis.to())), y, 0);
                    }
                });
    }
}
