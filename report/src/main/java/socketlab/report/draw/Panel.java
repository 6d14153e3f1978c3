package socketlab.report.draw;

import java.awt.Graphics2D;
import java.awt.Shape;
import org.knowm.xchart.XYChart;

/** A plot in a picture, with room for labels on each of its sides, in pixels. */
public record Panel(XYChart plot, int left, int right, int above, int below) {
    int width() {
        return left + plot.getWidth() + right;
    }

    int height() {
        return above + plot.getHeight() + below;
    }

    /** On the same graphics, moved and moved back: the SVG writer drops what follows the disposal of a second one. */
    void paint(Graphics2D g, double x, double y) {
        Shape clip = g.getClip();
        g.translate(x + left, y + above);
        plot.paint(g, plot.getWidth(), plot.getHeight());
        g.translate(-x - left, -y - above);
        g.setClip(clip);
    }
}
