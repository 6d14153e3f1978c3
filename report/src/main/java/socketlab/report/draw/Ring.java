package socketlab.report.draw;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import org.knowm.xchart.internal.chartpart.Annotation;

/** A ring around one step of a sweep, its knee. */
public final class Ring extends Annotation {
    private static final double RADIUS = 11;
    private final String model;
    private final double x;
    private final double y;

    /** In the plot's own coordinates. */
    public Ring(String model, double x, double y) {
        super(false);
        this.model = model;
        this.x = x;
        this.y = y;
    }

    @Override
    public void paint(Graphics2D g) {
        g.setColor(LabTheme.of(model));
        g.setStroke(LabTheme.LINE);
        g.draw(new Ellipse2D.Double(chart.getScreenXFromChart(x) - RADIUS, chart.getScreenYFromChart(y) - RADIUS,
                2 * RADIUS, 2 * RADIUS));
    }
}
