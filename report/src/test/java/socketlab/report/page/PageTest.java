package socketlab.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import socketlab.report.Report;
import socketlab.report.SampleLoad;
import socketlab.report.kind.RunKind;
import socketlab.results.LatencyMs;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.SampleRun;
import socketlab.results.SelfChecks;

class PageTest {
    @TempDir
    private Path folder;

    @Test
    void thePdfHasTheTextOfThePage() throws IOException {
        SampleRun.write(folder, List.of("single", "select"), 5, 5, 1000, 0);
        List<Path> written = Report.draw(folder, folder.resolve("report.html"), true);
        assertThat(written).extracting(file -> file.getFileName().toString())
                .containsExactly("report.html", "report.md", "report.pdf");
        try (PDDocument paper = Loader.loadPDF(folder.resolve("report.pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(paper).replaceAll("[\\s\u00A0]+", " "))
                    .contains("How to repeat it", "./lab run -m single,select -c 5 -n 5", "Questions");
            assertThat(paper.getNumberOfPages()).isBetween(2, 5);
        }
    }

    @Test
    void charactersThatXmlForbidsDoNotStopThePdf() throws IOException {
        Path pdf = folder.resolve("odd.pdf");
        PdfWriter.write("<html><body>a\u0000b\uD800c \u007F \uFFFF and żółw</body></html>", pdf);
        assertThat(pdf).isNotEmptyFile();
    }

    @Test
    void answersInTheMarkdownAreNeverWrittenOver() throws IOException {
        SampleRun.write(folder, List.of("single"), 5, 5, 1000, 0);
        Report.draw(folder);
        Path markdown = folder.resolve("report.md");
        assertThat(markdown).content().contains("> Your answer:", "![", "](charts/timeline.png)", "| single | 5 | 0 |");
        Files.writeString(markdown, "my answers");
        Report.draw(folder);
        assertThat(markdown).hasContent("my answers");
    }

    @Test
    void userInputCannotBecomeMarkdownMarkup() {
        assertThat(Template.markdown("a|b\n# c <script> [x](y) `z` *w* $1")).doesNotContain("\n")
                .isEqualTo("a\\|b # c \\<script\\> \\[x\\](y) \\`z\\` \\*w\\* \\$1");
    }

    @Test
    void questionsAreAboutTheRunsOwnNumbers() throws IOException {
        Run failing = SampleRun.write(folder, List.of("single", "pool:4", "select"), 20, 20, 1000, 4);
        assertThat(RunKind.of(failing).questions()).hasSizeBetween(3, 5);
        assertThat(RunKind.of(failing).questions().getFirst()).startsWith("pool:4 failed 5 of 20 requests (5 timeout).");
        assertThat(RunKind.of(failing).questions().get(1)).startsWith("The slowest request took 20.00 s in single and 1.00 s in");
        Run growing = SampleLoad.sweep(folder, "rate", List.of("single", "select"), List.of(500, 1000, 5000), 1);
        assertThat(RunKind.of(growing).questions().getFirst()).startsWith("The knee of single is at 500/s.");
        Run paused = SampleLoad.paused(folder, List.of("select"));
        assertThat(RunKind.of(paused).questions()).anySatisfy(
                question -> assertThat(question).contains("from the moment of sending (uncorrected)"));
    }

    @Test
    void theChecksOfTheLoadClientAreOnThePage() throws IOException {
        LatencyMs latency = new LatencyMs(1, 1, 1, 1, 1, 1);
        ModelResult doubtful = new ModelResult(new ModelResult.Setup("single", 1, "tcp", 1, 0),
                new ModelResult.Counts(1, 9, 9, 0, null, 0), new ModelResult.Times(latency, null, null, 9, 1000), null, null,
                null, null).withChecks(new SelfChecks(9.0, 0.02, new SelfChecks.Sending(1000, 700, 4, 5, 1, 0), 97));
        Run run = new Run(null, null, null, LoadSettings.UNKNOWN, List.of(doubtful));
        assertThat(CheckTable.of(run).rows().getFirst().cells()).containsExactly("9.0", "20 µs", "1,000/s", "700/s", "4",
                "5", "1", "0", "97");
        assertThat(Page.html(run, List.of(), "")).contains("Checks of the load client");
        assertThat(CheckTable.of(SampleRun.write(folder, List.of("single"), 5, 5, 1000, 0)).rows()).isEmpty();
    }
}
