package socketlab.report.draw;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import socketlab.results.files.AtomicFile;

/** A chart as files: a PNG of twice the size for slides and print, and an SVG. */
public record RenderedChart(RunChart chart, byte[] png, byte[] svg) {
    private static final int ENLARGED = 2;

    static {
        ImageIO.setUseCache(false);   // else each picture would pass through a file in the temporary folder of all users
    }

    /** Draws the chart; the same chart gives the same bytes. */
    public static RenderedChart of(RunChart chart) throws IOException {
        return new RenderedChart(chart, png(chart.figure()), svg(chart.figure()));
    }

    /** Draws every chart, in the same order. */
    public static List<RenderedChart> of(List<RunChart> charts) throws IOException {
        List<RenderedChart> rendered = new ArrayList<>();
        for (RunChart chart : charts) {
            rendered.add(of(chart));
        }
        return rendered;
    }

    public String name() {
        return chart.name();
    }

    private static byte[] svg(Figure figure) throws IOException {
        VectorGraphics2D g = new VectorGraphics2D();
        figure.paint(g, figure.getWidth(), figure.getHeight());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Processors.get("svg").getDocument(g.getCommands(), new PageSize(figure.getWidth(), figure.getHeight()))
                .writeTo(bytes);
        return bytes.toByteArray();
    }

    private static byte[] png(Figure figure) throws IOException {
        BufferedImage image = new BufferedImage(ENLARGED * figure.getWidth(), ENLARGED * figure.getHeight(),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(ENLARGED, ENLARGED);
        figure.paint(g, figure.getWidth(), figure.getHeight());
        g.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** Writes {@code <name>.png} and {@code <name>.svg} into this folder, which is made where it is missing. */
    public void save(Path charts) throws IOException {
        AtomicFile.folder(charts);
        AtomicFile.at(charts.resolve(name() + ".png")).write(png);
        AtomicFile.at(charts.resolve(name() + ".svg")).write(svg);
    }
}
