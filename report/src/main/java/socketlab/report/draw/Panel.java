package socketlab.report.draw;

import java.awt.Graphics2D;
import java.awt.Shape;
import org.knowm.xchart.XYChart;

/** A plot in a figure, with space for labels on its four sides, in pixels. */
public record Panel(XYChart plot, int left, int right, int above, int below) {
    int width() {
        return left + plot.getWidth() + right;
    }

    int height() {
        return above + plot.getHeight() + below;
    }

    /** Paints on the same graphics, moved: the SVG writer drops everything after a second one is disposed of. */
    void paint(Graphics2D g, double x, double y) {
        Shape clip = g.getClip();
        g.translate(x + left, y + above);
        plot.paint(g, plot.getWidth(), plot.getHeight());
        g.translate(-x - left, -y - above);
        g.setClip(clip);
    }
}
