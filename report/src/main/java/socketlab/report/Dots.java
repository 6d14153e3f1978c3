package socketlab.report;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Annotation;

/** One model's requests as dots over time; what failed has a cross or, where a datagram was lost, a ring. */
final class Dots extends Annotation {
    static final int MOST_ERRORS = 100;
    private static final int RIGHT = 14;
    private static final int MANY = 300;
    private final Track track;
    private final Ruler across;
    private final Ruler up;
    private final Scale time;
    private final Scale latency;
    private final List<Bar> shown;

    /** Of at most so many requests, on an axis up to so many milliseconds. */
    Dots(Track track, int most, double lastMs, Spread.Range range) {
        super(false);
        this.track = track;
        time = Scale.fitting(lastMs);
        across = Ruler.ofValues(false, 0, time.ofMs(lastMs));
        latency = range.scale();
        up = range.ruler();
        Bars inTime = track.answered().inOrderOfStart();
        int[] chosen = new Lttb(inTime.stream().mapToDouble(Bar::startUs).toArray(),
                inTime.stream().mapToDouble(bar -> up.at(latency.ofUs(bar.latencyUs()))).toArray()).choose(most);
        shown = IntStream.of(chosen).mapToObj(inTime::get).toList();
    }

    Panel panel(int width, int height) {
        XYChart plot = Ticks.plot(width - Ticks.LEFT - RIGHT, height, across, "began after (" + time.unit() + ")", up,
                "latency (" + latency.unit() + ")");
        plot.addAnnotation(this);
        return new Panel(plot, Ticks.LEFT, RIGHT, Ticks.ABOVE + 8, Ticks.BELOW);
    }

    @Override
    public void paint(Graphics2D g) {
        double radius = shown.size() > MANY ? 1.4 : 2.6;
        g.setColor(Look.of(track.model()));
        for (Bar bar : shown) {
            g.fill(new Ellipse2D.Double(x(bar) - radius, y(bar) - radius, 2 * radius, 2 * radius));
        }
        Bars failed = track.bars().only(bar -> !bar.ok());
        for (int i : Track.sample(failed.size(), MOST_ERRORS)) {
            Bar bar = failed.get(i);
            if (bar.lost()) {
                Brush.lost(g, x(bar), y(bar), Key.SAMPLE_HEIGHT);
            } else {
                Brush.failure(g, x(bar), y(bar), Key.SAMPLE_HEIGHT);
            }
        }
        String name = track.model() + (failed.isEmpty() ? "" : ", " + Words.number(failed.size()) + " failed");
        double width = Lettering.width(name, Look.STRONG);
        new ModelMark(track.model(), false).paint(g, chart.getWidth() - width - 12, -16, 0);
        Lettering.draw(g, name, chart.getWidth() - width, -11, Look.STRONG, Look.INK);
    }

    static List<Key> keys(List<Track> tracks) {
        List<Key> keys = new ArrayList<>();
        if (tracks.stream().anyMatch(track -> track.result().failed() > track.result().lost())) {
            keys.add(new Key("failed", (g, at) -> Brush.failure(g, at.getCenterX(), at.getCenterY(), at.getHeight())));
        }
        if (tracks.stream().anyMatch(track -> track.result().lost() > 0)) {
            keys.add(new Key("lost", (g, at) -> Brush.lost(g, at.getCenterX(), at.getCenterY(), at.getHeight())));
        }
        return keys;
    }

    private double x(Bar bar) {
        return chart.getScreenXFromChart(across.at(time.ofUs(bar.startUs())));
    }

    private double y(Bar bar) {
        return chart.getScreenYFromChart(up.at(latency.ofUs(bar.latencyUs())));
    }
}
