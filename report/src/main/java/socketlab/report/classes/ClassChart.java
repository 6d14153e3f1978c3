package socketlab.report.classes;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Annotation;
import socketlab.report.analysis.LatencyDistribution;
import socketlab.report.draw.AxisLabels;
import socketlab.report.draw.BarStroke;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.LegendEntry;
import socketlab.report.draw.Panel;
import socketlab.report.draw.PlotAxis;
import socketlab.report.draw.TextOutline;
import socketlab.report.prose.TimelineText;
import socketlab.report.text.Formats;

/** The picture of a class: a dot for each student's run in the row of each model, the middle half of them boxed. */
final class ClassChart extends Annotation {
    private static final int NAMES = 130;
    private static final int VALUES = 260;
    private static final int ROW = 74;
    private static final double BOX = 44;
    private static final double DOT = 3.4;
    private static final int LANES = 7;
    private final List<ClassRow> rows;
    private final LatencyDistribution.Range range;
    private final PlotAxis ruler;

    private ClassChart(List<ClassRow> rows, LatencyDistribution.Range range) {
        super(false);
        this.rows = rows;
        this.range = range;
        ruler = range.ruler();
    }

    static Figure of(List<Submission> students, List<ClassRow> rows) {
        double[] all = rows.stream().flatMap(row -> row.marks().stream()).mapToDouble(ClassRow.Mark::ms)
                .filter(Double::isFinite).sorted().toArray();
        LatencyDistribution.Range range = all.length == 0 ? new LatencyDistribution.Range(0, 1) : new LatencyDistribution.Range(all[0], all[all.length - 1]);
        String what = ClassRow.byMax(students) ? "the longest wait" : "median latency";
        XYChart plot = AxisLabels.rows(LabTheme.WIDTH - 2 * LabTheme.MARGIN - NAMES - VALUES, rows.size() * ROW, range.ruler(),
                what + " in a run (" + range.scale().unit() + ")");
        plot.addAnnotation(new ClassChart(rows, range));
        Set<String> machines = new TreeSet<>(students.stream()
                .map(student -> student.run().environment().hardware().cpu()).toList());
        return new Figure(title(students, rows), "One dot per run: " + what + ". "
                + TimelineText.load(students.getFirst().run()), keys(), List.of(new Panel(plot, NAMES, VALUES, 0,
                        AxisLabels.BELOW)), List.of("An outlier lies more than " + ClassRow.FENCE + " times the width of the"
                        + " box beyond it, and more than 2 % of the median. Crosses and hollow dots are in no box."),
                "Measured on " + Formats.count(machines.size(), "kind") + " of processor: "
                        + Formats.some(List.copyOf(machines), "%s, listed on the page"));
    }

    static String title(List<Submission> students, List<ClassRow> rows) {
        List<ClassRow> known = rows.stream().filter(ClassRow::known).toList();
        long outliers = rows.stream().flatMap(row -> row.of(ClassRow.Kind.OUTLIER).stream())
                .map(ClassRow.Mark::student).distinct().count();
        String middle = known.stream().map(row -> Formats.time(row.ms(50)) + " in " + row.model()).limit(4)
                .reduce((a, b) -> a + ", " + b).orElse("nothing that counts");
        return "In the middle of " + Formats.count(students.size(), "run") + ": " + middle
                + (known.size() > 4 ? " and so on" : "")
                + (outliers == 0 ? "; no outlier" : "; " + Formats.count(outliers, "outlier"));
    }

    private static List<LegendEntry> keys() {
        return List.of(new LegendEntry("a student's run", (g, at) -> dot(g, at.getCenterX(), at.getCenterY(), false)),
                new LegendEntry("an outlier", (g, at) -> {
                    dot(g, at.getCenterX(), at.getCenterY(), false);
                    ring(g, at.getCenterX(), at.getCenterY());
                }),
                new LegendEntry("too noisy to count", (g, at) -> dot(g, at.getCenterX(), at.getCenterY(), true)),
                new LegendEntry("requests failed",
                        (g, at) -> BarStroke.failure(g, at.getCenterX(), at.getCenterY(), at.getHeight())));
    }

