package socketlab.report.charts;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import socketlab.report.analysis.OutputSpan;
import socketlab.report.draw.BarStroke;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.LegendEntry;
import socketlab.report.draw.PlotAxis;
import socketlab.report.draw.RunChart;
import socketlab.report.draw.TextOutline;
import socketlab.report.text.Formats;
import socketlab.report.text.TimeUnitScale;
import socketlab.results.files.OutputLine;

/** What a program printed, over time: a row for each name, a bar for a line that lasts, a mark for one that does not. */
public final class OutputChart {
    private static final RowPlot.Layout LAYOUT = new RowPlot.Layout(116, 60, 34);
    private static final double BAR = 20;
    private static final double PADDING = 4;
    private static final Color THREAD = LabTheme.of("threaded");

    private OutputChart() {}

    /**
     * The chart of a program's output.
     *
     * @param lines at least one, in the order in which they came
     */
    public static RunChart of(String program, List<OutputLine> lines) {
        Map<String, List<OutputSpan>> rows = OutputSpan.byWho(lines);
        TimeUnitScale scale = TimeUnitScale.fitting(lines.getLast().atUs() / 1e3);
        List<RowPlot.Row> plotted = rows.entrySet().stream().map(row -> new RowPlot.Row(
                row.getKey().isEmpty() ? "output" : row.getKey(), List.of(),
                (g, x, y) -> paint(g, row.getValue(), us -> x.applyAsDouble(scale.ofUs(us)), y))).toList();
        return new RunChart("lines", new Figure(title(program, lines, rows), "A row for each name: what it printed, and when.",
                keys(rows), List.of(RowPlot.panel(LAYOUT,
                        PlotAxis.ofValues(false, 0, scale.ofUs(lines.getLast().atUs())), scale.word() + " since the first line",
                        plotted)), List.of(), "It printed " + Formats.count(lines.size(), "line") + ", the last one \""
                                + lines.getLast().line() + "\"."), "");
    }

    private static String title(String program, List<OutputLine> lines, Map<String, List<OutputSpan>> rows) {
        List<String> who = rows.keySet().stream().filter(name -> waitedMs(rows.get(name)) > 0).toList();
        String title = program + " takes " + Formats.time(lines.getLast().atUs() / 1e3);
        return who.isEmpty() ? title : Formats.format("%s; %s %s", title,
                who.size() == 1 ? who.getFirst() + " waits" : "together its threads wait",
                Formats.time(rows.values().stream().mapToDouble(OutputChart::waitedMs).sum()));
    }

    private static double waitedMs(List<OutputSpan> row) {
        return row.stream().filter(OutputSpan::waiting).mapToDouble(OutputSpan::lastsMs).sum();
    }

    private static List<LegendEntry> keys(Map<String, List<OutputSpan>> rows) {
        List<OutputSpan> all = rows.values().stream().flatMap(List::stream).toList();
        List<LegendEntry> keys = new ArrayList<>();
        if (all.stream().anyMatch(OutputSpan::waiting)) {
            keys.add(new LegendEntry("waiting", (g, at) -> BarStroke.waiting(g, at, THREAD)));
        }
        if (all.stream().anyMatch(span -> span.line().lasts() && !span.waiting())) {
            keys.add(new LegendEntry("working", (g, at) -> BarStroke.service(g, at, THREAD)));
        }
        return keys;
    }

    private static void paint(Graphics2D g, List<OutputSpan> row, LongToDoubleFunction x, double y) {
        long ended = -1;
        for (OutputSpan span : row) {
            if (span.line().lasts()) {
                paintBar(g, span, x, y);
            } else if (span.line().atUs() != ended) {   // else the end of the bar before it shows it
                double left = x.applyAsDouble(span.line().atUs());
                BarStroke.service(g, new Rectangle2D.Double(left - 1.5, y - BAR / 2, 3, BAR), THREAD);
                TextOutline.draw(g, span.line().label(), left + PADDING, y + 5, LabTheme.TEXT, LabTheme.INK);
            }
            ended = span.endUs();
        }
    }

    private static void paintBar(Graphics2D g, OutputSpan span, LongToDoubleFunction x, double y) {
        double left = x.applyAsDouble(span.line().atUs());
        Rectangle2D bar = new Rectangle2D.Double(left, y - BAR / 2, x.applyAsDouble(span.endUs()) - left, BAR);
        if (span.waiting()) {
            BarStroke.waiting(g, bar, THREAD);
            return;
        }
        BarStroke.service(g, bar, THREAD);
        if (TextOutline.width(span.line().label(), LabTheme.SMALL) + 2 * PADDING <= bar.getWidth()) {
            TextOutline.draw(g, span.line().label(), left + PADDING, y + 4, LabTheme.SMALL, LabTheme.PAPER);
        }
    }
}
