package socketlab.report.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import org.knowm.xchart.style.markers.Marker;

/** Marks of single requests in a scatter plot: a dot for an answer, a cross for a failure, a ring for a lost datagram. */
final class EventMark extends Marker {
    /** What a mark stands for. */
    enum Kind { ANSWER, FAILURE, LOSS }

    private final Kind kind;
    private final Color color;
    private final double radius;

    EventMark(Kind kind, Color color, double radius) {
        this.kind = kind;
        this.color = color;
        this.radius = radius;
    }

    @Override
    public void paint(Graphics2D g, double x, double y, int ignoredSize) {
        switch (kind) {
            case ANSWER -> {
                g.setColor(color);
                g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
            }
            case FAILURE -> BarStroke.failure(g, x, y, LegendEntry.SAMPLE_HEIGHT);
            case LOSS -> BarStroke.lost(g, x, y, LegendEntry.SAMPLE_HEIGHT);
        }
    }
}
