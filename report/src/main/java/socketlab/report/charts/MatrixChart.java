package socketlab.report.charts;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Annotation;
import socketlab.report.analysis.Matrix;
import socketlab.report.draw.AxisLabels;
import socketlab.report.draw.BarStroke;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.ModelMark;
import socketlab.report.draw.Panel;
import socketlab.report.draw.TextOutline;
import socketlab.report.prose.IdleText;
import socketlab.report.prose.TimelineText;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/** The picture of who is best at what: a row for each model, a column for each yardstick, the best of each marked. */
public final class MatrixChart extends Annotation {
    private static final int NAMES = 150;
    private static final int ROW = 34;
    private static final int HEAD = 44;
    private static final double PAD = 10;
    private final Matrix matrix;

    private MatrixChart(Matrix matrix) {
        super(false);
        this.matrix = matrix;
    }

    public static Figure of(Run run) {
        Matrix matrix = Matrix.of(run);
        XYChart plot = AxisLabels.blank(LabTheme.WIDTH - 2 * LabTheme.MARGIN - NAMES, HEAD + ROW * matrix.models().size());
        plot.addAnnotation(new MatrixChart(matrix));
        List<String> notes = new ArrayList<>();
        notes.add("Best, or within 10 % of the best: framed, with a dot. A yardstick by which all are alike has none."
                + " A model that failed a request is never best, whatever its numbers.");
        notes.addAll(IdleText.failures(run));
        return new Figure(matrix.title(), "Every model by every yardstick; the bar is the value, as a share of the"
                + " largest in its column. " + TimelineText.load(run), List.of(),
                List.of(new Panel(plot, NAMES, 0, 0, 0)), notes, TimelineText.stamp(run));
    }

    @Override
    public void paint(Graphics2D g) {
        double width = (double) chart.getWidth() / matrix.yardsticks().size();
        for (int column = 0; column < matrix.yardsticks().size(); column++) {
            Matrix.Yardstick yardstick = matrix.yardsticks().get(column);
            TextOutline.draw(g, yardstick.name(), column * width + PAD, 14, LabTheme.SMALL, LabTheme.INK);
            TextOutline.draw(g, yardstick.lowIsGood() ? "less is better" : "more is better", column * width + PAD, 30,
                    LabTheme.SMALL, LabTheme.SOFT);
            for (int row = 0; row < matrix.models().size(); row++) {
                paintCell(g, matrix.models().get(row), yardstick,
                        new Rectangle2D.Double(column * width, HEAD + row * ROW, width - 6, ROW - 4));
            }
        }
        for (int row = 0; row < matrix.models().size(); row++) {
            ModelResult model = matrix.models().get(row);
            double y = HEAD + row * ROW + ROW / 2.0 + 3;
            g.setColor(LabTheme.FAINT);
            g.setStroke(LabTheme.THIN);
            g.draw(new Line2D.Double(-NAMES, HEAD + row * ROW - 2, chart.getWidth(), HEAD + row * ROW - 2));
            TextOutline.draw(g, TextOutline.fitted(model.model(), LabTheme.STRONG, NAMES - 20), -NAMES, y, LabTheme.STRONG,
                    Matrix.sound(model) ? LabTheme.INK : LabTheme.SOFT);
        }
    }

    private void paintCell(Graphics2D g, ModelResult model, Matrix.Yardstick yardstick, Rectangle2D cell) {
        double value = yardstick.value().applyAsDouble(model);
        boolean best = matrix.best(yardstick).contains(model);
        if (!Double.isNaN(value)) {
            double share = matrix.largest(yardstick) > 0 ? value / matrix.largest(yardstick) : 0;
            BarStroke.service(g, new Rectangle2D.Double(cell.getX() + PAD, cell.getMaxY() - 6,
                    share * (cell.getWidth() - 2 * PAD), 3), LabTheme.tint(LabTheme.of(model.model()), best ? 1 : 0.6));
        }
        if (best) {
            g.setColor(LabTheme.INK);
            g.setStroke(LabTheme.THIN);
            g.draw(cell);
            new ModelMark("single", LabTheme.INK, false).paint(g, cell.getMaxX() - 12, cell.getCenterY() - 3, 0);
        }
        TextOutline.draw(g, Double.isNaN(value) ? "–" : yardstick.text().of(value), cell.getX() + PAD,
                cell.getCenterY() + 2, best ? LabTheme.STRONG : LabTheme.TEXT, Matrix.sound(model) ? LabTheme.INK : LabTheme.SOFT);
    }
}
