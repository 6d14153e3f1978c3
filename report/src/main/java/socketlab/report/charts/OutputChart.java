package socketlab.report.charts;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Annotation;
import socketlab.report.analysis.OutputSpan;
import socketlab.report.draw.AxisLabels;
import socketlab.report.draw.BarStroke;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.LegendEntry;
import socketlab.report.draw.Panel;
import socketlab.report.draw.PlotAxis;
import socketlab.report.draw.TextOutline;
import socketlab.report.text.Formats;
import socketlab.report.text.TimeUnitScale;
import socketlab.results.files.OutputLine;

/** The picture of what a program printed: a row for each who spoke, a bar for what lasted, a mark for what did not. */
public final class OutputChart extends Annotation {
    private static final int NAMES = 116;
    private static final int RIGHT = 60;
    private static final int ROW = 34;
    private static final double BAR = 20;
    private static final double PADDING = 4;
    private static final Color THREAD = LabTheme.of("threaded");

    private final Map<String, List<OutputSpan>> rows;
    private final TimeUnitScale scale;

    private OutputChart(Map<String, List<OutputSpan>> rows, TimeUnitScale scale) {
        super(false);
        this.rows = rows;
        this.scale = scale;
    }

    public static Figure of(String program, List<OutputLine> lines) {
        Map<String, List<OutputSpan>> rows = OutputSpan.byWho(lines);
        TimeUnitScale scale = TimeUnitScale.fitting(lines.getLast().atUs() / 1e3);
        XYChart plot = AxisLabels.rows(LabTheme.WIDTH - 2 * LabTheme.MARGIN - NAMES - RIGHT, rows.size() * ROW,
                PlotAxis.ofValues(false, 0, scale.ofUs(lines.getLast().atUs())), scale.word() + " since the first line");
        plot.addAnnotation(new OutputChart(rows, scale));
        return new Figure(title(program, lines, rows), "A row for each who speaks: what it said, and when it said it.",
                keys(rows), List.of(new Panel(plot, NAMES, RIGHT, 0, AxisLabels.BELOW)), List.of(), "What it printed: "
                        + Formats.count(lines.size(), "line") + ", the last of them \"" + lines.getLast().line() + "\".");
    }

    private static String title(String program, List<OutputLine> lines, Map<String, List<OutputSpan>> rows) {
        List<String> who = rows.keySet().stream().filter(name -> waitedMs(rows.get(name)) > 0).toList();
        String title = program + " takes " + Formats.time(lines.getLast().atUs() / 1e3);
        return who.isEmpty() ? title : "%s; %s %s".formatted(title,
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
        if (all.stream().anyMatch(stretch -> stretch.said().lasts() && !stretch.waiting())) {
            keys.add(new LegendEntry("at work", (g, at) -> BarStroke.service(g, at, THREAD)));
        }
        return keys;
    }

    @Override
    public void paint(Graphics2D g) {
        double middle = ROW / 2.0;
        for (Map.Entry<String, List<OutputSpan>> row : rows.entrySet()) {
            String name = row.getKey().isEmpty() ? "output" : row.getKey();
            TextOutline.draw(g, TextOutline.fitted(name, LabTheme.STRONG, NAMES - 8), -NAMES, middle + 5, LabTheme.STRONG,
                    LabTheme.INK);
            long ended = -1;
            for (OutputSpan stretch : row.getValue()) {
                if (stretch.said().lasts()) {
                    paintBar(g, stretch, middle);
                } else if (stretch.said().atUs() != ended) {   // else the end of its bar says it
                    paintMoment(g, stretch, middle);
                }
                ended = stretch.endUs();
            }
            middle += ROW;
        }
    }

    private void paintBar(Graphics2D g, OutputSpan stretch, double middle) {
        double left = x(stretch.said().atUs());
        Rectangle2D bar = new Rectangle2D.Double(left, middle - BAR / 2, x(stretch.endUs()) - left, BAR);
        if (stretch.waiting()) {
            BarStroke.waiting(g, bar, THREAD);
            return;
        }
        BarStroke.service(g, bar, THREAD);
        if (TextOutline.width(stretch.said().label(), LabTheme.SMALL) + 2 * PADDING <= bar.getWidth()) {
            TextOutline.draw(g, stretch.said().label(), left + PADDING, middle + 4, LabTheme.SMALL, LabTheme.PAPER);
        }
    }

    private void paintMoment(Graphics2D g, OutputSpan stretch, double middle) {
        double left = x(stretch.said().atUs());
        BarStroke.service(g, new Rectangle2D.Double(left - 1.5, middle - BAR / 2, 3, BAR), THREAD);
        TextOutline.draw(g, stretch.said().label(), left + PADDING, middle + 5, LabTheme.TEXT, LabTheme.INK);
    }

    private double x(long us) {
        return chart.getScreenXFromChart(scale.ofUs(us));
    }
}
