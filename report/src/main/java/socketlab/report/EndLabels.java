package socketlab.report;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Annotation;

/** The name of each curve at its right end, moved apart where curves end together: no key to look things up in. */
final class EndLabels extends Annotation {
    private static final double LINE = 18;
    private static final double LEADER = 26;
    private static final double TOGETHER = 4;
    private final List<Track> tracks;
    private final Scale scale;

    EndLabels(List<Track> tracks, Scale scale) {
        super(false);
        this.tracks = tracks;
        this.scale = scale;
    }

    /** A label that would like to stand at {@code y}. */
    private record Label(Track track, double y) {}

    @Override
    public void paint(Graphics2D g) {
        List<Label> labels = new ArrayList<>();
        for (Track track : tracks) {
            long last = track.answered().getLast().latencyUs();
            labels.add(new Label(track, chart.getScreenYFromChart(scale.ofUs(last))));
        }
        // From the bottom up; where curves end together, the names stand in the order of the run.
        Collections.reverse(labels);
        labels.sort(Comparator.comparingDouble((Label label) -> Math.rint(label.y() / TOGETHER)).reversed());
        double lowest = chart.getScreenYFromChart(0);
        for (Label label : labels) {
            double y = Math.min(label.y(), lowest);
            paint(g, label, y);
            lowest = y - LINE;
        }
    }

    private void paint(Graphics2D g, Label label, double y) {
        double x = chart.getWidth() + 2.0;
        Track track = label.track();
        g.setColor(Look.of(track.model()));
        g.setStroke(Look.THIN);
        g.draw(new Line2D.Double(x, label.y(), x + LEADER - 8, y));
        new ModelMark(track.model(), false).paint(g, x + LEADER, y, 0);
        String text = track.model() + "  " + "max " + Words.time(track.result().latencyMs().max());
        if (track.result().failed() > 0) {
            text += ", " + Words.number(track.result().failed()) + " failed";
        }
        Lettering.draw(g, text, x + LEADER + 10, y + 4, Look.SMALL, Look.INK);
    }
}