    @Override
    public void paint(Graphics2D g) {
        for (int i = 0; i < rows.size(); i++) {
            ClassRow row = rows.get(i);
            double middle = (i + 0.5) * ROW;
            if (row.known()) {
                paintBox(g, row, middle);
            }
            for (int k = 0; k < row.marks().size(); k++) {
                paintMark(g, row, row.marks().get(k), middle + (k % LANES - LANES / 2) * BOX / LANES);
            }
            TextOutline.draw(g, TextOutline.fitted(row.model(), LabTheme.STRONG, NAMES - 8), -NAMES, middle + 5, LabTheme.STRONG,
                    LabTheme.INK);
            paintText(g, row, middle);
        }
    }

    private void paintBox(Graphics2D g, ClassRow row, double middle) {
        double left = x(row.ms(25));
        g.setColor(LabTheme.tint(LabTheme.of(row.model()), 0.25));
        g.fill(new Rectangle2D.Double(left - 1, middle - BOX / 2, Math.max(2, x(row.ms(75)) - left + 2), BOX));
        g.setColor(LabTheme.INK);
        g.setStroke(LabTheme.LINE);
        g.draw(new Line2D.Double(x(row.ms(50)), middle - BOX / 2 - 4, x(row.ms(50)), middle + BOX / 2 + 4));
    }

    private void paintMark(Graphics2D g, ClassRow row, ClassRow.Mark mark, double y) {
        if (Double.isNaN(mark.ms())) {
            return;
        }
        g.setColor(LabTheme.of(row.model()));
        switch (mark.kind()) {
            case FAILED -> BarStroke.failure(g, x(mark.ms()), y, LegendEntry.SAMPLE_HEIGHT);
            case NOISY -> dot(g, x(mark.ms()), y, true);
            case COUNTED -> dot(g, x(mark.ms()), y, false);
            case OUTLIER -> {
                dot(g, x(mark.ms()), y, false);
                ring(g, x(mark.ms()), y);
            }
        }
    }

    private void paintText(Graphics2D g, ClassRow row, double middle) {
        List<String> out = row.of(ClassRow.Kind.OUTLIER).stream().map(ClassRow.Mark::student).toList();
        String text = row.known() ? Formats.count(row.countedUs().length, "run") + ", median " + Formats.time(row.ms(50))
                + ", box " + Formats.percent(100 * (row.ms(75) - row.ms(25)) / Math.max(0.001, row.ms(50))) + " wide"
                : "no run that counts";
        TextOutline.draw(g, text, chart.getWidth() + 10.0, middle - 3, LabTheme.SMALL, LabTheme.INK);
        TextOutline.draw(g, TextOutline.fitted(out.isEmpty() ? "" : "out: " + Formats.some(out, "%s students"), LabTheme.SMALL,
                VALUES - 14), chart.getWidth() + 10.0, middle + 14, LabTheme.SMALL, LabTheme.INK);
    }

    private static void dot(Graphics2D g, double x, double y, boolean hollow) {
        Ellipse2D dot = new Ellipse2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT);
        g.setStroke(LabTheme.THIN);
        if (hollow) {
            g.draw(dot);
        } else {
            g.fill(dot);
        }
    }

    private static void ring(Graphics2D g, double x, double y) {
        g.setColor(LabTheme.INK);
        g.setStroke(LabTheme.THIN);
        g.draw(new Ellipse2D.Double(x - 2.2 * DOT, y - 2.2 * DOT, 4.4 * DOT, 4.4 * DOT));
    }

    private double x(double ms) {
        return chart.getScreenXFromChart(ruler.at(range.scale().ofMs(ms)));
    }
}
