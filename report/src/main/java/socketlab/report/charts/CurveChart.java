package socketlab.report.charts;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Annotation;
import socketlab.report.analysis.RequestSeries;
import socketlab.report.draw.AxisLabels;
import socketlab.report.draw.EndLabels;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.ModelMark;
import socketlab.report.draw.Panel;
import socketlab.report.draw.PlotAxis;

/** Curves between two rulers, each with its model's colour and marks, and its name at the right. */
public record CurveChart(PlotAxis across, String acrossTitle, PlotAxis up, String upTitle, List<Line> lines) {

    /**
     * One curve, in the units of the rulers.
     *
     * @param text beside its name; null for no label
     * @param dash how it is drawn, see {@link LabTheme#DASHES}
     * @param marks the positions of the marks on it
     */
    public record Line(String model, String text, double[] x, double[] y, int dash, int[] marks) {

        /** With {@code count} marks, of which the {@code turn}-th model's stand apart from the others' on one line. */
        public static Line marked(String model, String text, double[] x, double[] y, int dash, int count, double turn) {
            return new Line(model, text, x, y, dash, x.length <= count ? RequestSeries.sample(x.length, count)
                    : IntStream.range(0, count).map(i -> (int) ((i + turn) * x.length / count)).toArray());
        }
    }

    public Panel panel(int width, int height, int names) {
        XYChart plot = AxisLabels.plot(width - names - AxisLabels.LEFT, height, across, acrossTitle, up, upTitle);
        plot.addAnnotation(new Strokes(this));
        plot.addAnnotation(new EndLabels(lines.stream().filter(line -> line.text() != null).map(line ->
                new EndLabels.Label(line.model(), up.at(line.y()[line.y().length - 1]), line.text())).toList(),
                up.at(up.from()), names));
        return new Panel(plot, AxisLabels.LEFT, names, AxisLabels.ABOVE, AxisLabels.BELOW);
    }

    /** One stroke from end to end: XChart begins the dashes of a line anew at every point. */
    private static final class Strokes extends Annotation {
        private final CurveChart lines;

        Strokes(CurveChart lines) {
            super(false);
            this.lines = lines;
        }

        @Override
        public void paint(Graphics2D g) {
            for (Line line : lines.lines()) {
                Path2D path = new Path2D.Double();
                for (int i = 0; i < line.x().length; i++) {
                    if (i == 0) {
                        path.moveTo(x(line, i), y(line, i));
                    } else {
                        path.lineTo(x(line, i), y(line, i));
                    }
                }
                g.setColor(LabTheme.of(line.model()));
                g.setStroke(LabTheme.DASHES.get(line.dash()));
                g.draw(path);
                for (int i : line.marks()) {
                    new ModelMark(line.model(), line.dash() > 0).paint(g, x(line, i), y(line, i), 0);
                }
            }
        }

        private double x(Line line, int i) {
            return chart.getScreenXFromChart(lines.across().at(line.x()[i]));
        }

        private double y(Line line, int i) {
            return chart.getScreenYFromChart(lines.up().at(line.y()[i]));
        }
    }
}
