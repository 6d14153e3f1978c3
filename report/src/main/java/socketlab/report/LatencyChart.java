package socketlab.report;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;

/** The second picture of a run: what the k-th answered request had waited, measured against predicted. */
final class LatencyChart {
    private static final int HEIGHT = 480;
    private static final int LABELS = 190;
    private static final int FEW = 40;
    private static final double DODGE = 0.06;

    private LatencyChart() {}

    static Figure of(Run run, List<Track> tracks) {
        List<Track> shown = tracks.stream().filter(track -> !track.answered().isEmpty()).toList();
        int longest = shown.stream().mapToInt(track -> track.answered().size()).max().orElse(1);
        double highest = shown.stream().mapToDouble(LatencyChart::highestMs).max().orElse(1);
        Scale scale = Scale.of(highest);
        XYChart plot = Look.plot(Look.WIDTH - 2 * Look.MARGIN - LABELS, HEIGHT, "request, in order of answer",
                "latency (" + scale.unit() + ")");
        plot.getStyler().setXAxisMin(longest <= FEW ? 0.5 : 1).setXAxisMax(longest <= FEW ? longest + 0.5 : longest)
                .setYAxisMin(0.0).setYAxisMax(scale.ofMs(highest) * 1.06);
        plot.setCustomXAxisTickLabelsFormatter(x -> x == Math.rint(x) ? Words.number(Math.round(x)) : "");
        Look.axes(plot, 1, longest, scale.ofMs(highest));
        int most = Look.MOST_POINTS / Math.max(1, shown.size());
        for (int i = 0; i < shown.size(); i++) {
            new Curve(plot, shown.get(i), scale, most, longest <= FEW ? DODGE * (i - (shown.size() - 1) / 2.0) : 0)
                    .add(FEW);
        }
        plot.addAnnotation(new EndLabels(shown, scale));
        return new Figure(Headline.of(run), "Latency of each answered request. " + TimelineText.load(run),
                keys(shown), plot, 0, notes(run, tracks, shown, most), TimelineText.stamp(run));
    }

    private static double highestMs(Track track) {
        double measured = track.answered().stream().mapToLong(Bar::latencyUs).max().orElse(0) / 1000.0;
        return Math.max(Math.max(measured, 0.001), track.prediction().map(Prediction::maxMs).orElse(0.0));
    }

    private static List<String> notes(Run run, List<Track> all, List<Track> shown, int most) {
        List<String> notes = new ArrayList<>();
        if (shown.size() > 1) {
            notes.add("Curves that coincide hide one another; the labels on the right name every one.");
        }
        if (shown.stream().anyMatch(track -> track.answered().size() > most)) {
            notes.add("Too many to draw: " + Words.number(most) + " evenly chosen requests of each model are shown.");
        }
        notes.addAll(TimelineText.failures(all).stream().map(text -> text + " They are in no curve.").toList());
        if (shown.isEmpty()) {
            notes.add("Nobody was answered, so there is no latency to draw.");
        }
        if (shown.stream().allMatch(track -> track.prediction().isEmpty())) {
            Prediction.because(run.load()).ifPresent(why -> notes.add("No prediction is drawn: " + why + "."));
        }
        return notes;
    }

    private static List<Key> keys(List<Track> shown) {
        List<Key> keys = new ArrayList<>();
        keys.add(new Key("measured", (g, at) -> sample(g, at, false)));
        if (shown.stream().anyMatch(track -> track.prediction().isPresent())) {
            keys.add(new Key("predicted", (g, at) -> sample(g, at, true)));
        }
        return keys;
    }

    private static void sample(Graphics2D g, Rectangle2D at, boolean predicted) {
        g.setColor(Look.of("udp"));
        g.setStroke(predicted ? Look.DASHED : Look.LINE);
        g.draw(new Line2D.Double(at.getMinX(), at.getCenterY(), at.getMaxX(), at.getCenterY()));
        new ModelMark("single", predicted).paint(g, at.getCenterX(), at.getCenterY(), 0);
    }
}
