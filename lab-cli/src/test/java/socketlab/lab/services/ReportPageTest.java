package socketlab.lab.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import socketlab.report.Report;
import socketlab.results.Environment;
import socketlab.results.LatencyMs;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;
import socketlab.results.Outcome;
import socketlab.results.RoundResult;
import socketlab.results.Run;
import socketlab.results.ServerSettings;
import socketlab.results.Verdict;
import socketlab.results.files.RequestRow;
import socketlab.results.files.RunFiles;

/** The page of a run in a browser, opened as a file. */
class ReportPageTest {
    private static final List<String> QUESTIONS = List.of("Which client waits, & why?", "Is 1 < 2?");

    @TempDir
    Path folder;

    @Test
    void nothingIsCutOffWithoutSayingSo() throws IOException {
        Path page = draw();
        try (Browser browser = new Browser(folder.resolve("profile"))) {
            browser.open(page.toUri().toString());
            for (int width : new int[] {360, 400, 768, 1100, 1280, 1600}) {
                browser.screen(width, 900);
                browser.value("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
                assertThat(browser.value("document.documentElement.scrollWidth - innerWidth <= 0")).as("%s wide", width)
                        .isEqualTo(true);
                assertThat(browser.value("""
                        [...document.querySelectorAll('.scroll')].every(scroll => {
                          const hint = scroll.previousElementSibling;
                          return (scroll.scrollWidth > scroll.clientWidth + 1) === (hint.className === 'goes-on' && !hint.hidden);
                        })""")).as("a hint where something is hidden, %s wide", width).isEqualTo(true);
                assertThat(browser.value("[...document.querySelectorAll('figure img')].every(img => img.width >= 890)"))
                        .as("charts can be read, %s wide", width).isEqualTo(true);
            }
            assertThat(browser.console()).isEmpty();
        }
    }

    @Test
    void answersSurviveAReloadAndAreSavedAsTheFileThatTheReportReads() throws IOException {
        Path page = draw();
        try (Browser browser = new Browser(folder.resolve("profile"))) {
            browser.open(page.toUri().toString());
            browser.run("const box = document.querySelector('.answer'); box.innerText = 'The last one.\\nBecause <it> waits.';"
                    + " box.dispatchEvent(new Event('input'))");
            browser.open(page.toUri().toString());
            assertThat(browser.value("document.querySelector('.answer').innerText")).isEqualTo(
                    "The last one.\nBecause <it> waits.");
            String saved = (String) browser.value("document.querySelector('.save').answers()");
            Files.writeString(folder.resolve("answers.md"), saved);
            Report.draw(folder);
            assertThat(page).content().contains("The last one.\nBecause &lt;it&gt; waits.</div>");
            browser.open(page.toUri().toString());
            assertThat(browser.value("document.querySelector('.save').answers()")).isEqualTo(saved);
            Files.writeString(folder.resolve("answers.md"), saved.replace("The last one.", "By hand."));
            Report.draw(folder);
            browser.open(page.toUri().toString());
            assertThat((String) browser.value("document.querySelector('.answer').innerText")).startsWith("By hand.");
            assertThat(browser.console()).isEmpty();
        }
    }

    /** An open loop of three models, whose table is the widest. */
    private Path draw() throws IOException {
        List<RequestRow> rows = new ArrayList<>();
        List<ModelResult> models = new ArrayList<>();
        LatencyMs latency = new LatencyMs(1000, 1500.5, 1500.25, 1900.75, 1999.125, 2000.25);
        for (String model : List.of("single", "udp-threaded", "udp-select")) {
            for (int i = 1; i <= 30; i++) {
                rows.add(new RequestRow(model, 1, i, 1, 5001, i * 1000L, 0, 10, i * 1000L + 5, i * 1000L + 900_000,
                        i * 1000L + 1_500_000, Outcome.OK));
            }
            models.add(new ModelResult(new ModelResult.Setup(model, 1, "tcp", 10, 1000), new ModelResult.Counts(1, 30, 30, 0,
                    Map.of(), 0), new ModelResult.Times(latency, latency, null, 12_345, 1234.5),
                    new ModelResult.Assessment(null, null, Verdict.NO_PREDICTION),
                    List.of(new RoundResult(1, 0, 30, 0, null, 1234.5, new ModelResult.Resources(115, 1 << 28, 10))),
                    new ModelResult.Resources(115, 1 << 28, 12_345),
                    null));
        }
        LoadSettings load = new LoadSettings("echo", "open", 10, 30, 0, new LoadSettings.Connections(true, true, 4096));
        RunFiles.in(folder).writeRequests(rows);
        RunFiles.in(folder).writeRun(new Run(new Run.Origin("./lab run -q 1000", "2026-11-21T04:20:11Z", "results/open",
                new Run.Sheet("23-open-closed", QUESTIONS)), new Environment("0.1.0", "25", "Linux",
                        new Environment.Hardware("a processor", 2, 1 << 30), new Environment.Limits(1024, 4096), 0),
                new ServerSettings(4096, true, 1 << 28, "", false, 1 << 26), load, models));
        return Report.draw(folder);
    }
}
