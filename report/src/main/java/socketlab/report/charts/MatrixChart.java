package socketlab.report.charts;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Annotation;
import socketlab.report.analysis.Failures;
import socketlab.report.analysis.Matrix;
import socketlab.report.draw.AxisLabels;
import socketlab.report.draw.BarStroke;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.ModelMark;
import socketlab.report.draw.Panel;
import socketlab.report.draw.RunChart;
import socketlab.report.draw.TextOutline;
import socketlab.report.prose.LoadSentence;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/** A table of models by metrics; where repeated rounds tell models apart, the best of a column are marked. */
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

    /** The chart of a run with several models; {@code load} is the sentence under the title. */
    public static RunChart of(Run run, String load) {
        Matrix matrix = Matrix.of(run);
        XYChart plot = AxisLabels.blank(LabTheme.WIDTH - 2 * LabTheme.MARGIN - NAMES, HEAD + ROW * matrix.models().size());
        plot.addAnnotation(new MatrixChart(matrix));
        List<String> notes = new ArrayList<>();
        notes.add(matrix.rounds() < 2
                ? "One run each: no value is marked as the best. --repeat 7 measures seven rounds."
                : "A frame and a dot: " + matrix.rounds() + " rounds show no better model in this column (paired t-tests at 99 %,"
                        + " Holm's correction over all pairs and columns). A column in which no two models differ beyond"
                        + " chance has none. A model with a failed request is never best.");
        notes.addAll(Failures.notes(run));
        return RunChart.of("matrix", new Figure(matrix.title(), "Every model by every metric; the bar is the value as a share of"
                + " the largest in its column. " + load, List.of(), List.of(new Panel(plot, NAMES, 0, 0, 0)), notes,
                LoadSentence.machine(run)),
                "read a row for one model, a column for one metric. No column is the whole answer: which"
                        + " one counts depends on the service and its clients.");
    }

    @Override
    public void paint(Graphics2D g) {
        double width = (double) chart.getWidth() / matrix.metrics().size();
        for (int column = 0; column < matrix.metrics().size(); column++) {
            Matrix.Metric metric = matrix.metrics().get(column);
            TextOutline.draw(g, metric.name(), column * width + PAD, 14, LabTheme.SMALL, LabTheme.INK);
            TextOutline.draw(g, metric.lowIsGood() ? "less is better" : "more is better", column * width + PAD, 30,
                    LabTheme.SMALL, LabTheme.SOFT);
            for (int row = 0; row < matrix.models().size(); row++) {
                paintCell(g, matrix.models().get(row), metric,
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
                    model.sound() ? LabTheme.INK : LabTheme.SOFT);
        }
    }

    private void paintCell(Graphics2D g, ModelResult model, Matrix.Metric metric, Rectangle2D cell) {
        double value = metric.value().applyAsDouble(model);
        List<ModelResult> marked = matrix.best(metric);
        boolean best = marked.contains(model);
        if (!Double.isNaN(value)) {
            double share = matrix.largest(metric) > 0 ? value / matrix.largest(metric) : 0;
            BarStroke.service(g, new Rectangle2D.Double(cell.getX() + PAD, cell.getMaxY() - 6,
                    share * (cell.getWidth() - 2 * PAD), 3), LabTheme.tint(LabTheme.of(model.model()), best || marked.isEmpty()
                            ? 1 : 0.6));
        }
        if (best) {
            g.setColor(LabTheme.INK);
            g.setStroke(LabTheme.THIN);
            g.draw(cell);
            new ModelMark("single", LabTheme.INK, false).paint(g, cell.getMaxX() - 12, cell.getCenterY() - 3, 0);
        }
        TextOutline.draw(g, Double.isNaN(value) ? "–" : metric.text().apply(value), cell.getX() + PAD,
                cell.getCenterY() + 2, best ? LabTheme.STRONG : LabTheme.TEXT, model.sound() ? LabTheme.INK : LabTheme.SOFT);
    }
}
