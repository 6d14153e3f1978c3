package socketlab.report.draw;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Annotation;

/** The name of each curve at its right end, moved apart where curves end together; it replaces a legend. */
public final class EndLabels extends Annotation {
    private static final double LINE = 18;
    private static final double LEADER = 26;
    private static final double TOGETHER = 4;

    private final List<Label> labels;
    private final double floor;
    private final double width;

    /**
     * @param floor the lowest value of the axis
     * @param width of the labels, in pixels
     */
    public EndLabels(List<Label> labels, double floor, double width) {
        super(false);
        this.labels = labels;
        this.floor = floor;
        this.width = width;
    }

    /** A label for the curve of {@code model}, which ends at {@code value}. */
    public record Label(String model, double value, String text, boolean hollow) {
        public Label(String model, double value, String text) {
            this(model, value, text, false);
        }
    }

    @Override
    public void paint(Graphics2D g) {
        List<Label> upwards = new ArrayList<>(labels);
        // From the bottom up; where curves end together, the names keep the order of the run.
        Collections.reverse(upwards);
        upwards.sort(Comparator.comparingDouble((Label label) -> Math.rint(y(label) / TOGETHER)).reversed());
        double[] places = places(upwards);
        for (int i = 0; i < places.length; i++) {
            paint(g, upwards.get(i), places[i]);
        }
    }

    private double[] places(List<Label> upwards) {
        double[] places = new double[upwards.size()];
        double lowest = chart.getScreenYFromChart(floor);
        for (int i = 0; i < places.length; i++) {
            places[i] = Math.min(y(upwards.get(i)), lowest);
            lowest = places[i] - LINE;
        }
        // Labels above the top move down, and push those below them down.
        double highest = LINE / 2;
        for (int i = places.length - 1; i >= 0; i--) {
            places[i] = Math.max(places[i], highest);
            highest = places[i] + LINE;
        }
        return places;
    }

    private double y(Label label) {
        return chart.getScreenYFromChart(label.value());
    }

    private void paint(Graphics2D g, Label label, double y) {
        double x = chart.getWidth() + 2.0;
        g.setColor(LabTheme.of(label.model()));
        g.setStroke(LabTheme.THIN);
        g.draw(new Line2D.Double(x, y(label), x + LEADER - 8, y));
        new ModelMark(label.model(), label.hollow()).paint(g, x + LEADER, y, 0);
        double left = x + LEADER + (label.hollow() ? 14 : 10);
        TextOutline.draw(g, TextOutline.fitted(label.model() + "  " + label.text(), LabTheme.SMALL,
                width - LEADER - 16), left, y + 4, LabTheme.SMALL, LabTheme.INK);
    }
}
