package socketlab.report.draw;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.internal.chartpart.IChart;

/**
 * A chart that stands alone: title, load, legend, plots side by side, notes, machine.
 *
 * @param keys the legend; may be empty
 * @param stamp the machine and the day, at the bottom
 */
public record Figure(String title, String subtitle, List<LegendEntry> keys, List<Panel> panels, List<String> notes, String stamp)
        implements IChart {
    private static final double INNER = LabTheme.WIDTH - 2.0 * LabTheme.MARGIN;
    private static final double KEY_ROW = 22;
    private static final double GAP = 10;

    @Override
    public void paint(Graphics2D g, int width, int height) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(LabTheme.PAPER);
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        double y = LabTheme.MARGIN;
        double even = TextOutline.even(title, LabTheme.TITLE, INNER);
        y = TextOutline.paragraph(g, title, LabTheme.MARGIN, y, even, LabTheme.TITLE, LabTheme.INK);
        y = TextOutline.paragraph(g, subtitle, LabTheme.MARGIN, y + 2, INNER, LabTheme.TEXT, LabTheme.SOFT);
        y = keys.isEmpty() ? y + GAP : paintKeys(g, y + GAP) + GAP;
        for (List<Panel> row : rows()) {
            double x = LabTheme.MARGIN;
            for (Panel panel : row) {
                panel.paint(g, x, y);
                x += panel.width();
            }
            y += height(row);
        }
        y += GAP;
        for (String note : notes) {
            y = TextOutline.paragraph(g, note, LabTheme.MARGIN, y, INNER, LabTheme.SMALL, LabTheme.INK);
        }
        TextOutline.paragraph(g, stamp, LabTheme.MARGIN, y + 4, INNER, LabTheme.SMALL, LabTheme.SOFT);
    }

    @Override
    public int getWidth() {
        return LabTheme.WIDTH;
    }

    @Override
    public int getHeight() {
        double text = TextOutline.height(title, LabTheme.TITLE, INNER) + TextOutline.height(subtitle, LabTheme.TEXT, INNER)
                + TextOutline.height(stamp, LabTheme.SMALL, INNER)
                + notes.stream().mapToDouble(note -> TextOutline.height(note, LabTheme.SMALL, INNER)).sum();
        return (int) Math.ceil(2 * LabTheme.MARGIN + text + 6 + 3 * GAP + keyRows() * KEY_ROW + plotHeight());
    }

    @Override
    public String getTitle() {
        return title;
    }

    private int plotHeight() {
        return rows().stream().mapToInt(Figure::height).sum();
    }

    private static int height(List<Panel> row) {
        return row.stream().mapToInt(Panel::height).max().orElse(0);
    }

    /** The panels, as many side by side as fit. */
    private List<List<Panel>> rows() {
        List<List<Panel>> rows = new ArrayList<>();
        double x = INNER;
        for (Panel panel : panels) {
            if (x + panel.width() > INNER) {
                rows.add(new ArrayList<>());
                x = 0;
            }
            rows.getLast().add(panel);
            x += panel.width();
        }
        return rows;
    }

    private double paintKeys(Graphics2D g, double top) {
        double x = LabTheme.MARGIN;
        double y = top;
        for (LegendEntry key : keys) {
            if (x > LabTheme.MARGIN && x + key.width() > LabTheme.MARGIN + INNER) {
                x = LabTheme.MARGIN;
                y += KEY_ROW;
            }
            key.paint(g, x, y);
            x += key.width();
        }
        return y + KEY_ROW;
    }

    private int keyRows() {
        int rows = keys.isEmpty() ? 0 : 1;
        double x = 0;
        for (LegendEntry key : keys) {
            if (x > 0 && x + key.width() > INNER) {
                x = 0;
                rows++;
            }
            x += key.width();
        }
        return rows;
    }
}
