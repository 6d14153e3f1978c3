package socketlab.report.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import socketlab.report.Report;
import socketlab.report.SampleSweep;
import socketlab.report.charts.IdleLatencyChart;
import socketlab.report.draw.Colors;
import socketlab.report.kind.RunKind;
import socketlab.report.page.TextTable;
import socketlab.results.ModelResult;
import socketlab.results.Outcome;
import socketlab.results.Run;
import socketlab.results.SampleRun;
import socketlab.results.files.RequestRow;
import socketlab.results.files.RunFiles;
import socketlab.results.statistics.ModelSummary;
import socketlab.results.statistics.Statistics;

class ModelSeriesTest {
    private static final List<Integer> THREE = List.of(10, 1000, 5000);

    @TempDir
    private Path folder;

    @Test
    void eachResultOfASweepOwnsTheRowsOfItsRound() throws IOException {
        Run run = SampleSweep.write(folder, List.of("poll", "select"), THREE);
        List<RequestSeries> all = RequestSeries.of(RunFiles.in(folder), run);
        assertThat(all).hasSize(6).allSatisfy(series -> {
            assertThat(series.spans()).hasSize(2000).extracting(RequestSpan::round).containsOnly(series.spans().getFirst()
                    .round());
            long[] latencies = series.spans().stream().mapToLong(RequestSpan::latencyUs).toArray();
            assertThat(Statistics.latency(latencies)).isEqualTo(series.result().latencyMs());
        });
        assertThat(all).extracting(series -> series.spans().getFirst().round()).containsExactly(1, 2, 3, 1, 2, 3);
        assertThat(all).allSatisfy(series -> assertThat(series.spans().getFirst().startUs()).isZero());
    }

    @Test
    void aResultOwnsTheRowsOfAllItsRoundsAndOneRoundStandsForThem() throws IOException {
        Run run = SampleSweep.write(folder, List.of("poll"), THREE);
        List<RequestRow> rows = new ArrayList<>();
        RunFiles.in(folder).readRequests(rows::add);
        ModelResult together = ModelSummary.of("poll", null, "tcp", run.load(), rows, List.of(), List.of());
        RequestSeries series = RequestSeries.of(RunFiles.in(folder), run.withModels(List.of(together))).getFirst();
        assertThat(series.spans()).hasSize(6000);
        assertThat(series.typicalRound().spans()).as("1,000 idle clients: the median of three").hasSize(2000)
                .extracting(RequestSpan::round).containsOnly(2);
        rows.set(0, new RequestRow("poll", 1, 1, 1, 1, 0, 0, 0, 0, -1, 5000, Outcome.TIMEOUT));
        ModelResult failing = ModelSummary.of("poll", null, "tcp", run.load(), rows, List.of(), List.of());
        assertThat(RequestSeries.of(RunFiles.in(folder), run.withModels(List.of(failing))).getFirst().typicalRound().spans())
                .extracting(RequestSpan::round).as("a failure is never hidden").containsOnly(1);
    }

    @Test
    void aSweepHasChartsOfItsOwnWithEveryModel() throws IOException {
        SampleSweep.write(folder, SampleRun.NINE, THREE);
        String page = Files.readString(Report.draw(folder));
        assertThat(drawn()).containsExactly("cost.png", "cost.svg", "idle-latency.png", "idle-latency.svg");
        assertThat(Colors.in(folder.resolve("charts/cost.png"))).containsAll(Colors.of(SampleRun.NINE));
        List<String> answering = List.of("threaded", "virtual", "select", "poll", "udp", "udp-threaded", "udp-select");
        assertThat(Colors.in(folder.resolve("charts/idle-latency.png"))).containsAll(Colors.of(answering));
        assertThat(page).contains("KiB/idle", "How to read it: each line is one model").doesNotContain("off %");
    }

    @Test
    void withOneNumberOfIdleClientsTheCostIsAnotherChart() throws IOException {
        SampleSweep.write(folder, SampleRun.FIVE, List.of(1000));
        Report.draw(folder);
        assertThat(drawn()).contains("cost.png", "cost.svg", "shares.png", "timeline.png")
                .doesNotContain("idle-latency.png");
        assertThat(Colors.in(folder.resolve("charts/cost.png"))).containsAll(Colors.of(SampleRun.FIVE));
    }

    @Test
    void theBarsOfTwoModelsDoNotOverlap() throws IOException {
        SampleSweep.write(folder, List.of("select", "poll"), List.of(1000));
        Report.draw(folder);
        assertThat(Colors.count(folder.resolve("charts/cost.png"), "select"))
                .isCloseTo(Colors.count(folder.resolve("charts/cost.png"), "poll"), withinPercentage(25));
    }

    @Test
    void anUnwatchedServerHasNoCostChart() throws IOException {
        Run run = SampleSweep.write(folder, List.of("select", "poll"), THREE);
        RunFiles.in(folder).writeRun(run.withModels(
                run.models().stream().map(model -> model.withIdle(new ModelResult.Idle(model.idleClients(), 0, 0))).toList()));
        Report.draw(folder);
        assertThat(drawn()).containsExactly("idle-latency.png", "idle-latency.svg");
        assertThat(TextTable.of(RunFiles.in(folder).readRun()).lines().skip(1))
                .allSatisfy(line -> assertThat(line).contains(" -  "));
    }

    @Test
    void chartsWithoutAnAnswerSaySo() throws IOException {
        Run run = SampleSweep.write(folder, List.of("single", "pool:4"), THREE);
        assertThat(Files.readString(Report.draw(folder))).contains("single and pool:4 answer no request");
        assertThat(IdleLatencyChart.of(run, "").figure().notes()).contains(
                "No request succeeded, so there is no latency to draw.");
        assertThat(RunKind.of(run).plainFindings().getFirst()).startsWith(
                "single: one at a time. No request succeeded with 10, 1,000 and"
                        + " 5,000 idle clients: 15 timeout.");
    }

    @Test
    void theSameFilesGiveTheSameBytes() throws IOException {
        SampleSweep.write(folder, SampleRun.FIVE, List.of(0, 1000, 5000));
        byte[] first = Files.readAllBytes(Report.draw(folder));
        assertThat(Files.readAllBytes(Report.draw(folder))).isEqualTo(first);
    }

    private List<String> drawn() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("charts"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
