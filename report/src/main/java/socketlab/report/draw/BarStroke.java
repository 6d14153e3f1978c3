package socketlab.report.draw;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** The bars and marks of a timeline: waiting is pale with an outline, service solid, so that print without colour works. */
public final class BarStroke {
    private static final double OUTLINED_FROM = 5;
    private static final double NARROWEST = 1.2;
    private static final double HATCH = 7;

    private BarStroke() {}

    /** Waiting: pale, with an outline where the bar is high enough. */
    public static void waiting(Graphics2D g, Rectangle2D bar, Color color) {
        pale(g, bar, color, 0.2);
    }

    /** Waiting and service together, where no server recorded them. */
    public static void undivided(Graphics2D g, Rectangle2D bar, Color color) {
        pale(g, new Rectangle2D.Double(bar.getX(), bar.getY(), Math.max(NARROWEST, bar.getWidth()), bar.getHeight()),
                color, 0.55);
    }

    /** Service: solid, and never too narrow to be seen. */
    public static void service(Graphics2D g, Rectangle2D bar, Color color) {
        g.setColor(color);
        g.fill(new Rectangle2D.Double(bar.getX(), bar.getY(), Math.max(NARROWEST, bar.getWidth()), bar.getHeight()));
    }

    /** A client that is connected and silent: hatched, with an outline. */
    public static void silent(Graphics2D g, Rectangle2D bar, Color color) {
        g.setColor(color);
        g.setStroke(LabTheme.THIN);
        for (double x = bar.getX() - bar.getHeight(); x < bar.getMaxX(); x += HATCH) {
            double from = Math.max(x, bar.getX());
            double to = Math.min(x + bar.getHeight(), bar.getMaxX());
            g.draw(new Line2D.Double(from, bar.getMaxY() - (from - x), to, bar.getMaxY() - (to - x)));
        }
        g.draw(new Rectangle2D.Double(bar.getX() + 0.5, bar.getY() + 0.5, Math.max(0, bar.getWidth() - 1),
                Math.max(0, bar.getHeight() - 1)));
    }

    /** A cross where a request failed; a block where the bar is too thin for one. */
    public static void failure(Graphics2D g, double x, double middle, double height) {
        g.setColor(LabTheme.INK);
        if (height < OUTLINED_FROM) {
            g.fill(new Rectangle2D.Double(x, middle - height / 2, 5, height));
            return;
        }
        double half = Math.min(5, height / 2);
        g.setStroke(LabTheme.CROSS);
        g.draw(new Line2D.Double(x - half, middle - half, x + half, middle + half));
        g.draw(new Line2D.Double(x - half, middle + half, x + half, middle - half));
    }

    /** A ring where a client gave up on a lost datagram; two strokes where the bar is too thin for one. */
    public static void lost(Graphics2D g, double x, double middle, double height) {
        g.setColor(LabTheme.INK);
        if (height < OUTLINED_FROM) {
            g.fill(new Rectangle2D.Double(x, middle - height / 2, 2, height));
            g.fill(new Rectangle2D.Double(x + 5, middle - height / 2, 2, height));
            return;
        }
        double radius = Math.min(5, height / 2);
        Ellipse2D ring = new Ellipse2D.Double(x - radius, middle - radius, 2 * radius, 2 * radius);
        g.setColor(LabTheme.PAPER);
        g.fill(ring);
        g.setColor(LabTheme.INK);
        g.setStroke(LabTheme.LINE);
        g.draw(ring);
    }

    /** The predicted time of an answer. */
    public static void predicted(Graphics2D g, double x, double top, double height) {
        // Less where the next bar is near: touching marks would look like one long line.
        double over = height >= OUTLINED_FROM ? Math.min(2, height / 9) : 2;
        if (height >= OUTLINED_FROM) {
            g.setColor(LabTheme.PAPER);
            g.fill(new Rectangle2D.Double(x - 2.25, top - over, 4.5, height + 2 * over));
        }
        g.setColor(LabTheme.INK);
        g.fill(new Rectangle2D.Double(x - 0.9, top - over, 1.8, height + 2 * over));
    }

    private static void pale(Graphics2D g, Rectangle2D bar, Color color, double strength) {
        boolean outlined = bar.getHeight() >= OUTLINED_FROM;
        g.setColor(LabTheme.tint(color, outlined ? strength : Math.max(strength, 0.32)));
        g.fill(bar);
        if (outlined && bar.getWidth() > 1) {
            g.setColor(color);
            g.setStroke(LabTheme.THIN);
            g.draw(new Rectangle2D.Double(bar.getX() + 0.5, bar.getY() + 0.5, bar.getWidth() - 1,
                    bar.getHeight() - 1));
        }
    }
}
