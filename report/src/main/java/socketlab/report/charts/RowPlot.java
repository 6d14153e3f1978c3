package socketlab.report.charts;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Annotation;
import socketlab.report.draw.AxisLabels;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.Panel;
import socketlab.report.draw.PlotAxis;
import socketlab.report.draw.TextOutline;

/** A plot of rows along one axis: a name on the left, a drawing in the middle, text on the right. */
public final class RowPlot extends Annotation {
    private static final double GAP = 10;
    private static final double LINE = 17;

    private final List<Row> rows;
    private final Layout layout;
    private final PlotAxis axis;

    /** Draws one row, with the middle of the row at {@code y}; {@code x} turns a value of the axis into pixels. */
    public interface Painter {
        void paint(Graphics2D g, DoubleUnaryOperator x, double y);
    }

    /**
     * One row.
     *
     * @param texts lines on the right, none to two
     * @param painter null for a heading over the rows that follow
     */
    public record Row(String name, List<String> texts, Painter painter) {}

    /**
     * Sizes in pixels.
     *
     * @param width of the whole plot
     * @param names of the column of names
     * @param values of the column of text on the right
     * @param row height of a row
     */
    public record Layout(int width, int names, int values, int row) {
        /** As wide as a figure. */
        public Layout(int names, int values, int row) {
            this(LabTheme.WIDTH - 2 * LabTheme.MARGIN, names, values, row);
        }
    }

    private RowPlot(List<Row> rows, Layout layout, PlotAxis axis) {
        super(false);
        this.rows = rows;
        this.layout = layout;
        this.axis = axis;
    }

    /** The plot with its axis below. */
    public static Panel panel(Layout layout, PlotAxis axis, String title, List<Row> rows) {
        XYChart plot = AxisLabels.rows(layout.width - layout.names - layout.values, Math.max(1, rows.size()) * layout.row,
                axis, title);
        plot.addAnnotation(new RowPlot(rows, layout, axis));
        return new Panel(plot, layout.names, layout.values, 0, AxisLabels.BELOW);
    }

    @Override
    public void paint(Graphics2D g) {
        // Rows are placed by hand: XChart puts every row of a plot as low as this in the same place.
        for (int i = 0; i < rows.size(); i++) {
            double y = (i + 0.5) * layout.row;
            Row row = rows.get(i);
            if (row.painter == null) {
                paintHeading(g, row.name, y);
                continue;
            }
            row.painter.paint(g, this::x, y);
            TextOutline.draw(g, TextOutline.fitted(row.name, LabTheme.STRONG, layout.names - GAP), -layout.names, y + 5,
                    LabTheme.STRONG, LabTheme.INK);
            double line = y + 4 - (row.texts.size() - 1) * LINE / 2;
            for (String text : row.texts) {
                TextOutline.draw(g, TextOutline.fitted(text, LabTheme.SMALL, layout.values - GAP - 4),
                        chart.getWidth() + GAP, line, LabTheme.SMALL, LabTheme.INK);
                line += LINE;
            }
        }
    }

    private void paintHeading(Graphics2D g, String text, double y) {
        g.setColor(LabTheme.PAPER);   // or the grid lines would cross it
        g.fill(new Rectangle2D.Double(-layout.names, y - LINE / 2, TextOutline.width(text, LabTheme.STRONG) + GAP, LINE + 4));
        TextOutline.draw(g, text, -layout.names, y + 7, LabTheme.STRONG, LabTheme.INK);
    }

    private double x(double value) {
        return chart.getScreenXFromChart(axis.at(value));
    }

    /** A horizontal line of a row. */
    public static void line(Graphics2D g, double from, double to, double y, Color color) {
        g.setColor(color);
        g.setStroke(LabTheme.LINE);
        g.draw(new Line2D.Double(from, y, to, y));
    }

    /** A vertical stroke of a row, so far above and below its middle. */
    public static void tick(Graphics2D g, double x, double y, double half, Color color) {
        g.setColor(color);
        g.setStroke(LabTheme.LINE);
        g.draw(new Line2D.Double(x, y - half, x, y + half));
    }
}
