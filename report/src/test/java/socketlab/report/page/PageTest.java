package socketlab.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import socketlab.results.files.AtomicFile;
import socketlab.results.SelfChecks;
import socketlab.results.files.RunFiles;

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
            assertThat(new PDFTextStripper().getText(paper)).contains("page 1 of " + paper.getNumberOfPages());
        }
    }

    @Test
    void aPictureThatJustDoesNotFitIsMadeSmallerInsteadOfLeavingHalfAPageEmpty() throws IOException {
        List<String> layouts = new ArrayList<>();
        String fitted = PaperPictures.fitted("<html><head></head></html>", page -> {
            layouts.add(page);
            boolean small = page.contains("#image-1");
            return List.of(new PaperPictures.Position("before-1", 0, 450, 0),
                    new PaperPictures.Position("picture-1", small ? 0 : 1, 400, 420),
                    new PaperPictures.Position("image-1", small ? 0 : 1, 440, 380),
                    new PaperPictures.Position("before-2", small ? 0 : 1, 90, 0),
                    new PaperPictures.Position("picture-2", small ? 1 : 2, 400, 420),
                    new PaperPictures.Position("image-2", small ? 1 : 2, 440, 380));
        });
        assertThat(layouts).hasSize(2);
        assertThat(fitted).contains("#image-1 { width: 8").doesNotContain("#image-2");
    }

    @Test
    void charactersThatXmlForbidsDoNotStopThePdf() throws IOException {
        Path pdf = folder.resolve("odd.pdf");
        PdfWriter.write("<html><body>a\u0000b\uD800c \u007F \uFFFF and żółw</body></html>", AtomicFile.at(pdf));
        assertThat(pdf).isNotEmptyFile();
    }

    @Test
    void whatIsWrittenReachesEveryFormOfTheReport() throws IOException {
        Run run = SampleRun.write(folder, List.of("single", "select"), 5, 5, 1000, 0);
        Run.Sheet sheet = new Run.Sheet("04-staircase", List.of("Which client waits for n & m?", "And why < 5?"));
        RunFiles.in(folder).writeRun(new Run(new Run.Origin(run.command(), run.started(), run.folder(), sheet),
                run.environment(), run.serverSettings(), run.load(), run.models()));
        Report.draw(folder);
        Path answers = folder.resolve("answers.md");
        assertThat(answers).content().startsWith(AnswerSheet.HEAD).contains(
                "\n## 1. Which client waits for n & m?\n\n\n## 2. And why < 5?\n",
                "## 3. The slowest request took", "## 4. Repeat the run");
        String written = Files.readString(answers).replace("## 1. Which client waits for n & m?\n",
                "## 1. Which client waits for n & m?\n\nThe *fifth* one.\n\nIt is <last>.\n");
        Files.writeString(answers, written + "\n## My own question\n\nwith an answer\n");
        Report.draw(folder, folder.resolve("report.html"), true);
        assertThat(folder.resolve("report.html")).content().contains("The *fifth* one.\n\nIt is &lt;last&gt;.</div>",
                "those of lab sheet 04-staircase", "with an answer");
        assertThat(folder.resolve("report.md")).content().contains("1. Which client waits for n \\& m?",
                "   > The \\*fifth\\* one.",
                "   > It is \\<last\\>.", "   > with an answer");
        try (PDDocument paper = Loader.loadPDF(folder.resolve("report.pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(paper)).contains("The *fifth* one.", "It is <last>.", "with an answer");
        }
        assertThat(answers).content().startsWith(written);
    }

    @Test
    void answersFindTheirQuestionsAndNoneIsLost() {
        AnswerSheet answers = AnswerSheet.parse(
                "\uFEFFa preface\r\n## 2. Why  so?\r\n\r\nBecause.\r\n\r\n## 1. Asked before\nyes\n## 3. Empty\n\n## Why  so?\nMore.");
        assertThat(answers.to(List.of("New one", "Why\u00A0so?"))).containsExactly(new AnswerSheet.Answered("New one", ""),
                new AnswerSheet.Answered("Why\u00A0so?", "Because.\n\nMore."), new AnswerSheet.Answered("Asked before", "yes"));
        List<AnswerSheet.Answered> all = answers.to(List.of("New one", "Why so?"));
        assertThat(AnswerSheet.parse(AnswerSheet.markdown(all)).to(List.of("New one", "Why so?"))).isEqualTo(all);
    }

    @Test
    void aMarkdownFileIsDrawnAgainUnlessItWasChangedByHand() throws IOException {
        SampleRun.write(folder, List.of("single"), 5, 5, 1000, 0);
        Report.draw(folder);
        Path markdown = folder.resolve("report.md");
        assertThat(markdown).content().contains("![", "](charts/timeline.png)", "| single | 5 | 0 |");
        String drawn = Files.readString(markdown);
        assertThat(Report.draw(folder, folder.resolve("report.html"), false)).contains(markdown);
        assertThat(markdown).hasContent(drawn);
        Files.writeString(markdown, drawn.replace("## Questions", "## My questions"));
        assertThat(Report.draw(folder, folder.resolve("report.html"), false)).doesNotContain(markdown);
        assertThat(markdown).content().contains("## My questions");
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
    void nobodyIsAskedForADifferenceBetweenEqualNumbers() {
        LatencyMs latency = new LatencyMs(10, 20, 20, 30, 40, 50);
        LatencyMs nearly = new LatencyMs(10, 20, 20, 30, 39, 50);
        ModelResult open = new ModelResult(new ModelResult.Setup("single", 1, "tcp", 1, 100),
                new ModelResult.Counts(1, 9, 9, 0, null, 0), new ModelResult.Times(latency, nearly, null, 9, 1000), null, null,
                null, null);
        Run run = new Run(null, null, null, LoadSettings.UNKNOWN, List.of(open));
        assertThat(RunKind.of(run).questions()).noneSatisfy(question -> assertThat(question).contains("uncorrected"));
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
        assertThat(Page.html(run, List.of(), new AnswerSheet(Map.of()), "")).contains("Checks of the load client");
        assertThat(CheckTable.of(SampleRun.write(folder, List.of("single"), 5, 5, 1000, 0)).rows()).isEmpty();
    }
}
