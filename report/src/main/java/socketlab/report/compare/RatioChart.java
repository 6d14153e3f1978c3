package socketlab.report.compare;

import java.util.List;
import socketlab.report.analysis.Ratio;
import socketlab.report.charts.RowPlot;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.ModelMark;
import socketlab.report.draw.Panel;
import socketlab.report.draw.PlotAxis;
import socketlab.report.draw.RunChart;
import socketlab.report.prose.LoadSentence;

/** The medians of later runs as ratios to the first, with their intervals. */
final class RatioChart {
    private static final RowPlot.Layout LAYOUT = new RowPlot.Layout(250, 330, 34);

    private RatioChart() {}

    static RunChart of(ComparedRun first, List<ModelDelta> deltas, String load) {
        List<Ratio> known = deltas.stream().map(ModelDelta::median).filter(ratio -> ratio != null).toList();
        double low = known.stream().mapToDouble(Ratio::low).min().orElse(1);
        double high = known.stream().mapToDouble(Ratio::high).max().orElse(1);
        PlotAxis axis = PlotAxis.ofValues(true, Math.max(0.001, Math.min(0.5, low)), Math.max(2, high));
        Panel panel = RowPlot.panel(LAYOUT, axis, "median latency, times that of " + first.letter(),
                deltas.stream().map(RatioChart::row).toList());
        LabTheme.reference(panel.plot().addSeries("equal", new double[] {axis.at(1), axis.at(1)},
                new double[] {0, panel.plot().getHeight()}));
        return RunChart.of("ratios", new Figure(ModelDelta.headline(deltas), "The median of each run against that of run "
                + first.letter() + ". " + load, List.of(), List.of(panel), List.of("The line through each mark is a 95 %"
                        + " interval by a bootstrap over the requests, with a fixed seed: it covers chance within the runs."
                        + " It does not cover the spread from run to run on the same machine: repeat both runs."),
                LoadSentence.machine(first.run())), "at 1, the dashed line, both runs take equally long; further right the"
                        + " later one takes longer. A hollow mark shows no difference: its line crosses 1, or the machine was"
                        + " too noisy.");
    }

    private static RowPlot.Row row(ModelDelta delta) {
        String text = (delta.median() == null ? "" : delta.median().text() + ", ") + delta.verdict();
        return new RowPlot.Row(delta.model() + "  " + delta.other().letter() + " / " + delta.base().letter(), List.of(text),
                (g, x, y) -> {
                    if (delta.median() != null) {
                        RowPlot.line(g, x.applyAsDouble(delta.median().low()), x.applyAsDouble(delta.median().high()), y,
                                LabTheme.of(delta.bareModel()));
                        new ModelMark(delta.bareModel(), !delta.differs()).paint(g,
                                x.applyAsDouble(delta.median().value()), y, 0);
                    }
                });
    }
}
