package socketlab.report;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Draws a run from its files alone: the charts, and the page that holds them and explains them. */
public final class Report {

    static {
        // A report is drawn on servers without a screen; to be set before anything of AWT is touched.
        System.setProperty("java.awt.headless", "true");
    }

    private Report() {}

    /**
     * Draws {@code charts/} and {@code report.html} into a results folder.
     *
     * @return the page
     */
    public static Path draw(Path folder) throws ResultsException {
        return draw(folder, folder.resolve("report.html"));
    }

    /**
     * Draws {@code charts/} into a results folder and the page to {@code html}; the same files give the same bytes.
     *
     * @return the page
     * @throws ResultsException when a file is missing or damaged, a picture cannot be written, or there is no font
     */
    public static Path draw(Path folder, Path html) throws ResultsException {
        Results results = Results.in(folder);
        Run run = results.readRun();
        List<Track> tracks = Track.of(results, run);
        requireFont();
        try {
            List<Picture> pictures = pictures(results, run, tracks);
            for (Picture picture : pictures) {
                picture.save(folder.resolve("charts"));
            }
            Files.writeString(html, Page.of(run, pictures));
            return html;
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
    public static Path draw(Path folder, String program, List<Said> lines) throws ResultsException {
        requireFont();
        Path charts = folder.resolve("charts");
        try {
            Picture.of("lines", LinesChart.of(program, lines)).save(charts);
            return charts.resolve("lines.png");
        } catch (IOException e) {
            throw new ResultsException("cannot write " + charts + ": " + ResultsException.reason(e), e);
        }
    }

    /** A million bars of several measurements in one picture would show nothing, so a sweep has pictures of its own. */
    private static List<Picture> pictures(Results results, Run run, List<Track> tracks) throws IOException {
        List<Picture> pictures = new ArrayList<>();
        if (CostChart.possible(run)) {
            pictures.add(Picture.of("cost", CostChart.of(run)));
        }
        if (ChatText.isChat(run)) {
            pictures.addAll(ChatPictures.of(results, run));
            return pictures;
        }
        if (Sweep.several(run)) {
            pictures.add(Picture.of("idle-latency", IdleLatencyChart.of(run)));
        } else {
            pictures.add(Picture.of("timeline", Timeline.of(run, tracks)));
            pictures.add(Picture.of("latency", LatencyChart.of(run, tracks)));
        }
        return pictures;
    }

    /** Where no font is installed, AWT dies with whatever came first, errors of its own included. */
    static void requireFont() throws ResultsException {
        try {
            new TextLayout("1 s", new Font(Font.SANS_SERIF, Font.PLAIN, 12), new FontRenderContext(null, true, true))
                    .getAdvance();
        } catch (RuntimeException | Error e) {
            throw new ResultsException("no charts: this machine has no font to draw with; install fontconfig and any"
                    + " font, for example fonts-dejavu-core, then draw the report again", e);
        }
    }
}
