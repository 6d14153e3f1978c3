package socketlab.report.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import socketlab.results.files.ResultsException;

/** Palette, fonts, strokes and sizes of all charts; no chart sets any of them itself. A model has one colour everywhere. */
public final class LabTheme {
    static {
        // A report is drawn on servers without a screen; to be set before AWT starts.
        System.setProperty("java.awt.headless", "true");
        // A cache on disk needs a shutdown hook, and an interrupted run is drawn while the JVM shuts down.
        ImageIO.setUseCache(false);
    }

    public static final int WIDTH = 1200;
    public static final int MARGIN = 28;
    public static final int MOST_BARS = 900;
    public static final int MOST_POINTS = 4000;
    private static final int MANY_DOTS = 300;
    public static final double FAINTNESS = 0.5;

    public static final Color PAPER = Color.WHITE;
    public static final Color INK = new Color(0x1B2026);
    public static final Color SOFT = new Color(0x5A646E);
    public static final Color FAINT = new Color(0xDDE2E6);

    static final Font TITLE = font(Font.BOLD, 21);
    public static final Font TEXT = font(Font.PLAIN, 14);
    public static final Font STRONG = font(Font.BOLD, 14);
    public static final Font SMALL = font(Font.PLAIN, 12);
    public static final Font SMALL_STRONG = font(Font.BOLD, 12);

