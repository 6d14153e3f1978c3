package socketlab.report.draw;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A figure as bytes: a PNG of twice the size for slides and print, and an SVG that can be enlarged at will. */
public record RenderedChart(String name, String description, byte[] png, byte[] svg) {
    private static final int ENLARGED = 2;

    public static RenderedChart of(String name, Figure figure) throws IOException {
        return new RenderedChart(name, figure.title(), png(figure), svg(figure));
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

    public void save(Path charts) throws IOException {
        Files.createDirectories(charts);
        Files.write(charts.resolve(name + ".png"), png);
        Files.write(charts.resolve(name + ".svg"), svg);
    }
}
