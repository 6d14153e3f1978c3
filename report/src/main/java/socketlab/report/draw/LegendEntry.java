package socketlab.report.draw;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** One entry of a chart's legend: a sample of a mark, and what it means. */
public record LegendEntry(String text, BiConsumer<Graphics2D, Rectangle2D> sample) {
    static final double SAMPLE_WIDTH = 30;
    public static final double SAMPLE_HEIGHT = 12;
    private static final double GAP = 8;
    private static final double BETWEEN = 28;

    /** A sample of a line, see {@link LabTheme#DASHES}; the first has full marks, the others hollow ones. */
    public static LegendEntry line(String text, int dash) {
        return new LegendEntry(text, (g, at) -> {
            g.setColor(LabTheme.SOFT);
            g.setStroke(LabTheme.DASHES.get(dash));
            g.draw(new Line2D.Double(at.getMinX(), at.getCenterY(), at.getMaxX(), at.getCenterY()));
            new ModelMark("single", LabTheme.SOFT, dash > 0).paint(g, at.getCenterX(), at.getCenterY(), 0);
        });
    }

    /** A sample of a mark alone. */
    public static LegendEntry mark(String text, boolean hollow) {
        return new LegendEntry(text, (g, at) -> new ModelMark("single", LabTheme.SOFT, hollow)
                .paint(g, at.getCenterX(), at.getCenterY(), 0));
    }

    /** A sample of a pale dashed line. */
    public static LegendEntry faint(String text) {
        return new LegendEntry(text, (g, at) -> {
            g.setColor(LabTheme.tint(LabTheme.SOFT, LabTheme.FAINTNESS));
            g.setStroke(LabTheme.DASHED);
            g.draw(new Line2D.Double(at.getMinX(), at.getCenterY(), at.getMaxX(), at.getCenterY()));
        });
    }

    /** Samples of the marks of failures and of lost datagrams, as high as they are in the chart. */
    public static List<LegendEntry> failures(boolean failed, boolean lost, double height) {
        List<LegendEntry> entries = new ArrayList<>();
        if (failed) {
            entries.add(new LegendEntry("failed here",
                    (g, at) -> BarStroke.failure(g, at.getCenterX(), at.getCenterY(), height)));
        }
        if (lost) {
            entries.add(new LegendEntry("lost: given up here",
                    (g, at) -> BarStroke.lost(g, at.getCenterX(), at.getCenterY(), height)));
        }
        return entries;
    }

    double width() {
        return SAMPLE_WIDTH + GAP + TextOutline.width(text, LabTheme.SMALL) + BETWEEN;
    }

    void paint(Graphics2D g, double x, double y) {
        sample.accept(g, new Rectangle2D.Double(x, y, SAMPLE_WIDTH, SAMPLE_HEIGHT));
        TextOutline.draw(g, text, x + SAMPLE_WIDTH + GAP, y + SAMPLE_HEIGHT - 1, LabTheme.SMALL, LabTheme.INK);
    }
}
