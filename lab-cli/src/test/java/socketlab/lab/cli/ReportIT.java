package socketlab.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import socketlab.results.files.ServedRow;

/** {@code lab report} as a user runs it, on files that no server had to be measured for. */
class ReportIT {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int MILLION = 1_000_000;

    @TempDir
    Path folder;

    @Test
    void aRunBecomesAPageMarkdownAndPdfAndAnswersAreKept() throws Exception {
        write("anna", 5);
        assertThat(lab(0, "report", "anna", "--pdf")).contains("report: anna/report.html", "report.pdf");
        for (String file : List.of("report.html", "report.md", "report.pdf", "charts/timeline.png")) {
            assertThat(folder.resolve("anna").resolve(file)).isNotEmptyFile();
        }
        Files.writeString(folder.resolve("anna/answers.md"), "## Mine\n\nAn answer of my own.\n");
        assertThat(lab(0, "report", "anna")).contains("report: anna/report.md").doesNotContain("kept");
        assertThat(folder.resolve("anna/report.html")).content().contains("An answer of my own.");
        Files.writeString(folder.resolve("anna/report.md"), "changed by hand");
        assertThat(lab(0, "report", "anna")).contains("kept, because it was changed by hand: anna/report.md");
    }

    @Test
    void severalRunsAreComparedWithAWarningWhereTheirLoadsDiffer() throws Exception {
        write("anna", 5);
        write("bela", 5);
        write("cora", 6);
        assertThat(lab(0, "report", "anna", "bela")).contains("One run each: no claim", "comparison.html");
        assertThat(folder.resolve("comparison.html")).isNotEmptyFile();
        assertThat(lab(0, "report", "anna", "cora"))
                .contains("warning: A and B have different loads: clients 5 and 6")
                .doesNotContain("Exception", "at socketlab");
    }

    @Test
    void aClassBecomesOnePageThatNamesWhatItLeavesOut() throws Exception {
        write("class/anna", 5);
        write("class/bela", 5);
        write("class/cora", 6);
        Files.createDirectories(folder.resolve("class/dora"));
        assertThat(lab(0, "report", "--class", "class")).contains("Median of 2 runs: ",
                "not compared: cora this run and most others differ", "not read: dora has no run.json in it");
        assertThat(folder.resolve("class/class.html")).isNotEmptyFile();
    }

    /** As 64 clients of an echo leave it, with what their server wrote down. */
    @Test
    void aMillionRequestsAreDrawnInAHeapOf512Megabytes() throws Exception {
        write("million", 64, MILLION);
        RunFiles million = RunFiles.in(folder.resolve("million"));
        million.writeRequests(() -> IntStream.range(0, MILLION).mapToObj(ReportIT::request).iterator());
        million.writeServed(() -> IntStream.range(0, MILLION).mapToObj(i -> new ServedRow("single", 1, i % 64 + 1,
                5001 + i % 64, i / 64 + 1, 0, request(i).intendedUs() + 20, request(i).doneUs() - 30)).iterator());
        lab(0, List.of("-Xmx512m"), "report", "million");
        for (String picture : List.of("timeline", "shares", "percentiles", "over-time")) {
            assertThat(folder.resolve("million/charts/" + picture + ".png")).isNotEmptyFile();
        }
    }

    private static RequestRow request(int i) {
        long intended = i / 64 * 1000L;
        return new RequestRow("single", 1, i + 1, i % 64 + 1, 5001 + i % 64, intended, -1, -1, intended + 10,
                intended + 500, intended + 600 + i * 7919L % 331, Outcome.OK);
    }

    @Test
    void aMissingOrOldRunIsReportedInOneLine() throws Exception {
        assertThat(lab(2, "report")).contains("give a run, several to compare, or --class");
        Files.createDirectories(folder.resolve("old"));
        Files.writeString(folder.resolve("old/run.json"), "{ \"schema\" : 1, \"models\" : [ ] }");
        assertThat(lab(1, "report", "old")).contains("old/run.json: an older lab wrote this file (schema 1)", "repeat the run")
                .doesNotContain("at socketlab");
        assertThat(lab(1, "report", "none")).contains("run.json is missing").doesNotContain("at socketlab");
        assertThat(lab(1, "report", "--class", "none")).contains("a folder for each student").doesNotContain("at ");
    }

    private String lab(int exitCode, String... words) throws IOException, InterruptedException {
        return lab(exitCode, List.of(), words);
    }

    private String lab(int exitCode, List<String> flags, String... words) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(LabJar.command(flags, words)).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(out.toFile()).start();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("it ends by itself").isTrue();
        assertThat(process.exitValue()).as(Files.readString(out)).isEqualTo(exitCode);
        return Files.readString(out);
    }

    private void write(String name, int clients) throws IOException {
        write(name, clients, clients);
    }

    private void write(String name, int clients, int requests) throws IOException {
        Path to = Files.createDirectories(folder.resolve(name));
        LoadSettings load = new LoadSettings("sleep", "closed", clients, requests, 1000,
                new LoadSettings.Connections(true, false, 4096));
        List<RequestRow> rows = new ArrayList<>();
        for (int i = 1; i <= clients; i++) {
            rows.add(new RequestRow("single", 1, i, i, 5000 + i, 0, 0, 0, 0, -1, i * 1_000_000L, Outcome.OK));
        }
        double last = clients * 1000;
        ModelResult single = new ModelResult(new ModelResult.Setup("single", 1, "tcp", clients, 0),
                new ModelResult.Counts(1, requests, requests, 0, null, 0),
                new ModelResult.Times(new LatencyMs(1000, last / 2, last / 2, last, last, last), null, null, last, 1),
                new ModelResult.Assessment(null, null, Verdict.AS_PREDICTED),
                List.of(new RoundResult(1, 0, requests, 0, null, 1, null)), new ModelResult.Resources(15, 1 << 26, 10), null);
        RunFiles.in(to).writeRequests(rows);
        RunFiles.in(to).writeRun(new Run(new Run.Origin("./lab run", "2026-11-21T04:20:11Z " + name, name),
                new Environment("0.1.0", "25", "Linux", new Environment.Hardware("a processor", 2, 1 << 30),
                        new Environment.Limits(1024, 4096), 0),
                new ServerSettings(4096, true, 1 << 28, "", false, 1 << 26), load, List.of(single)));
    }
}
