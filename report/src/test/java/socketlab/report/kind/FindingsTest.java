package socketlab.report.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import socketlab.report.SampleLoad;
import socketlab.report.analysis.Failures;
import socketlab.report.analysis.RequestSeries;
import socketlab.report.page.TextTable;
import socketlab.report.prose.TimelineText;
import socketlab.report.text.Formats;
import socketlab.report.text.TimeUnitScale;
import socketlab.results.LoadSettings;
import socketlab.results.LoadSettings.Connections;
import socketlab.results.ModelResult;
import socketlab.results.Outcome;
import socketlab.results.Predicted;
import socketlab.results.Run;
import socketlab.results.SampleRun;
import socketlab.results.Verdict;
import socketlab.results.files.RequestRow;
import socketlab.results.files.RunFiles;
import socketlab.results.statistics.ModelSummary;

class FindingsTest {
    @TempDir
    private Path folder;

    @Test
    void theFindingOfAForeignServerNamesOnlyWhatAClientSees() {
        LoadSettings foreign = new LoadSettings("sleep", "closed", 1, 1, -1, new Connections(false, false, 0));
        ModelResult result = ModelSummary.of("python", null, "tcp", foreign,
                List.of(new RequestRow("python", 1, 1, 1, 5001, 0, 1, 2, -1, 900, 1000, Outcome.OK)), List.of(), List.of());
        Run run = new Run(null, null, null, foreign, List.of(result));
        assertThat(RunKind.of(run).plainFindings().getFirst()).startsWith("python: ").doesNotContain("at once")
                .contains("the lab did not start this server");
    }

    @Test
    void aStaircaseNamesTheLastClient() throws IOException {
        Run run = SampleRun.write(folder, List.of("single", "threaded"), 5, 5, 1000, 0);
        assertThat(RunKind.of(run).plainFindings()).containsExactly(
                "single: one at a time. The last of 5 clients waited 5.00 s, 5 times as long as the first;"
                        + " predicted 5.00 s (off by 1.3 ms).",
                "threaded: a thread for each client. All 5 clients waited 1.00 s; predicted 1.00 s (off by 2.0 ms).");
        assertThat(RunKind.of(run).headline())
                .isEqualTo("single takes 5.00 s for five clients, as predicted; threaded 1.00 s, as predicted");
    }

    @Test
    void aModelWithFailedRequestsIsNotRanked() throws IOException {
        Run run = SampleRun.write(folder, List.of("single", "pool:4"), 20, 20, 1000, 4);
        assertThat(RunKind.of(run).plainFindings().getLast()).startsWith(
                "pool:4: 4 at a time. 5 of 20 requests failed (5 timeout), so it is not ranked. The last of 15 answered"
                        + " clients waited");
        assertThat(RunKind.of(run).headline()).isEqualTo(
                "single takes 20.00 s for 20 clients, as predicted; pool:4 failed 5 of 20 requests");
    }

    @Test
    void aTitleCountsModelsWhereThereAreMany() throws IOException {
        Run nine = SampleRun.write(folder, SampleRun.NINE, 5, 5, 1000, 0);
        assertThat(RunKind.of(nine).headline()).isEqualTo("single and udp take 5.00 s for five clients, as predicted;"
                + " pool:4 2.00 s, as predicted; the other six 1.00 s, as predicted");
        assertThat(TimelineText.title(nine, RequestSeries.of(RunFiles.in(folder), nine)))
                .endsWith("less than 10 % of the latency in the other six");
        assertThat(RunKind.of(SampleRun.write(folder, SampleRun.NINE, 5, 5, 1000, 2)).headline())
                .startsWith("single takes 5.00 s for five clients, as predicted; six models 1.00 s, as predicted");
        assertThat(RunKind.of(SampleRun.write(folder, SampleRun.NINE, 1, 1, 1000, 0)).headline())
                .startsWith("all nine take 1.00 s for one client, as predicted");
    }

    @Test
    void withoutAPredictionTheReasonIsGiven() throws IOException {
        Run run = SampleRun.write(folder, List.of("select"), 10, 500, 0, 0);
        assertThat(RunKind.of(run).plainFindings().getFirst()).contains("500 successful requests: p50 ")
                .endsWith("No prediction: the service does not sleep, so its service time depends on this machine.");
    }

    @Test
    void theFindingOfAnOpenLoopHasTheUncorrectedP99() throws IOException {
        assertThat(RunKind.of(SampleLoad.paused(folder, List.of("select"))).plainFindings().getFirst()).containsPattern(
                "Uncorrected p99 \\(coordinated omission\\): .* us instead of 1\\.\\d\\d s\\.");
    }

    @Test
    void oneClientIsNotCalledSeveral() throws IOException {
        assertThat(RunKind.of(SampleRun.write(folder, List.of("single"), 1, 1, 1000, 0)).plainFindings().getFirst())
                .startsWith("single: one at a time. The only client waited 1.00 s");
        assertThat(RunKind.of(SampleRun.write(folder, List.of("select"), 2, 2, 1000, 0)).plainFindings().getFirst())
                .contains("Both clients waited 1.00 s");
    }