    public static final BasicStroke THIN = new BasicStroke(1f);
    public static final BasicStroke LINE = new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    public static final BasicStroke DASHED = new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1,
            new float[] {6, 4}, 0);
    static final BasicStroke DOTTED = new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1,
            new float[] {0.1f, 5}, 0);
    public static final List<BasicStroke> DASHES = List.of(LINE, DASHED, DOTTED);
    static final BasicStroke OUTLINE = new BasicStroke(1.6f);
    static final BasicStroke CROSS = new BasicStroke(2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    /** The palette of Okabe and Ito (2008), which colour-blind readers can tell apart, and two colours of Paul Tol's. */
    private static final Map<String, Integer> MODELS = Map.of("single", 0xD55E00, "threaded", 0x0072B2,
            "virtual", 0x56B4E9, "select", 0x009E73, "poll", 0xE69F00, "udp", 0x555555,
            "udp-threaded", 0x332288, "udp-select", 0x999933);
    private static final List<Integer> POOLS = List.of(0xCC79A7, 0xAA4499, 0x882255);
    private static final List<Integer> OTHERS = List.of(0x44AA99, 0x117733, 0xBB8800, 0x6699CC, 0xAA6644);

    private LabTheme() {}

    /**
     * To be called before a chart is drawn: where no font is installed, AWT fails later with errors of its own.
     *
     * @throws ResultsException when there is no font
     */
    public static void requireFont() throws ResultsException {
        try {
            new TextLayout("1 s", new Font(Font.SANS_SERIF, Font.PLAIN, 12), new FontRenderContext(null, true, true))
                    .getAdvance();
        } catch (RuntimeException | Error e) {
            throw new ResultsException("no charts: this machine has no font to draw with; install fontconfig and any"
                    + " font, for example fonts-dejavu-core, then draw the report again", e);
        }
    }

    /** The model's colour; a model that is not ours gets one by its name, always the same. */
    public static Color of(String model) {
        if (model.equals("pool") || model.startsWith("pool:")) {
            // Pools of other sizes differ in shade only: they are one model with another number.
            return new Color(POOLS.get(model.equals("pool:4") ? 0 : Math.floorMod(model.hashCode(), 3)));
        }
        Integer known = MODELS.get(model);
        return new Color(known != null ? known
                : OTHERS.get(Math.floorMod(model.hashCode(), OTHERS.size())));
    }

    /** The colour mixed with white: 0 is white, 1 the colour itself. */
    public static Color tint(Color color, double strength) {
        return new Color(mix(color.getRed(), strength), mix(color.getGreen(), strength),
                mix(color.getBlue(), strength));
    }

    /** An XChart plot in our style, without legend and title. */
    public static XYChart plot(int width, int height, String xTitle, String yTitle) {
        XYChart plot = new XYChart(width, height);
        plot.setXAxisTitle(xTitle);
        plot.setYAxisTitle(yTitle);
        XYStyler style = plot.getStyler();
        // At a content size of 1 XChart leaves the labels of the axes out.
        style.setLegendVisible(false).setChartTitleVisible(false).setPlotContentSize(0.98).setChartPadding(2)
                .setChartBackgroundColor(PAPER).setPlotBackgroundColor(PAPER).setPlotBorderVisible(false)
                .setChartFontColor(SOFT).setBaseFont(TEXT).setAntiAlias(true);
        style.setAxisTitleFont(TEXT).setAxisTickLabelsFont(SMALL).setAxisTickLabelsColor(SOFT)
                .setAxisTickMarksColor(FAINT).setPlotGridLinesColor(FAINT).setPlotGridLinesStroke(THIN)
                .setPlotMargin(0).setAxisTicksLineVisible(false).setAxisTitlePadding(8).setXAxisTickMarkSpacingHint(90);
        style.setLegendPosition(Styler.LegendPosition.InsideNW);
        return plot;
    }

    /** A line in the model's colour; dashed where it is predicted. */
    public static void line(XYSeries series, String model, boolean predicted) {
        series.setMarker(ModelMark.NONE).setLineColor(of(model)).setLineStyle(predicted ? DASHED : LINE);
    }

    /** A dashed line in ink, such as that of equality. */
    public static void reference(XYSeries series) {
        series.setMarker(ModelMark.NONE).setLineColor(INK).setLineStyle(DASHED);
    }

    static void grid(XYSeries series) {
        series.setMarker(ModelMark.NONE).setLineColor(FAINT).setLineStyle(THIN);
    }

    /** A pale dashed line in the model's colour. */
    public static void faint(XYSeries series, String model) {
        series.setMarker(ModelMark.NONE).setLineColor(tint(of(model), FAINTNESS)).setLineStyle(DASHED);
    }

    /** The model's marks without a line; hollow where they are predicted. */
    public static void marks(XYSeries series, String model, boolean predicted) {
        series.setLineStyle(SeriesLines.NONE);
        series.setMarker(new ModelMark(model, predicted)).setMarkerColor(of(model));
    }

    /** A dot for each answered request, smaller where there are many. */
    public static void answers(XYSeries series, String model, int count) {
        series.setLineStyle(SeriesLines.NONE);
        series.setMarker(new EventMark(EventMark.Kind.ANSWER, of(model), count > MANY_DOTS ? 1.4 : 2.6));
    }

    /** A cross for each failed request, or a ring for each lost datagram. */
    public static void failures(XYSeries series, boolean lost) {
        series.setLineStyle(SeriesLines.NONE);
        series.setMarker(new EventMark(lost ? EventMark.Kind.LOSS : EventMark.Kind.FAILURE, INK, 0));
    }

    /** An invisible series: XChart lays out axes only where there is data. It is uneven, or the data would set the steps. */
    public static void axes(XYChart plot, double fromX, double toX, double toY) {
        double[] uneven = {fromX, fromX + (toX - fromX) * 0.37, toX};
        XYSeries series = plot.addSeries("axes", uneven, new double[] {0, toY * 0.37, toY});
        series.setLineStyle(SeriesLines.NONE);
        series.setMarker(ModelMark.NONE);
    }

    private static int mix(int channel, double strength) {
        return (int) Math.round(255 + (channel - 255) * strength);
    }

    private static Font font(int style, int size) {
        Set<String> here = Set.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
        String family = List.of("Helvetica Neue", "Segoe UI", "Liberation Sans", "Arial").stream()
                .filter(here::contains).findFirst().orElse(Font.SANS_SERIF);
        return new Font(family, style, size);
    }
}
