package socketlab.report;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;

/** The picture of what queueing theory expects of one server, and of what was measured. */
final class QueueChart {
    private static final int HEIGHT = 420;
    private static final int RIGHT = 40;
    private static final int WIDTH = Look.WIDTH - 2 * Look.MARGIN - Ticks.LEFT - RIGHT;
    private static final double MOST_BUSY = 0.98;
    private static final int POINTS = 60;   // a line of shorter pieces has no dashes
    private static final List<Double> PERCENTS = List.of(0.0, 20.0, 40.0, 60.0, 80.0, 100.0);

    private QueueChart() {}

    /** Whether a line can be drawn through what is known of the wait. */
    static boolean possible(Run run) {
        return run.models().stream().filter(QueueText::known).count() > 1;
    }

    static Figure of(Run run) {
        Sweep sweep = Sweep.of(run).stream().filter(one -> one.steps().stream().anyMatch(QueueText::known)).findFirst()
                .orElseThrow();
        List<ModelResult> steps = sweep.steps().stream().filter(QueueText::known).toList();
        double highest = steps.stream().mapToDouble(step -> high(step.queue())).max().orElseThrow();
        double lowest = steps.stream().mapToDouble(step -> low(step.queue())).min().orElseThrow();
        Scale scale = Scale.fitting(highest);
        Ruler across = new Ruler(false, 0, 100, PERCENTS);
        Ruler up = Ruler.ofValues(true, scale.ofMs(lowest), scale.ofMs(highest));
        XYChart plot = Ticks.plot(WIDTH, HEIGHT, across, "how busy the server is (%)", up,
                "mean wait for its turn (" + scale.unit() + ")");
        double service = steps.stream().mapToDouble(step -> step.queue().serviceMs()).average().orElseThrow();
        double[] busy = DoubleStream.iterate(1.0 / POINTS, at -> at < MOST_BUSY, at -> at + 1.0 / POINTS)
                .filter(at -> scale.ofMs(expectedMs(at, service)) > up.from()
                        && scale.ofMs(expectedMs(at, service)) < up.to()).toArray();
        Look.line(plot.addSeries("expected", DoubleStream.of(busy).map(at -> 100 * at).toArray(), DoubleStream.of(busy)
                .map(at -> up.at(scale.ofMs(expectedMs(at, service)))).toArray()), sweep.model(), true);
        for (ModelResult step : steps) {
            add(plot, sweep.model(), step.queue(), scale, up);
        }
        return new Figure(QueueText.title(steps), "How long a request waits until the one server takes it up, on average."
                + " " + TimelineText.load(run), keys(), List.of(new Panel(plot, Ticks.LEFT, RIGHT, Ticks.ABOVE,
                Ticks.BELOW)), QueueText.notes(steps), TimelineText.stamp(run));
    }

    private static void add(XYChart plot, String model, Queueing queue, Scale scale, Ruler up) {
        double at = queue.busyPercent();
        if (queue.tells()) {
            Look.line(plot.addSeries("interval " + at, new double[] {at, at}, new double[] {
                up.at(scale.ofMs(low(queue))), up.at(scale.ofMs(high(queue)))}), model, false);
        }
        Look.marks(plot.addSeries("wait " + at, new double[] {at}, new double[] {up.at(scale.ofMs(queue.waitMs()))}), model,
                !queue.tells());
    }

    /** The formula for a service time that never varies. */
    private static double expectedMs(double busy, double serviceMs) {
        return busy * serviceMs / (2 * (1 - busy));
    }

    private static double low(Queueing queue) {
        return Stream.of(queue.waitMs(), queue.expectedWaitMs(), queue.tells() ? queue.lowMs() : queue.waitMs())
                .filter(ms -> ms > 0).mapToDouble(ms -> ms).min().orElseThrow();
    }

    private static double high(Queueing queue) {
        return Math.max(queue.expectedWaitMs(), queue.tells() ? queue.highMs() : queue.waitMs());
    }

    private static List<Key> keys() {
        return List.of(new Key("measured, and its 95 % confidence interval", QueueChart::measured),
                Key.faint("expected"));
    }

    private static void measured(Graphics2D g, Rectangle2D at) {
        g.setColor(Look.SOFT);
        g.setStroke(Look.LINE);
        g.draw(new Line2D.Double(at.getCenterX(), at.getMinY() - 3, at.getCenterX(), at.getMaxY() + 3));
        new ModelMark("single", Look.SOFT, false).paint(g, at.getCenterX(), at.getCenterY(), 0);
    }
}
