package socketlab.report.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Annotation;
import socketlab.report.draw.AxisLabels;
import socketlab.report.draw.BarStroke;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.Panel;
import socketlab.report.draw.PlotAxis;
import socketlab.report.draw.TextOutline;

/** A bar for each row of a benchmark, its confidence interval across its end; before it, pale, the earlier one. */
final class BenchBars extends Annotation {
    private static final int NAMES = 190;
    private static final int VALUES = 280;
    private static final double BAR = 15;
    private static final double SPACE = 9;
    private static final double WHISKER = 4;
    private static final double ROOM_FOR_DOUBT = 2;   // an interval longer than that runs out of the plot

    private final List<BenchRow> rows;
    private final double row;

    private BenchBars(List<BenchRow> rows) {
        super(false);
        this.rows = rows;
        this.row = SPACE + BAR * (compared() ? 2 : 1);
    }

    static Panel panel(List<BenchRow> rows) {
        BenchBars bars = new BenchBars(rows);
        double most = Math.min(rows.stream().mapToDouble(BenchRow::most).max().orElse(1),
                ROOM_FOR_DOUBT * rows.stream().mapToDouble(BenchRow::mean).max().orElse(1));
        XYChart plot = AxisLabels.rows(LabTheme.WIDTH - 2 * LabTheme.MARGIN - NAMES - VALUES, (int) (rows.size() * bars.row),
                PlotAxis.ofValues(false, 0, most), "time of one operation (" + rows.getFirst().now().shortUnit() + ")");
        plot.addAnnotation(bars);
        return new Panel(plot, NAMES, VALUES, 0, AxisLabels.BELOW);
    }

    private boolean compared() {
        return rows.stream().anyMatch(BenchRow::compared);
    }

    @Override
    public void paint(Graphics2D g) {
        for (int i = 0; i < rows.size(); i++) {
            BenchRow one = rows.get(i);
            Color color = LabTheme.of(one.now().model());
            double top = i * row + SPACE / 2;
            if (one.compared()) {
                bar(g, one.before(), top, color, false);
                top += BAR;
            }
            double end = bar(g, one.now(), top, color, true);
            String text = one.now().text() + (one.compared() ? ", " + one.verdict() : "");
            TextOutline.draw(g, text, end + 8, top + 12, one.differs() ? LabTheme.STRONG.deriveFont(12f) : LabTheme.SMALL,
                    LabTheme.INK);
            TextOutline.draw(g, TextOutline.fitted(one.now().row(), LabTheme.STRONG, NAMES - 8), -NAMES, top + 13,
                    LabTheme.STRONG, LabTheme.INK);
        }
    }

    /** Returns where the bar, or what stands across its end, is over. */
    private double bar(Graphics2D g, BenchScore score, double top, Color color, boolean solid) {
        double zero = chart.getScreenXFromChart(0);
        Rectangle2D bar = new Rectangle2D.Double(zero, top + 1, chart.getScreenXFromChart(score.score()) - zero,
                BAR - 2);
        if (solid) {
            BarStroke.service(g, bar, color);
        } else {
            BarStroke.waiting(g, bar, color);
        }
        if (Double.isNaN(score.error())) {
            return bar.getMaxX();
        }
        double low = chart.getScreenXFromChart(score.least());
        double high = Math.min(chart.getScreenXFromChart(score.most()), chart.getWidth());
        double middle = bar.getCenterY();
        g.setColor(LabTheme.INK);
        g.setStroke(LabTheme.THIN);
        g.draw(new Line2D.Double(low, middle, high, middle));
        g.draw(new Line2D.Double(low, middle - WHISKER, low, middle + WHISKER));
        if (high < chart.getWidth()) {
            g.draw(new Line2D.Double(high, middle - WHISKER, high, middle + WHISKER));
        }
        return high;
    }
}
