package socketlab.report.charts;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.draw.AxisLabels;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.LegendEntry;
import socketlab.report.draw.ModelMark;
import socketlab.report.draw.Panel;
import socketlab.report.draw.PlotAxis;
import socketlab.report.draw.RunChart;
import socketlab.report.prose.LoadSentence;
import socketlab.report.prose.QueueText;
import socketlab.report.text.TimeUnitScale;
import socketlab.results.ModelResult;
import socketlab.results.QueueComparison;
import socketlab.results.Run;

/** The mean wait for a single server over its utilisation, measured and by the Pollaczek-Khinchine formula. */
public final class QueueChart {
    private static final int HEIGHT = 420;
    private static final int RIGHT = 40;
    private static final int WIDTH = LabTheme.WIDTH - 2 * LabTheme.MARGIN - AxisLabels.LEFT - RIGHT;
    private static final double LEAST_MS = 0.001;
    private static final int POINTS = 60;   // a line of shorter pieces has no dashes
    private static final List<Double> PERCENTS = List.of(0.0, 20.0, 40.0, 60.0, 80.0, 100.0);

    private QueueChart() {}

    /** Whether the wait is known for at least two steps. */
    public static boolean applies(Run run) {
        return all(run).stream().mapToInt(series -> series.steps().size()).sum() > 1;
    }

    /** The chart of a run with known waits, see {@link #applies}; {@code load} is the sentence under the title. */
    public static RunChart of(Run run, String load) {
        List<ModelSeries> all = all(run);
        List<ModelResult> steps = all.stream().flatMap(series -> series.steps().stream()).toList();
        double highest = steps.stream().mapToDouble(step -> high(step.queue())).max().orElseThrow();
        double lowest = steps.stream().mapToDouble(step -> low(step.queue())).min().orElseThrow();
        TimeUnitScale scale = TimeUnitScale.fitting(highest);
        PlotAxis up = PlotAxis.ofValues(true, scale.ofMs(lowest), scale.ofMs(highest));
        XYChart plot = AxisLabels.plot(WIDTH, HEIGHT, new PlotAxis(false, 0, 100, PERCENTS), "utilisation of the server (%)", up,
                "mean wait in the queue (" + scale.unit() + ")");
        for (ModelSeries series : all) {
            addFormula(plot, series, scale, up);
            series.steps().forEach(step -> add(plot, step, scale, up));
        }
        Panel panel = new Panel(plot, AxisLabels.LEFT, RIGHT, AxisLabels.ABOVE, AxisLabels.BELOW);
        return RunChart.of("queue", new Figure(QueueText.title(steps), "Mean wait of a request in the queue of the one server. "
                + load, keys(all), List.of(panel), QueueText.notes(steps), LoadSentence.machine(run)),
                "further right the server is busier; higher up a request waits longer in its queue, on average. The dashed"
                        + " line is the formula. Where the 95 % confidence interval (the stroke) crosses it, measurement and"
                        + " theory agree as far as so many requests can tell. On the logarithmic axis equal distances are"
                        + " equal factors.");
    }

    /** The steps with a known wait, by model. */
    private static List<ModelSeries> all(Run run) {
        return ModelSeries.of(run).stream()
                .map(series -> new ModelSeries(series.model(), series.steps().stream().filter(step -> step.queue() != null)
                        .toList()))
                .filter(series -> !series.steps().isEmpty()).toList();
    }

    /** The formula, as far as it is within the axis. */
    private static void addFormula(XYChart plot, ModelSeries series, TimeUnitScale scale, PlotAxis up) {
        List<QueueComparison> queues = series.steps().stream().map(ModelResult::queue).toList();
        // The formula for a constant service time, scaled by how much the measured service time varies.
        double service = queues.stream().mapToDouble(QueueComparison::serviceMs).average().orElseThrow() * queues.stream()
                .mapToDouble(one -> one.expectedWaitMs() / expectedMs(one.busyPercent() / 100, one.serviceMs()))
                .average().orElseThrow();
        double[] percents = IntStream.range(1, POINTS).mapToDouble(i -> 100.0 * i / POINTS).filter(percent -> {
            double value = scale.ofMs(expectedMs(percent / 100, service));
            return value > up.from() && value < up.to();
        }).toArray();
        double[] heights = DoubleStream.of(percents)
                .map(percent -> up.at(scale.ofMs(expectedMs(percent / 100, service)))).toArray();
        if (percents.length > 0) {
            LabTheme.line(plot.addSeries(series.model() + " expected", percents, heights), series.model(), true);
        }
    }

    private static void add(XYChart plot, ModelResult step, TimeUnitScale scale, PlotAxis up) {
        QueueComparison queue = step.queue();
        String name = step.model() + " " + step.clients() + " " + step.ratePerS();
        double[] at = {queue.busyPercent()};
        if (queue.hasInterval()) {
            LabTheme.line(plot.addSeries(name + " interval", new double[] {at[0], at[0]}, new double[] {
                up.at(scale.ofMs(queue.lowMs())), up.at(scale.ofMs(queue.highMs()))}), step.model(), false);
        }
        LabTheme.marks(plot.addSeries(name, at, new double[] {up.at(scale.ofMs(queue.waitMs()))}), step.model(),
                !queue.hasInterval());
    }

    private static double expectedMs(double busy, double serviceMs) {
        return busy * serviceMs / (2 * (1 - busy));
    }

    /** The smallest value that the axis has to show. */
    private static double low(QueueComparison queue) {
        double low = queue.hasInterval() && queue.lowMs() > 0 ? queue.lowMs() : queue.waitMs();
        return Math.max(LEAST_MS, Math.min(low, queue.expectedWaitMs()));   // a logarithmic axis has no zero
    }

    private static double high(QueueComparison queue) {
        return Math.max(Math.max(LEAST_MS, queue.expectedWaitMs()), queue.hasInterval() ? queue.highMs() : queue.waitMs());
    }

    private static List<LegendEntry> keys(List<ModelSeries> all) {
        List<LegendEntry> keys = new ArrayList<>(List.of(new LegendEntry("measured, with its 95 % confidence interval",
                QueueChart::measured), LegendEntry.faint("by the formula")));
        if (all.size() > 1) {
            all.forEach(series -> keys.add(new LegendEntry(series.model(), (g, at) -> new ModelMark(series.model(), false)
                    .paint(g, at.getCenterX(), at.getCenterY(), 0))));
        }
        return keys;
    }

    private static void measured(Graphics2D g, Rectangle2D at) {
        g.setColor(LabTheme.SOFT);
        g.setStroke(LabTheme.LINE);
        g.draw(new Line2D.Double(at.getCenterX(), at.getMinY() - 3, at.getCenterX(), at.getMaxY() + 3));
        new ModelMark("single", LabTheme.SOFT, false).paint(g, at.getCenterX(), at.getCenterY(), 0);
    }
}
