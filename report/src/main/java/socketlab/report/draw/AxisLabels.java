package socketlab.report.draw;

import java.awt.Graphics2D;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.internal.chartpart.Annotation;

/** The numbers and titles of a plot's axes, in the space that its panel leaves for them. */
public final class AxisLabels extends Annotation {
    public static final int LEFT = 62;
    public static final int ABOVE = 30;
    public static final int BELOW = 44;

    private final PlotAxis across;
    private final PlotAxis up;
    private final String acrossTitle;
    private final String upTitle;

    private AxisLabels(PlotAxis across, String acrossTitle, PlotAxis up, String upTitle) {
        super(false);
        this.across = across;
        this.acrossTitle = across.title(acrossTitle);
        this.up = up;
        this.upTitle = up == null ? "" : up.title(upTitle);
    }

    /** A plot between two axes, with a grid line at every number, in pixels; its series are added later. */
    public static XYChart plot(int width, int height, PlotAxis across, String acrossTitle, PlotAxis up, String upTitle) {
        XYChart plot = bare(width, height, across, up.at(up.from()), up.at(up.to()));
        for (double tick : up.ticks()) {
            LabTheme.grid(plot.addSeries("up " + tick, new double[] {across.at(across.from()), across.at(across.to())},
                    new double[] {up.at(tick), up.at(tick)}));
        }
        plot.addAnnotation(new AxisLabels(across, acrossTitle, up, upTitle));
        return plot;
    }

    /** A plot of rows, {@code height} pixels in all, with an axis below only. */
    public static XYChart rows(int width, int height, PlotAxis across, String acrossTitle) {
        XYChart plot = bare(width, height, across, 0, height);
        for (double tick : across.ticks()) {
            LabTheme.grid(plot.addSeries("across " + tick, new double[] {across.at(tick), across.at(tick)},
                    new double[] {0, height}));
        }
        plot.addAnnotation(new AxisLabels(across, acrossTitle, null, ""));
        return plot;
    }

    /** A plot without axes, for annotations. */
    public static XYChart blank(int width, int height) {
        XYChart plot = bare(width, height, new PlotAxis(false, 0, 1, List.of()), 0, height);
        LabTheme.axes(plot, 0, 1, height);
        return plot;
    }

    private static XYChart bare(int width, int height, PlotAxis across, double bottom, double top) {
        XYChart plot = LabTheme.plot(width, height, "", "");
        plot.getStyler().setXAxisTicksVisible(false).setYAxisTicksVisible(false).setXAxisTitleVisible(false)
                .setYAxisTitleVisible(false).setPlotGridLinesVisible(false)
                .setXAxisMin(across.at(across.from())).setXAxisMax(across.at(across.to()))
                .setYAxisMin(bottom).setYAxisMax(top);
        return plot;
    }

    @Override
    public void paint(Graphics2D g) {
        double bottom = chart.getHeight();
        for (double tick : across.ticks()) {
            String label = across.label(tick);
            double x = chart.getScreenXFromChart(across.at(tick)) - TextOutline.width(label, LabTheme.SMALL) / 2;
            TextOutline.draw(g, label, x, bottom + 14, LabTheme.SMALL, LabTheme.SOFT);
        }
        double middle = (chart.getWidth() - TextOutline.width(acrossTitle, LabTheme.TEXT)) / 2;
        TextOutline.draw(g, acrossTitle, middle, bottom + 36, LabTheme.TEXT, LabTheme.SOFT);
        if (up == null) {
            return;
        }
        for (double tick : up.ticks()) {
            String label = up.label(tick);
            double y = chart.getScreenYFromChart(up.at(tick)) + 4;
            TextOutline.draw(g, label, -8 - TextOutline.width(label, LabTheme.SMALL), y, LabTheme.SMALL, LabTheme.SOFT);
        }
        TextOutline.draw(g, upTitle, -LEFT, -12, LabTheme.TEXT, LabTheme.SOFT);
    }
}
