package socketlab.report.charts;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Annotation;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.ModelMark;
import socketlab.report.draw.PlotAxis;
import socketlab.report.draw.TextOutline;
import socketlab.report.text.Formats;
import socketlab.report.text.TimeUnitScale;
import socketlab.results.LatencyMs;

/** A line for each model from what half of them took to the slowest, under the heading of what they did. */
final class AccountRows extends Annotation {
    private static final double HEADING = 30;
    private static final double ROW = 24;
    private static final double BELOW = 14;
    private static final double TICK = 6;

    private final List<Group> groups;
    private final PlotAxis across;
    private final TimeUnitScale scale;
    private final double left;

    /** One model's times. */
    record Span(String model, LatencyMs latency) {}

    /** What they were taken for. */
    record Group(String title, List<Span> spans) {
        double height() {
            return HEADING + spans.size() * ROW + BELOW;
        }
    }

    /** {@code left} of the plot there is room for names, in pixels. */
    AccountRows(List<Group> groups, PlotAxis across, TimeUnitScale scale, double left) {
        super(false);
        this.groups = groups;
        this.across = across;
        this.scale = scale;
        this.left = left;
    }

    static int height(List<Group> groups) {
        return (int) groups.stream().mapToDouble(Group::height).sum();
    }

    @Override
    public void paint(Graphics2D g) {
        double y = 0;
        for (Group group : groups) {
            g.setColor(LabTheme.PAPER);   // the lines of the ruler would run through it
            g.fill(new Rectangle2D.Double(-left, y, TextOutline.width(group.title(), LabTheme.STRONG) + BELOW, HEADING - 4));
            TextOutline.draw(g, group.title(), -left, y + HEADING - 11, LabTheme.STRONG, LabTheme.INK);
            for (int i = 0; i < group.spans().size(); i++) {
                paint(g, group.spans().get(i), y + HEADING + (i + 0.5) * ROW);
            }
            y += group.height();
        }
    }

    private void paint(Graphics2D g, Span span, double y) {
        Color color = LabTheme.of(span.model());
        double p50 = x(span.latency().p50());
        double max = x(span.latency().max());
        g.setColor(color);
        g.setStroke(LabTheme.LINE);
        g.draw(new Line2D.Double(p50, y, max, y));
        tick(g, p50, y, color);
        new ModelMark(span.model(), false).paint(g, x(span.latency().p99()), y, 0);
        TextOutline.draw(g, TextOutline.fitted(span.model(), LabTheme.TEXT, left - 30), 16 - left, y + 5, LabTheme.TEXT, LabTheme.INK);
        TextOutline.draw(g, "99 % " + Formats.time(span.latency().p99()) + ", max " + Formats.time(span.latency().max()),
                chart.getWidth() + 12.0, y + 4, LabTheme.SMALL, LabTheme.INK);
    }

    static void tick(Graphics2D g, double x, double y, Color color) {
        g.setColor(color);
        g.setStroke(LabTheme.LINE);
        g.draw(new Line2D.Double(x, y - TICK, x, y + TICK));
    }

    private double x(double ms) {
        return chart.getScreenXFromChart(across.at(Math.max(across.from(), scale.ofMs(ms))));
    }
}
