package socketlab.report.draw;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import socketlab.report.text.Formats;

/** Text drawn as outlines: an SVG looks the same on a machine without the font. */
public final class TextOutline {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private TextOutline() {}

    /** Draws one line with its baseline at {@code y}. */
    public static void draw(Graphics2D g, String text, double x, double y, Font font, Color color) {
        if (text.isBlank()) {
            return;
        }
        g.setColor(color);
        g.fill(new TextLayout(text, font, CONTEXT).getOutline(AffineTransform.getTranslateInstance(x, y)));
    }

    /** Draws {@code text} wrapped to {@code width}, with its top at {@code y}; returns its bottom. */
    static double paragraph(Graphics2D g, String text, double x, double y, double width, Font font, Color color) {
        double bottom = y;
        for (String line : wrap(text, font, width)) {
            draw(g, line, x, bottom + font.getSize(), font, color);
            bottom += lineHeight(font);
        }
        return bottom;
    }

    static double height(String text, Font font, double width) {
        return wrap(text, font, width).size() * lineHeight(font);
    }

    /** Its width in pixels. */
    public static double width(String text, Font font) {
        return text.isEmpty() ? 0 : new TextLayout(text, font, CONTEXT).getAdvance();
    }

    static List<String> wrap(String text, Font font, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : Formats.unbroken(text).split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, font) > width) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }

    /** The smallest width at which {@code text} needs no more lines than at {@code width}: lines of even length. */
    static double even(String text, Font font, double width) {
        int lines = wrap(text, font, width).size();
        double even = width;
        while (lines > 1 && wrap(text, font, even - 10).size() == lines) {
            even -= 10;
        }
        return even;
    }

    /** {@code text}, or its beginning with an ellipsis where it is wider than {@code width}. */
    public static String fitted(String text, Font font, double width) {
        if (text.length() <= 1 || width(text, font) <= width) {
            return text;
        }
        int fits = 0;
        int tooMany = text.length();
        while (tooMany - fits > 1) {   // by halves: a server may send a line of any length
            int middle = (fits + tooMany) / 2;
            if (width(text.substring(0, middle) + "…", font) <= width) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        return text.substring(0, fits) + "…";
    }

    private static double lineHeight(Font font) {
        return Math.rint(font.getSize() * 1.35);
    }
}