    private static final String KILLED = "the server was killed by signal 9";

    @Test
    void aServerThatCrashedIsNamedEverywhereAndNotRanked() throws IOException {
        Run run = SampleRun.write(folder, List.of("single", "threaded"), 5, 5, 1000, 0);
        ModelResult single = run.models().getFirst();
        ModelResult crashed = run.models().getLast().withCrash(KILLED);
        Run half = new Run(null, null, null, run.load(), List.of(single, crashed));
        assertThat(crashed.sound()).isFalse();
        assertThat(crashed.verdict()).isEqualTo(Verdict.OFF);
        assertThat(RunKind.of(half).headline()).isEqualTo(
                "single takes 5.00 s for five clients, as predicted; the server of threaded crashed");
        assertThat(RunKind.of(half).plainFindings().getLast()).endsWith(" The server was killed by signal 9.");
        assertThat(TextTable.of(half).lines()).first().asString().contains("server");
        assertThat(TextTable.of(half).lines()).last().asString().contains("crashed");
        assertThat(Failures.notes(half)).contains("The server of threaded crashed.");
        assertThat(RunKind.of(new Run(null, null, null, run.load(), List.of(crashed))).headline())
                .isEqualTo("the server of threaded crashed");
    }

    @Test
    void aServerThatCrashedBeforeItListenedHasARow() {
        LoadSettings load = new LoadSettings("echo", "closed", 5, 5, 0, new Connections(true, true, 0));
        ModelResult crashed = ModelSummary.of("mine", null, "tcp", load, List.of(), List.of(), List.of()).withCrash(KILLED);
        Run run = new Run(null, null, null, load, List.of(crashed));
        assertThat(RunKind.of(run).plainFindings().getFirst()).contains("No requests were sent. The server was killed");
        assertThat(TextTable.of(run)).contains("mine ").contains("crashed");
    }

    @Test
    void aRunWithoutAnAnswerHasNoLatency() {
        ModelResult dead = new ModelResult(new ModelResult.Setup("single", 1, "tcp", 5, 0),
                new ModelResult.Counts(1, 5, 0, 5, Map.of("refused", 5), 0), null,
                new ModelResult.Assessment(new Predicted(5000, 3000, 3000), null, Verdict.OFF), null, null, null);
        Run run = new Run(null, null, null,
                new LoadSettings("sleep", "closed", 5, 5, 1000, new Connections(true, false, 0)), List.of(dead));
        assertThat(RunKind.of(run).plainFindings()).containsExactly(
                "single: one at a time. No request succeeded: 5 refused.");
        assertThat(RunKind.of(run).headline()).isEqualTo("No request succeeded");
        assertThat(TextTable.of(run)).contains("single   0       5");
    }

    @Test
    void theTableIsAlignedAndFitsTheTerminal() throws IOException {
        Run run = SampleRun.write(folder, SampleRun.NINE, 100, 5000, 1000, 9);
        List<String> lines = TextTable.of(run).lines().toList();
        assertThat(lines).hasSize(10).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
        assertThat(lines).extracting(String::length).containsOnly(lines.getFirst().length());
        assertThat(lines.getFirst()).containsPattern(
                "^model +ok +errors +p50 +p99 +max +total +predicted +p50 off % +threads +RSS +CPU$");
    }

    @Test
    void timesHaveTheUnitThatFits() {
        assertThat(Formats.time(5001.2)).isEqualTo("5.00 s");
        assertThat(Formats.time(999.6)).isEqualTo("1.00 s");
        assertThat(Formats.time(999.4)).isEqualTo("999 ms");
        assertThat(Formats.time(1.24)).isEqualTo("1.2 ms");
        assertThat(Formats.time(0.049)).isEqualTo("49 µs");
        assertThat(Formats.bytes(54L << 20)).isEqualTo("54 MiB");
        assertThat(TimeUnitScale.fitting(5000).ofUs(5_000_000L)).isEqualTo(5);
        assertThat(TimeUnitScale.fitting(900).ofUs(900_000L)).isEqualTo(900);
        assertThat(TimeUnitScale.fitting(0.5).ofUs(500L)).isEqualTo(500);
        assertThat(List.of(TimeUnitScale.fitting(5000).unit(), TimeUnitScale.fitting(900).unit(), TimeUnitScale.fitting(0.5)
                .unit()))
                .containsExactly("s", "ms", "µs");
    }

    @Test
    void countsAgreeWithTheirNouns() {
        assertThat(Formats.count(1, "client")).isEqualTo("1 client");
        assertThat(Formats.count(5000, "client")).isEqualTo("5,000 clients");
        assertThat(List.of(1, 2, 3, 11, 12, 13, 21, 100, 112)).extracting(number -> Formats.ordinal(number))
                .containsExactly(
                        "1st", "2nd", "3rd", "11th", "12th", "13th", "21st", "100th", "112th");
    }
}
