package socketlab.report;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import socketlab.report.charts.OutputChart;
import socketlab.report.draw.RenderedChart;
import socketlab.report.kind.RunCharts;
import socketlab.report.page.Page;
import socketlab.report.page.PdfWriter;
import socketlab.results.Run;
import socketlab.results.files.OutputLine;
import socketlab.results.files.ResultsException;
import socketlab.results.files.RunFiles;

/** Draws a run from its files alone: the charts, and the page that holds them and explains them. */
public final class Report {

    static {
        // A report is drawn on servers without a screen; to be set before anything of AWT is touched.
        System.setProperty("java.awt.headless", "true");
        // A cache on disk wants a shutdown hook, and a run that is interrupted is drawn while the JVM shuts down.
        ImageIO.setUseCache(false);
    }

    private Report() {}

    /**
     * Draws {@code charts/}, {@code report.html} and {@code report.md} into a results folder.
     *
     * @return the page
     */
    public static Path draw(Path folder) throws ResultsException {
        return draw(folder, folder.resolve("report.html"), false).getFirst();
    }

    /**
     * Draws {@code charts/} into a results folder and the page to {@code html}, and beside it the same as Markdown. The
     * same files give the same bytes; Markdown that is there already is left alone: it may hold answers.
     *
     * @param paper whether to write the same as a PDF beside it
     * @return what was written, the page first
     * @throws ResultsException when a file is missing or damaged, a picture cannot be written, or there is no font
     */
    public static List<Path> draw(Path folder, Path html, boolean paper) throws ResultsException {
        RunFiles results = RunFiles.in(folder);
        Run run = results.readRun();
        requireFont();
        try {
            List<RenderedChart> pictures = RunCharts.of(results, run);
            for (RenderedChart picture : pictures) {
                picture.save(folder.resolve("charts"));
            }
            List<Path> written = new ArrayList<>(List.of(Files.writeString(html, Page.html(run, pictures))));
            Path markdown = beside(html, ".md");
            if (Files.notExists(markdown)) {
                written.add(Files.writeString(markdown, Page.markdown(run, pictures)));
            }
            if (paper) {
                written.add(beside(html, ".pdf"));
                PdfWriter.write(Page.paper(run, pictures), beside(html, ".pdf"));
            }
            return written;
        } catch (ResultsException e) {
            throw e;
        } catch (IOException e) {
            throw new ResultsException("cannot write the report " + html + ": " + ResultsException.reason(e), e);
        }
    }

    /**
     * Draws {@code charts/lines} into a results folder: who of a program's threads said what, and when.
     *
     * @param program its name and arguments, as a person would say them
     * @param lines at least one, in the order in which they came
     * @return the picture
     */
    public static Path draw(Path folder, String program, List<OutputLine> lines) throws ResultsException {
        requireFont();
        Path charts = folder.resolve("charts");
        try {
            RenderedChart.of("lines", OutputChart.of(program, lines)).save(charts);
            return charts.resolve("lines.png");
        } catch (IOException e) {
            throw new ResultsException("cannot write " + charts + ": " + ResultsException.reason(e), e);
        }
    }

    /** A folder as it can be typed. */
    public static String quoted(String folder) {
        return folder.matches("[\\w@%+=:,./-]+") ? folder : "'" + folder.replace("'", "'\\''") + "'";
    }

    /** The file beside a page that has its name but for the ending, such as {@code .pdf}. */
    public static Path beside(Path html, String ending) {
        return html.resolveSibling(html.getFileName().toString().replaceFirst("\\.html?$", "") + ending);
    }

    /** Where no font is installed, AWT dies with whatever came first, errors of its own included. */
    public static void requireFont() throws ResultsException {
        try {
            new TextLayout("1 s", new Font(Font.SANS_SERIF, Font.PLAIN, 12), new FontRenderContext(null, true, true))
                    .getAdvance();
        } catch (RuntimeException | Error e) {
            throw new ResultsException("no charts: this machine has no font to draw with; install fontconfig and any"
                    + " font, for example fonts-dejavu-core, then draw the report again", e);
        }
    }
}
