package socketlab.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import socketlab.report.charts.OutputChart;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.RenderedChart;
import socketlab.report.kind.RunKind;
import socketlab.report.page.AnswerSheet;
import socketlab.report.page.DrawnMarkdown;
import socketlab.report.page.Page;
import socketlab.report.page.PageFiles;
import socketlab.report.page.PdfWriter;
import socketlab.results.Run;
import socketlab.results.files.AtomicFile;
import socketlab.results.files.OutputLine;
import socketlab.results.files.ResultsException;
import socketlab.results.files.RunFiles;

/** Draws a run from its files alone: the charts, and the pages that show and explain them. */
public final class Report {
    private Report() {}

    /**
     * Draws {@code charts/}, {@code report.html} and {@code report.md} into a results folder.
     *
     * @return the page
     * @throws ResultsException when a file is missing or damaged, nothing can be written, or there is no font
     */
    public static Path draw(Path folder) throws ResultsException {
        return draw(folder, folder.resolve("report.html"), false).getFirst();
    }

    /**
     * Draws {@code charts/} into a results folder, the page to {@code html}, and beside it the same as Markdown. The same
     * files give the same bytes; the answers in {@code answers.md} are one of them, and it is made where it is missing. A
     * Markdown file that somebody changed by hand stays as it is.
     *
     * @param paper whether to write a PDF beside it, too
     * @return what was written, the page first
     * @throws ResultsException when a file is missing or damaged, nothing can be written, or there is no font
     */
    public static List<Path> draw(Path folder, Path html, boolean paper) throws ResultsException {
        RunFiles results = RunFiles.in(folder);
        Run run = results.readRun();
        LabTheme.requireFont();
        return PageFiles.writing(html, () -> {
            List<RenderedChart> charts = RenderedChart.of(RunKind.of(run).charts(results));
            for (RenderedChart chart : charts) {
                chart.save(folder.resolve("charts"));
            }
            AnswerSheet.prepare(folder, Page.questions(run));
            AnswerSheet answers = AnswerSheet.in(folder);
            String wrong = results.readWrong();
            List<Path> written = new ArrayList<>(List.of(AtomicFile.at(html).write(Page.html(run, charts, answers,
                    wrong))));
            DrawnMarkdown markdown = new DrawnMarkdown(PageFiles.beside(html, ".md"));
            if (!markdown.changedByHand()) {
                written.add(markdown.write(Page.markdown(run, charts, answers, wrong)));
            }
            if (paper) {
                written.add(PageFiles.beside(html, ".pdf"));
                PdfWriter.write(Page.paper(run, charts, answers, wrong), AtomicFile.at(PageFiles.beside(html, ".pdf")));
            }
            return written;
        });
    }

    /**
     * Draws {@code charts/lines} into a results folder: what a program printed, and when.
     *
     * @param program its name and arguments
     * @param lines at least one, in the order in which they came
     * @return the PNG
     * @throws ResultsException when nothing can be written, or there is no font
     */
    public static Path draw(Path folder, String program, List<OutputLine> lines) throws ResultsException {
        LabTheme.requireFont();
        Path charts = folder.resolve("charts");
        return PageFiles.writing(charts, () -> {
            RenderedChart.of(OutputChart.of(program, lines)).save(charts);
            return charts.resolve("lines.png");
        });
    }
}
