package socketlab.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/**
 * The strokes a timeline is made of: waiting is pale and outlined, service solid, so that print without colour tells
 * them.
 */
final class Brush {
    private static final double OUTLINED_FROM = 5;
    private static final double NARROWEST = 1.2;

    private Brush() {}

    static void waiting(Graphics2D g, Rectangle2D bar, Color color) {
        pale(g, bar, color, 0.2);
    }

    /** Waiting and service together, where no server told them apart. */
    static void undivided(Graphics2D g, Rectangle2D bar, Color color) {
        pale(g, bar, color, 0.55);
    }

    static void service(Graphics2D g, Rectangle2D bar, Color color) {
        g.setColor(color);
        g.fill(new Rectangle2D.Double(bar.getX(), bar.getY(), Math.max(NARROWEST, bar.getWidth()), bar.getHeight()));
    }

    /** A cross where a request ended without an answer; a block where the bar is too thin for one. */
    static void failure(Graphics2D g, double x, double middle, double height) {
        g.setColor(Look.INK);
        if (height < OUTLINED_FROM) {
            g.fill(new Rectangle2D.Double(x, middle - height / 2, 5, height));
            return;
        }
        double half = Math.min(5, height / 2);
        g.setStroke(Look.CROSS);
        g.draw(new Line2D.Double(x - half, middle - half, x + half, middle + half));
        g.draw(new Line2D.Double(x - half, middle + half, x + half, middle - half));
    }

    /** The moment at which this answer was predicted. */
    static void predicted(Graphics2D g, double x, double top, double height) {
        if (height >= OUTLINED_FROM) {
            g.setColor(Look.PAPER);
            g.fill(new Rectangle2D.Double(x - 2.25, top - 2, 4.5, height + 4));
        }
        g.setColor(Look.INK);
        g.fill(new Rectangle2D.Double(x - 0.9, top - 2, 1.8, height + 4));
    }

    private static void pale(Graphics2D g, Rectangle2D bar, Color color, double strength) {
        boolean outlined = bar.getHeight() >= OUTLINED_FROM;
        g.setColor(Look.tint(color, outlined ? strength : Math.max(strength, 0.32)));
        g.fill(bar);
        if (outlined && bar.getWidth() > 1) {
            g.setColor(color);
            g.setStroke(Look.THIN);
            g.draw(new Rectangle2D.Double(bar.getX() + 0.5, bar.getY() + 0.5, bar.getWidth() - 1,
                    bar.getHeight() - 1));
        }
    }
}
