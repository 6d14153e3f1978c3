package socketlab.report.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A model's own mark, so that models differ in print without colour: full where measured, hollow where predicted. */
public final class ModelMark extends Marker {
    static final Marker NONE = SeriesMarkers.NONE;
    private static final double RADIUS = 5;
    private static final List<String> ORDER = List.of("single", "threaded", "virtual", "select", "poll", "udp",
            "udp-threaded", "udp-select");
    private final String model;
    private final Color color;
    private final boolean hollow;

    /** The mark in the model's own colour. */
    public ModelMark(String model, boolean hollow) {
        this(model, LabTheme.of(model), hollow);
    }

    public ModelMark(String model, Color color, boolean hollow) {
        this.model = model;
        this.color = color;
        this.hollow = hollow;
    }

    @Override
    public void paint(Graphics2D g, double x, double y, int ignoredSize) {
        Shape shape = shape(x, y, hollow ? RADIUS + 2 : RADIUS);
        g.setColor(hollow ? color : LabTheme.PAPER);
        g.setStroke(LabTheme.OUTLINE);
        g.draw(shape);
        if (!hollow) {
            g.setColor(color);
            g.fill(shape);
        }
    }

    /** Circle, square, diamond, triangle and so on. */
    private Shape shape(double x, double y, double radius) {
        int kind = ORDER.indexOf(model);
        return switch (kind) {
            case 0 -> new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
            case 1 -> polygon(x, y, radius * 1.2, 4, 45);
            case 2 -> polygon(x, y, radius * 1.25, 4, 0);
            case 3 -> polygon(x, y, radius * 1.3, 3, -90);
            case 4 -> polygon(x, y, radius * 1.3, 3, 90);
            case 5 -> polygon(x, y, radius * 1.1, 6, 0);
            case 6 -> polygon(x, y, radius * 1.3, 3, 0);
            case 7 -> polygon(x, y, radius * 1.3, 3, 180);
            default -> polygon(x, y, radius * 1.2, 5, -90);
        };
    }

    private static Shape polygon(double x, double y, double radius, int corners, double turn) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double angle = Math.toRadians(turn + 360.0 * i / corners);
            double px = x + radius * Math.cos(angle);
            double py = y + radius * Math.sin(angle);
            if (i == 0) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
        path.closePath();
        return path;
    }
}
