package socketlab.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Annotation;

/** The picture of what a program printed: a row for each who spoke, a bar for what lasted, a mark for what did not. */
final class LinesChart extends Annotation {
    private static final int NAMES = 116;
    private static final int RIGHT = 60;
    private static final int ROW = 34;
    private static final double BAR = 20;
    private static final double PADDING = 4;
    private static final Color THREAD = Look.of("threaded");

    private final Map<String, List<Stretch>> rows;
    private final Scale scale;

    private LinesChart(Map<String, List<Stretch>> rows, Scale scale) {
        super(false);
        this.rows = rows;
        this.scale = scale;
    }

    static Figure of(String program, List<Said> lines) {
        Map<String, List<Stretch>> rows = Stretch.byWho(lines);
        Scale scale = Scale.fitting(lines.getLast().us() / 1e3);
        XYChart plot = Ticks.rows(Look.WIDTH - 2 * Look.MARGIN - NAMES - RIGHT, rows.size() * ROW,
                Ruler.ofValues(false, 0, scale.ofUs(lines.getLast().us())), scale.word() + " since the first line");
        plot.addAnnotation(new LinesChart(rows, scale));
        return new Figure(title(program, lines, rows), "A row for each who speaks: what it said, and when it said it.",
                keys(rows), List.of(new Panel(plot, NAMES, RIGHT, 0, Ticks.BELOW)), List.of(), "What it printed: "
                        + Words.count(lines.size(), "line") + ", the last of them \"" + lines.getLast().line() + "\".");
    }

    private static String title(String program, List<Said> lines, Map<String, List<Stretch>> rows) {
        List<String> who = rows.keySet().stream().filter(name -> waitedMs(rows.get(name)) > 0).toList();
        String title = program + " takes " + Words.time(lines.getLast().us() / 1e3);
        return who.isEmpty() ? title : "%s; %s %s".formatted(title,
                who.size() == 1 ? who.getFirst() + " waits" : "together its threads wait",
                Words.time(rows.values().stream().mapToDouble(LinesChart::waitedMs).sum()));
    }

    private static double waitedMs(List<Stretch> row) {
        return row.stream().filter(Stretch::waiting).mapToDouble(Stretch::lastsMs).sum();
    }

    private static List<Key> keys(Map<String, List<Stretch>> rows) {
        List<Stretch> all = rows.values().stream().flatMap(List::stream).toList();
        List<Key> keys = new ArrayList<>();
        if (all.stream().anyMatch(Stretch::waiting)) {
            keys.add(new Key("waiting", (g, at) -> Brush.waiting(g, at, THREAD)));
        }
        if (all.stream().anyMatch(stretch -> stretch.said().goesOn() && !stretch.waiting())) {
            keys.add(new Key("at work", (g, at) -> Brush.service(g, at, THREAD)));
        }
        return keys;
    }

    @Override
    public void paint(Graphics2D g) {
        double middle = ROW / 2.0;
        for (Map.Entry<String, List<Stretch>> row : rows.entrySet()) {
            String name = row.getKey().isEmpty() ? "output" : row.getKey();
            Lettering.draw(g, Lettering.fitted(name, Look.STRONG, NAMES - 8), -NAMES, middle + 5, Look.STRONG,
                    Look.INK);
            long ended = -1;
            for (Stretch stretch : row.getValue()) {
                if (stretch.said().goesOn()) {
                    paintBar(g, stretch, middle);
                } else if (stretch.said().us() != ended) {   // else the end of its bar says it
                    paintMoment(g, stretch, middle);
                }
                ended = stretch.endUs();
            }
            middle += ROW;
        }
    }

    private void paintBar(Graphics2D g, Stretch stretch, double middle) {
        double left = x(stretch.said().us());
        Rectangle2D bar = new Rectangle2D.Double(left, middle - BAR / 2, x(stretch.endUs()) - left, BAR);
        if (stretch.waiting()) {
            Brush.waiting(g, bar, THREAD);
            return;
        }
        Brush.service(g, bar, THREAD);
        if (Lettering.width(stretch.said().label(), Look.SMALL) + 2 * PADDING <= bar.getWidth()) {
            Lettering.draw(g, stretch.said().label(), left + PADDING, middle + 4, Look.SMALL, Look.PAPER);
        }
    }

    private void paintMoment(Graphics2D g, Stretch stretch, double middle) {
        double left = x(stretch.said().us());
        Brush.service(g, new Rectangle2D.Double(left - 1.5, middle - BAR / 2, 3, BAR), THREAD);
        Lettering.draw(g, stretch.said().label(), left + PADDING, middle + 5, Look.TEXT, Look.INK);
    }

    private double x(long us) {
        return chart.getScreenXFromChart(scale.ofUs(us));
    }
}
