package socketlab.report.classes;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import socketlab.report.charts.LatencyAxis;
import socketlab.report.charts.RowPlot;
import socketlab.report.draw.BarStroke;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.LegendEntry;
import socketlab.report.draw.RunChart;
import socketlab.report.kind.RunKind;
import socketlab.report.text.Formats;

/** A class: a row per model, a dot for each student's run, the middle half boxed. */
final class ClassChart {
    private static final RowPlot.Layout LAYOUT = new RowPlot.Layout(130, 260, 74);
    private static final double BOX = 44;
    private static final double DOT = 3.4;
    private static final int LANES = 7;
    private static final int NAMED = 4;

    private ClassChart() {}

    static RunChart of(List<Submission> students, List<ClassRow> rows) {
        double[] all = rows.stream().flatMap(row -> row.marks().stream()).mapToDouble(ClassRow.Mark::ms)
                .filter(Double::isFinite).sorted().toArray();
        LatencyAxis axis = all.length == 0 ? LatencyAxis.of(0, 1) : LatencyAxis.of(all[0], all[all.length - 1]);
        String what = ClassRow.byMax(students) ? "maximum latency" : "median latency";
        Set<String> machines = new TreeSet<>(students.stream()
                .map(student -> student.run().environment().hardware().cpu()).toList());
        return RunChart.of("class", new Figure(title(students, rows), "One dot per run: its " + what + ". "
                + RunKind.of(students.getFirst().run()).loadSentence(), keys(), List.of(RowPlot.panel(LAYOUT, axis.axis(),
                        what + " of a run (" + axis.scale().unit() + ")", rows.stream().map(row -> row(row, axis)).toList())),
                List.of("An outlier is more than " + ClassRow.FENCE + " times the width of the box away from it, and more than"
                        + " 2 % of the median from the median. Crosses and hollow dots are in no box."),
                "Measured on " + Formats.count(machines.size(), "kind") + " of processor: "
                        + Formats.some(List.copyOf(machines), "%s, listed on the page")),
                "each dot is one student's run. Dots close together mean that the model decides, dots far apart that the"
                        + " machine does. The box holds the middle half, the stroke is the median of the class; a ring marks an"
                        + " outlier, a cross a run with failed requests, a hollow dot a run on a machine that was too noisy.");
    }

    static String title(List<Submission> students, List<ClassRow> rows) {
        List<String> medians = rows.stream().filter(ClassRow::known).map(row -> Formats.time(row.ms(50)) + " in " + row.model()
                + " (n = " + row.countedUs().length + ")").toList();
        List<String> apart = Stream.of(leftOut(rows, ClassRow.Kind.NOISY, "was too noisy", "were too noisy"),
                leftOut(rows, ClassRow.Kind.FAILED, "failed requests", "failed requests")).flatMap(Optional::stream).toList();
        long outliers = students(rows, ClassRow.Kind.OUTLIER);
        return "Median of " + Formats.count(students.size(), "run") + ": "
                + (medians.isEmpty() ? "none, no run counts" : String.join(", ", medians.stream().limit(NAMED).toList()))
                + (medians.size() > NAMED ? " and so on" : "") + apart.stream().map(text -> "; " + text)
                        .collect(Collectors.joining())
                + (outliers == 0 ? "; no outlier" : "; " + Formats.count(outliers, "outlier"));
    }

    /** Runs that are in no median are not left out silently. */
    private static Optional<String> leftOut(List<ClassRow> rows, ClassRow.Kind kind, String one, String many) {
        long runs = students(rows, kind);
        return runs == 0 ? Optional.empty() : Optional.of(Formats.count(runs, "run") + " " + (runs == 1 ? one : many));
    }

    private static long students(List<ClassRow> rows, ClassRow.Kind kind) {
        return rows.stream().flatMap(row -> row.of(kind).stream()).map(ClassRow.Mark::student).distinct().count();
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

    private static RowPlot.Row row(ClassRow row, LatencyAxis axis) {
        return new RowPlot.Row(row.model(), texts(row),
                (g, x, y) -> paint(g, row, ms -> x.applyAsDouble(axis.scale().ofMs(ms)), y));
    }

    private static List<String> texts(ClassRow row) {
        List<String> outliers = row.of(ClassRow.Kind.OUTLIER).stream().map(ClassRow.Mark::student).toList();
        String text = row.known() ? Formats.number(row.countedUs().length) + " of " + Formats.count(row.marks().size(), "run")
                + ", median " + Formats.time(row.ms(50))
                + ", box " + Formats.percent(100 * (row.ms(75) - row.ms(25)) / Math.max(0.001, row.ms(50))) + " wide"
                : "no run counts";
        return outliers.isEmpty() ? List.of(text) : List.of(text, "outlier: " + Formats.some(outliers, "%s students"));
    }

    private static void paint(Graphics2D g, ClassRow row, DoubleUnaryOperator x, double y) {
        if (row.known()) {
            double left = x.applyAsDouble(row.ms(25));
            g.setColor(LabTheme.tint(LabTheme.of(row.model()), 0.25));
            g.fill(new Rectangle2D.Double(left - 1, y - BOX / 2, Math.max(2, x.applyAsDouble(row.ms(75)) - left + 2), BOX));
            RowPlot.tick(g, x.applyAsDouble(row.ms(50)), y, BOX / 2 + 4, LabTheme.INK);
        }
        for (int k = 0; k < row.marks().size(); k++) {
            ClassRow.Mark mark = row.marks().get(k);
            if (!Double.isNaN(mark.ms())) {
                g.setColor(LabTheme.of(row.model()));
                paint(g, mark.kind(), x.applyAsDouble(mark.ms()), y + (k % LANES - LANES / 2) * BOX / LANES);
            }
        }
    }

    private static void paint(Graphics2D g, ClassRow.Kind kind, double x, double y) {
        switch (kind) {
            case FAILED -> BarStroke.failure(g, x, y, LegendEntry.SAMPLE_HEIGHT);
            case NOISY -> dot(g, x, y, true);
            case COUNTED -> dot(g, x, y, false);
            case OUTLIER -> {
                dot(g, x, y, false);
                ring(g, x, y);
            }
        }
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
}
