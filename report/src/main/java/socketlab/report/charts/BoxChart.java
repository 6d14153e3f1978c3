package socketlab.report.charts;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import socketlab.report.analysis.Failures;
import socketlab.report.analysis.LatencyDistribution;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.ModelMark;
import socketlab.report.draw.RunChart;
import socketlab.report.prose.DifferenceText;
import socketlab.report.prose.LoadSentence;
import socketlab.report.text.Formats;
import socketlab.results.Run;
import socketlab.results.statistics.RoundFigure;

/** Box plots of the latencies: the middle half boxed, whiskers at 1 % and 99 %, minimum and maximum as marks. */
public final class BoxChart {
    private static final RowPlot.Layout LAYOUT = new RowPlot.Layout(130, 190, 40);
    private static final double BOX = 20;
    private static final double EVEN = 1.5;

    private BoxChart() {}

    /** The chart of every model that answered a request; there is at least one. */
    public static RunChart of(Run run, String load, List<LatencyDistribution> all) {
        List<LatencyDistribution> shown = all.stream().filter(one -> one.sortedUs().length > 0).toList();
        LatencyAxis axis = LatencyCurves.axis(shown);
        List<RowPlot.Row> rows = shown.stream().map(one -> new RowPlot.Row(one.model(),
                List.of("median " + Formats.time(one.succeededAtMs(0.5)) + (one.sound() ? ""
                        : ", " + Formats.number(one.failed()) + " failed")),
                (g, x, y) -> paint(g, one, share -> x.applyAsDouble(axis.scale().ofMs(one.succeededAtMs(share))), y)))
                .toList();
        return RunChart.of("boxes", new Figure(title(run, all), "Latency of the successful requests. " + load, List.of(),
                List.of(RowPlot.panel(LAYOUT, axis.axis(), axis.title(), rows)), Failures.notes(run),
                LoadSentence.machine(run)), "the box holds the middle half of a model's requests, the stroke in it is the"
                        + " median, the line reaches from the 1st to the 99th percentile, and the marks are minimum and"
                        + " maximum.");
    }

    private static String title(Run run, List<LatencyDistribution> all) {
        if (all.size() > 1 || !all.getFirst().sound()) {
            return DifferenceText.title(run, RoundFigure.P50, "Median, middle half and extremes of the latency");
        }
        LatencyDistribution one = all.getFirst();
        return tail(one) < EVEN ? "p99 is below 1.5 x the median in " + one.model()
                : "p99 is " + Formats.format("%.1f x", tail(one)) + " the median in " + one.model();
    }

    private static double tail(LatencyDistribution one) {
        return one.atMs(0.99) / Math.max(0.001, one.atMs(0.5));
    }

    private static void paint(Graphics2D g, LatencyDistribution one, DoubleUnaryOperator at, double y) {
        RowPlot.line(g, at.applyAsDouble(0.01), at.applyAsDouble(0.99), y, LabTheme.of(one.model()));
        RowPlot.tick(g, at.applyAsDouble(0.01), y, BOX / 3, LabTheme.of(one.model()));
        RowPlot.tick(g, at.applyAsDouble(0.99), y, BOX / 3, LabTheme.of(one.model()));
        double left = at.applyAsDouble(0.25);
        Rectangle2D box = new Rectangle2D.Double(left, y - BOX / 2, Math.max(2, at.applyAsDouble(0.75) - left), BOX);
        g.setColor(LabTheme.tint(LabTheme.of(one.model()), LabTheme.FAINTNESS));
        g.fill(box);
        g.setColor(LabTheme.of(one.model()));
        g.draw(box);
        RowPlot.tick(g, at.applyAsDouble(0.5), y, BOX / 2 + 3, LabTheme.INK);
        for (double end : new double[] {0, 1}) {
            new ModelMark(one.model(), false).paint(g, at.applyAsDouble(end), y, 0);
        }
    }
}
