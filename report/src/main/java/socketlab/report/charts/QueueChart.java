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
import socketlab.report.prose.QueueText;
import socketlab.report.prose.TimelineText;
import socketlab.report.text.TimeUnitScale;
import socketlab.results.ModelResult;
import socketlab.results.QueueComparison;
import socketlab.results.Run;

/** The picture of what queueing theory expects of one server, and of what was measured. */
public final class QueueChart {
    private static final int HEIGHT = 420;
    private static final int RIGHT = 40;
    private static final int WIDTH = LabTheme.WIDTH - 2 * LabTheme.MARGIN - AxisLabels.LEFT - RIGHT;
    private static final double LEAST_MS = 0.001;
    private static final int POINTS = 60;   // a line of shorter pieces has no dashes
    private static final List<Double> PERCENTS = List.of(0.0, 20.0, 40.0, 60.0, 80.0, 100.0);

    private QueueChart() {}

    /** Whether a line can be drawn through what is known of the wait. */
    public static boolean possible(Run run) {
        return sweeps(run).stream().mapToInt(sweep -> sweep.steps().size()).sum() > 1;
    }

    public static Figure of(Run run) {
        List<ModelSeries> sweeps = sweeps(run);
        List<ModelResult> steps = sweeps.stream().flatMap(sweep -> sweep.steps().stream()).toList();
        double highest = steps.stream().mapToDouble(step -> high(step.queue())).max().orElseThrow();
        double lowest = steps.stream().mapToDouble(step -> low(step.queue())).min().orElseThrow();
        TimeUnitScale scale = TimeUnitScale.fitting(highest);
        PlotAxis up = PlotAxis.ofValues(true, scale.ofMs(lowest), scale.ofMs(highest));
        XYChart plot = AxisLabels.plot(WIDTH, HEIGHT, new PlotAxis(false, 0, 100, PERCENTS), "how busy the server is (%)", up,
                "mean wait for its turn (" + scale.unit() + ")");
        for (ModelSeries sweep : sweeps) {
            addFormula(plot, sweep, scale, up);
            sweep.steps().forEach(step -> add(plot, step, scale, up));
        }
        Panel panel = new Panel(plot, AxisLabels.LEFT, RIGHT, AxisLabels.ABOVE, AxisLabels.BELOW);
        return new Figure(QueueText.title(steps), "How long a request waits until the one server takes it up, on"
                + " average. " + TimelineText.load(run), keys(sweeps), List.of(panel), QueueText.notes(steps),
                TimelineText.stamp(run));
    }

    /** Those of which a wait is known, with the levels at which it is. */
    private static List<ModelSeries> sweeps(Run run) {
        return ModelSeries.of(run).stream()
                .map(sweep -> new ModelSeries(sweep.model(), sweep.steps().stream().filter(QueueText::known).toList()))
                .filter(sweep -> !sweep.steps().isEmpty()).toList();
    }

    /** As far as it lies within the axis. */
    private static void addFormula(XYChart plot, ModelSeries sweep, TimeUnitScale scale, PlotAxis up) {
        List<QueueComparison> queues = sweep.steps().stream().map(ModelResult::queue).toList();
        // The formula for a service time that never varies, lifted as much as the measured one varied.
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
            LabTheme.line(plot.addSeries(sweep.model() + " expected", percents, heights), sweep.model(), true);
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

    /** The least that the axis has to show of it. */
    private static double low(QueueComparison queue) {
        double low = queue.hasInterval() && queue.lowMs() > 0 ? queue.lowMs() : queue.waitMs();
        return Math.max(LEAST_MS, Math.min(low, queue.expectedWaitMs()));   // a logarithmic axis has no zero
    }

    private static double high(QueueComparison queue) {
        return Math.max(Math.max(LEAST_MS, queue.expectedWaitMs()), queue.hasInterval() ? queue.highMs() : queue.waitMs());
    }

    private static List<LegendEntry> keys(List<ModelSeries> sweeps) {
        List<LegendEntry> keys = new ArrayList<>(List.of(new LegendEntry("measured, and its 95 % confidence interval",
                QueueChart::measured), LegendEntry.faint("expected")));
        if (sweeps.size() > 1) {
            sweeps.forEach(sweep -> keys.add(new LegendEntry(sweep.model(), (g, at) -> new ModelMark(sweep.model(), false)
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
