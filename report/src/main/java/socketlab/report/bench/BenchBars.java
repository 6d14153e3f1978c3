package socketlab.report.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import socketlab.report.charts.RowPlot;
import socketlab.report.draw.BarStroke;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.Panel;
import socketlab.report.draw.PlotAxis;
import socketlab.report.draw.TextOutline;

/** A bar per row of a benchmark with its confidence interval; above it, pale, the bar of the earlier file. */
final class BenchBars {
    private static final double BAR = 15;
    private static final int SPACE = 9;
    private static final double WHISKER = 4;
    private static final double LONGEST_INTERVAL = 2;   // times the longest bar; a longer interval ends at the plot's edge

    private BenchBars() {}

    static Panel panel(List<BenchRow> rows) {
        boolean compared = rows.stream().anyMatch(BenchRow::compared);
        RowPlot.Layout layout = new RowPlot.Layout(190, 280, SPACE + (int) (BAR * (compared ? 2 : 1)));
        double most = Math.min(rows.stream().mapToDouble(BenchRow::most).max().orElse(1),
                LONGEST_INTERVAL * rows.stream().mapToDouble(BenchRow::mean).max().orElse(1));
        PlotAxis axis = PlotAxis.ofValues(false, 0, most);
        return RowPlot.panel(layout, axis, "time of one operation (" + rows.getFirst().now().shortUnit() + ")",
                rows.stream().map(row -> new RowPlot.Row(row.now().row(), List.of(),
                        (g, x, y) -> paint(g, row, x, y, x.applyAsDouble(axis.to())))).toList());
    }

    private static void paint(Graphics2D g, BenchRow row, DoubleUnaryOperator x, double y, double edge) {
        Color color = LabTheme.of(row.now().model());
        double middle = row.compared() ? y + BAR / 2 : y;
        if (row.compared()) {
            bar(g, row.before(), x, y - BAR / 2, edge, color, false);
        }
        double end = bar(g, row.now(), x, middle, edge, color, true);
        TextOutline.draw(g, row.now().text() + (row.compared() ? ", " + row.verdict() : ""), end + 8, middle + 4,
                row.differs() ? LabTheme.SMALL_STRONG : LabTheme.SMALL, LabTheme.INK);
    }

    /** Returns where the bar or its interval ends. */
    private static double bar(Graphics2D g, BenchScore score, DoubleUnaryOperator x, double y, double edge, Color color,
            boolean solid) {
        double zero = x.applyAsDouble(0);
        Rectangle2D bar = new Rectangle2D.Double(zero, y - BAR / 2 + 1, x.applyAsDouble(score.score()) - zero, BAR - 2);
        if (solid) {
            BarStroke.service(g, bar, color);
        } else {
            BarStroke.waiting(g, bar, color);
        }
        if (Double.isNaN(score.error())) {
            return bar.getMaxX();
        }
        double low = x.applyAsDouble(score.least());
        double high = Math.min(x.applyAsDouble(score.most()), edge);
        g.setColor(LabTheme.INK);
        g.setStroke(LabTheme.THIN);
        g.draw(new Line2D.Double(low, y, high, y));
        g.draw(new Line2D.Double(low, y - WHISKER, low, y + WHISKER));
        if (high < edge) {
            g.draw(new Line2D.Double(high, y - WHISKER, high, y + WHISKER));
        }
        return high;
    }
}
