package socketlab.report.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import socketlab.report.charts.RowPlot;
import socketlab.report.draw.BarStroke;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.PlotAxis;
import socketlab.report.draw.RunChart;
import socketlab.report.text.Formats;

/** The chart of a group: how each program's cost compares with that of the one beside it, with its interval. */
final class ReferenceChart {
    private static final int BAR = 16;
    private static final double WHISKER = 4;
    private static final double LEAST = 1.2;    // the line at 1.00 is not the edge
    private static final double MOST = 3;       // a longer bar or interval ends at the edge
    private static final String READING = "A bar is the cost of the program beside it through its own cost: the median of the"
            + " rounds, in each of which all programs were measured, in shuffled order. The line across its end is the 99 % interval"
            + " (Student's t on the logarithms). Above 1.00 (the dashed line) a program is better than the one beside it; where the"
            + " interval holds 1.00, no difference was found.";

    private ReferenceChart() {}

    static RunChart of(ReferenceGroup group, String machine) {
        PlotAxis axis = PlotAxis.ofValues(false, 0, longest(group));
        List<RowPlot.Row> rows = group.rows().stream().map(row -> row(group, row, axis)).toList();
        List<String> notes = new ArrayList<>(List.of(READING));
        if (group.disturbed() > 0) {
            notes.add(Formats.capital(Formats.count(group.disturbed(), "round"))
                    + " disturbed: something else used the machine.");
        }
        group.leftOut().forEach(why -> notes.add("Left out: " + why));
        return new RunChart("reference-" + group.name().replaceAll("[^\\w.-]", "_"), new Figure(Formats.capital(group.title()),
                group.name(),
                List.of(), List.of(RowPlot.panel(new RowPlot.Layout(170, 330, 2 * BAR + 8), axis,
                        "times as good as the program beside it",
                        rows)), notes, machine), "");
    }

    private static double longest(ReferenceGroup group) {
        double longest = group.rows().stream().map(row -> ratio(group, row)).flatMap(Optional::stream)
                .mapToDouble(ReferenceRatio::high).max().orElse(LEAST);
        return Math.clamp(longest, LEAST, MOST);
    }

    private static Optional<ReferenceRatio> ratio(ReferenceGroup group, ReferenceRow row) {
        return group.beside(row).flatMap(beside -> ReferenceGroup.costRatio(row, beside));
    }

    private static RowPlot.Row row(ReferenceGroup group, ReferenceRow row, PlotAxis axis) {
        Optional<ReferenceRatio> ratio = ratio(group, row);
        return new RowPlot.Row(row.name(), List.of(ratio.map(one -> one.text() + " of " + row.beside()).orElse(""), cost(group,
                row)),
                (g, x, y) -> paint(g, LabTheme.of(row.name()), ratio, x, y, axis.to()));
    }

    /** {@code 5.60 µs CPU a request, 178,000 per second}. */
    private static String cost(ReferenceGroup group, ReferenceRow row) {
        String cost = row.costText() + " " + group.unit();
        return row.perSecond().isEmpty() ? cost : cost + Formats.format(", %,.0f per second", row.medianPerSecond());
    }

    private static void paint(Graphics2D g, Color color, Optional<ReferenceRatio> ratio, DoubleUnaryOperator x, double y,
            double edge) {
        double zero = x.applyAsDouble(0);
        ratio.ifPresent(one -> {
            double end = x.applyAsDouble(Math.min(one.median(), edge));
            BarStroke.service(g, new Rectangle2D.Double(zero, y - BAR / 2.0, end - zero, BAR), color);
            double low = x.applyAsDouble(Math.min(one.low(), edge));
            double high = x.applyAsDouble(Math.min(one.high(), edge));
            g.setColor(LabTheme.INK);
            g.setStroke(LabTheme.THIN);
            g.draw(new Line2D.Double(low, y, high, y));
            g.draw(new Line2D.Double(low, y - WHISKER, low, y + WHISKER));
            if (one.high() < edge) {
                g.draw(new Line2D.Double(high, y - WHISKER, high, y + WHISKER));
            }
        });
        g.setColor(LabTheme.SOFT);
        g.setStroke(LabTheme.DASHED);
        g.draw(new Line2D.Double(x.applyAsDouble(1), y - BAR, x.applyAsDouble(1), y + BAR));
    }
}
