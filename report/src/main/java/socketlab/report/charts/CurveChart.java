package socketlab.report.charts;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Annotation;
import socketlab.report.analysis.RequestSeries;
import socketlab.report.draw.AxisLabels;
import socketlab.report.draw.EndLabels;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.Panel;
import socketlab.report.draw.PlotAxis;

/** A plot of curves between two axes, each with its model's colour and marks, and its name at the right. */
public record CurveChart(PlotAxis across, String acrossTitle, PlotAxis up, String upTitle, List<Line> lines) {

    /**
     * One curve, in the units of the axes.
     *
     * @param text beside its name at the right; null for no label
     * @param dash its line style, see {@link LabTheme#DASHES}; 0 is solid with full marks, the others have hollow ones
     * @param marks the positions of its marks
     */
    public record Line(String model, String text, double[] x, double[] y, int dash, int[] marks) {

        /**
         * A curve with {@code count} marks; on a line that several models share their marks alternate.
         *
         * @param turn how far on the way to its next mark the first one is, 0 to 1
         */
        public static Line marked(String model, String text, double[] x, double[] y, int dash, int count, double turn) {
            return new Line(model, text, x, y, dash, x.length <= count ? RequestSeries.sample(x.length, count)
                    : IntStream.range(0, count).map(i -> (int) ((i + turn) * x.length / count)).toArray());
        }
    }

    /**
     * The plot with its axes and labels, in pixels.
     *
     * @param width of everything
     * @param names of the labels at the right
     */
    public Panel panel(int width, int height, int names) {
        XYChart plot = AxisLabels.plot(width - names - AxisLabels.LEFT, height, across, acrossTitle, up, upTitle);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.dash == 0) {
                LabTheme.line(plot.addSeries(i + " line", at(across, line.x), at(up, line.y)), line.model, false);
            } else {
                plot.addAnnotation(new Dashes(this, line));
            }
            if (line.marks.length > 0) {
                LabTheme.marks(plot.addSeries(i + " marks", at(across, marked(line, line.x)), at(up, marked(line, line.y))),
                        line.model, line.dash > 0);
            }
        }
        plot.addAnnotation(new EndLabels(lines.stream().filter(line -> line.text != null).map(
                line -> new EndLabels.Label(line.model, up.at(line.y[line.y.length - 1]), line.text, line.dash > 0)).toList(),
                up.at(up.from()), names));
        return new Panel(plot, AxisLabels.LEFT, names, AxisLabels.ABOVE, AxisLabels.BELOW);
    }

    private static double[] at(PlotAxis axis, double[] values) {
        return DoubleStream.of(values).map(axis::at).toArray();
    }

    private static double[] marked(Line line, double[] values) {
        return IntStream.of(line.marks).mapToDouble(i -> values[i]).toArray();
    }

    /** A dashed line as one stroke: XChart starts the dash pattern anew at every point, so dense points look solid. */
    private static final class Dashes extends Annotation {
        private final CurveChart curves;
        private final Line line;

        Dashes(CurveChart curves, Line line) {
            super(false);
            this.curves = curves;
            this.line = line;
        }

        @Override
        public void paint(Graphics2D g) {
            Path2D path = new Path2D.Double();
            for (int i = 0; i < line.x.length; i++) {
                double x = chart.getScreenXFromChart(curves.across.at(line.x[i]));
                double y = chart.getScreenYFromChart(curves.up.at(line.y[i]));
                if (i == 0) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
            }
            g.setColor(LabTheme.of(line.model));
            g.setStroke(LabTheme.DASHES.get(line.dash));
            g.draw(path);
        }
    }
}
