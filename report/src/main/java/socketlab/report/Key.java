package socketlab.report;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.function.BiConsumer;

/** One entry of a picture's key: a sample of a mark, and what it means. */
record Key(String text, BiConsumer<Graphics2D, Rectangle2D> sample) {
    static final double SAMPLE_WIDTH = 30;
    static final double SAMPLE_HEIGHT = 12;
    private static final double GAP = 8;
    private static final double BETWEEN = 28;

    /** A sample of a line, see {@link Look#DASHES}; the first of them carries full marks, the others hollow ones. */
    static Key line(String text, int dash) {
        return new Key(text, (g, at) -> {
            g.setColor(Look.SOFT);
            g.setStroke(Look.DASHES.get(dash));
            g.draw(new Line2D.Double(at.getMinX(), at.getCenterY(), at.getMaxX(), at.getCenterY()));
            new ModelMark("single", Look.SOFT, dash > 0).paint(g, at.getCenterX(), at.getCenterY(), 0);
        });
    }

    /** A sample of a line in the background. */
    static Key faint(String text) {
        return new Key(text, (g, at) -> {
            g.setColor(Look.tint(Look.SOFT, Look.FAINTNESS));
            g.setStroke(Look.DASHED);
            g.draw(new Line2D.Double(at.getMinX(), at.getCenterY(), at.getMaxX(), at.getCenterY()));
        });
    }

    double width() {
        return SAMPLE_WIDTH + GAP + Lettering.width(text, Look.SMALL) + BETWEEN;
    }

    void paint(Graphics2D g, double x, double y) {
        sample.accept(g, new Rectangle2D.Double(x, y, SAMPLE_WIDTH, SAMPLE_HEIGHT));
        Lettering.draw(g, text, x + SAMPLE_WIDTH + GAP, y + SAMPLE_HEIGHT - 1, Look.SMALL, Look.INK);
    }
}
