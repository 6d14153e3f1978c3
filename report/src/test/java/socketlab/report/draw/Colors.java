package socketlab.report.draw;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** The colours of a chart: a test sees by them which models are in it. */
public final class Colors {
    private static final int RGB = 0xFFFFFF;

    private Colors() {}

    public static Set<Integer> in(Path png) throws IOException {
        return pixels(png).boxed().collect(Collectors.toSet());
    }

    /** How many pixels have the colour of {@code model}. */
    public static long count(Path png, String model) throws IOException {
        return pixels(png).filter(rgb -> rgb == (LabTheme.of(model).getRGB() & RGB)).count();
    }

    private static IntStream pixels(Path png) throws IOException {
        BufferedImage chart = ImageIO.read(png.toFile());
        int width = chart.getWidth();
        return Arrays.stream(chart.getRGB(0, 0, width, chart.getHeight(), null, 0, width)).map(rgb -> rgb & RGB);
    }

    public static Set<Integer> of(List<String> models) {
        return models.stream().map(model -> LabTheme.of(model).getRGB() & RGB).collect(Collectors.toSet());
    }
}
