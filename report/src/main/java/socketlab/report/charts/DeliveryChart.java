package socketlab.report.charts;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.HdrHistogram.Histogram;
import org.knowm.xchart.XYChart;
import socketlab.report.draw.AxisLabels;
import socketlab.report.draw.EndLabels;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.LegendEntry;
import socketlab.report.draw.ModelMark;
import socketlab.report.draw.Panel;
import socketlab.report.draw.PlotAxis;
import socketlab.report.prose.ChatText;
import socketlab.report.prose.TimelineText;
import socketlab.report.text.Formats;
import socketlab.report.text.TimeUnitScale;
import socketlab.results.LatencyMs;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/** The picture of a chat: how long it took until one of the others had heard a message, the quickest first. */
public final class DeliveryChart {
    private static final int HEIGHT = 440;
    private static final int LABELS = 320;
    private static final int WIDTH = LabTheme.WIDTH - 2 * LabTheme.MARGIN - LABELS - AxisLabels.LEFT;
    private static final int POINTS = 240;
    private static final int DASHED_POINTS = 60;   // a line of shorter pieces has no dashes
    private static final double LEAST_MS = 0.001;   // a logarithmic axis has no zero

    private DeliveryChart() {}

    /** The histograms are those of the run's models that delivered anything, in microseconds. */
    public static Figure of(Run run, Map<String, Histogram> histograms) {
        List<ModelResult> shown = run.models().stream().filter(model -> histograms.containsKey(model.label())).toList();
        double longest = shown.stream().mapToDouble(model -> model.chat().deliveryMs().max()).max().orElse(1);
        double shortest = shown.stream().mapToDouble(model -> model.chat().deliveryMs().min()).min().orElse(longest);
        long most = histograms.values().stream().mapToLong(Histogram::getTotalCount).max().orElse(1);
        TimeUnitScale scale = TimeUnitScale.fitting(longest);
        PlotAxis across = PlotAxis.ofShares(most);
        PlotAxis up = PlotAxis.ofValues(true, scale.ofMs(Math.max(LEAST_MS, shortest)),
                scale.ofMs(Math.max(LEAST_MS, longest)));
        XYChart plot = AxisLabels.plot(WIDTH, HEIGHT, across, "share of the deliveries that arrived as quickly as this", up,
                "latency of a delivery (" + scale.unit() + ")");
        for (ModelResult model : shown) {
            add(plot, model, histograms.get(model.label()), across,
                    us -> up.at(scale.ofMs(Math.max(LEAST_MS, us / 1000))));
        }
        plot.addAnnotation(new EndLabels(shown.stream().map(model -> label(model, up, scale)).toList(),
                up.at(up.from()), LABELS));
        return new Figure(ChatText.title(run), ChatText.subtitle(run), keys(shown),
                List.of(new Panel(plot, AxisLabels.LEFT, LABELS, AxisLabels.ABOVE, AxisLabels.BELOW)), ChatText.notes(run, shown),
                TimelineText.stamp(run));
    }

    private static void add(XYChart plot, ModelResult model, Histogram histogram, PlotAxis across,
                            DoubleUnaryOperator height) {
        boolean slow = model.chat().slowReader() != null;
        int points = slow ? DASHED_POINTS : POINTS;
        double last = Math.log10(Math.max(2, histogram.getTotalCount()));
        double[] line = DoubleStream.iterate(0, i -> i <= points, i -> i + 1)
                .map(i -> Math.pow(10, last * i / points)).toArray();
        double[] marks = across.ticks().stream().mapToDouble(tick -> tick)
                .filter(tick -> tick <= histogram.getTotalCount()).toArray();
        LabTheme.line(plot.addSeries(model.label(), at(line, across), heights(line, histogram, height)), model.model(),
                slow);
        LabTheme.marks(plot.addSeries(model.label() + " marks", at(marks, across), heights(marks, histogram, height)),
                model.model(), slow);
    }

    private static double[] at(double[] shares, PlotAxis across) {
        return DoubleStream.of(shares).map(across::at).toArray();
    }

    private static double[] heights(double[] shares, Histogram histogram, DoubleUnaryOperator height) {
        return DoubleStream.of(shares).map(one -> height.applyAsDouble(one < histogram.getTotalCount() - 0.5
                ? histogram.getValueAtPercentile(100 - 100 / one) : histogram.getMaxValue())).toArray();
    }

    private static EndLabels.Label label(ModelResult model, PlotAxis up, TimeUnitScale scale) {
        LatencyMs latency = model.chat().deliveryMs();
        boolean slow = model.chat().slowReader() != null;
        return new EndLabels.Label(model.model(), up.at(scale.ofMs(Math.max(LEAST_MS, latency.max()))),
                (slow ? "(slow)  " : "") + "99 % " + Formats.time(latency.p99()) + ", max " + Formats.time(latency.max()),
                slow);
    }

    private static List<LegendEntry> keys(List<ModelResult> shown) {
        return shown.stream().noneMatch(model -> model.chat().slowReader() != null) ? List.of()
                : List.of(new LegendEntry("everybody reads", (g, at) -> sample(g, at, false)),
                        new LegendEntry("beside one more member, who does not read (slow)", (g, at) -> sample(g, at, true)));
    }

    private static void sample(Graphics2D g, Rectangle2D at, boolean slow) {
        g.setColor(LabTheme.SOFT);
        g.setStroke(slow ? LabTheme.DASHED : LabTheme.LINE);
        g.draw(new Line2D.Double(at.getMinX(), at.getCenterY(), at.getMaxX(), at.getCenterY()));
        new ModelMark("single", LabTheme.SOFT, slow).paint(g, at.getCenterX(), at.getCenterY(), 0);
    }
}
