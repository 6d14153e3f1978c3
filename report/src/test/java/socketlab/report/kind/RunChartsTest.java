package socketlab.report.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import socketlab.report.SampleLoad;
import socketlab.report.analysis.Knee;
import socketlab.report.analysis.LatencyDistribution;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.analysis.RequestSeries;
import socketlab.report.analysis.SweepVariable;
import socketlab.report.prose.SweepText;
import socketlab.report.charts.LatencyCurves;
import socketlab.report.charts.OverTimeChart;
import socketlab.report.draw.Colors;
import socketlab.report.draw.RenderedChart;
import socketlab.report.draw.RunChart;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.SampleRun;
import socketlab.results.files.RunFiles;

class RunChartsTest {
    private static final List<Integer> LEVELS = List.of(1, 2, 5, 10, 20, 50);

    @TempDir
    private Path folder;

    @Test
    void fewRequestsHaveNoChartOfADistribution() throws IOException {
        assertThat(names(SampleRun.write(folder, SampleRun.NINE, 5, 5, 1000, 0)))
                .containsExactly("timeline", "latency");
        assertThat(names(SampleRun.write(folder, SampleRun.FIVE, 100, 100, 10, 0)))
                .containsExactly("timeline", "latency", "shares", "boxes", "matrix");
        assertThat(names(SampleRun.write(folder, List.of("select"), 10, 500, 0, 0)))
                .containsExactly("timeline", "shares", "percentiles", "over-time");
    }

    @Test
    void everyModelIsInEveryChartOfADistribution() throws IOException {
        Run run = SampleRun.write(folder, SampleRun.FIVE, 20, 200, 0, 7);
        for (RunChart chart : RunKind.of(run).charts(RunFiles.in(folder))) {
            RenderedChart.of(chart).save(folder);
            assertThat(Colors.in(folder.resolve(chart.name() + ".png"))).as(chart.name())
                    .containsAll(Colors.of(chart.name().equals("matrix") ? List.of("single", "threaded")
                            : SampleRun.FIVE));
            assertThat(chart.caption()).as(chart.name()).startsWith("How to read it: ");
        }
    }

    @Test
    void theKneeIsWhereMoreClientsOnlyWait() throws IOException {
        Run run = SampleLoad.sweep(folder, "clients", List.of("single", "select"), LEVELS, 3);
        assertThat(names(run)).containsExactly("throughput", "load-cost");
        List<ModelSeries> sweeps = ModelSeries.of(run);
        assertThat(sweeps).allSatisfy(sweep -> assertThat(sweep.steps()).extracting(ModelResult::clients)
                .containsExactlyElementsOf(LEVELS));
        assertThat(Knee.of(SweepVariable.CLIENTS, sweeps.getFirst()).orElseThrow().clients()).isEqualTo(1);
        assertThat(Knee.of(SweepVariable.CLIENTS, sweeps.getLast()).orElseThrow().clients()).isEqualTo(20);
        assertThat(RunKind.of(run).headline()).isEqualTo(
                "Throughput and latency over the number of clients, one run each: no claim");
        assertThat(RunKind.of(SampleLoad.sweep(folder, "clients", List.of("select"), LEVELS, 3)).headline())
                .startsWith("Maximum throughput: 2").endsWith("in select (knee at 20 clients)");
    }

    @Test
    void aSweepThatStartsBeyondTheKneeSaysSo() throws IOException {
        Run run = SampleLoad.sweep(folder, "clients", List.of("single"), List.of(10, 50), 3);
        ModelSeries single = ModelSeries.of(run).getFirst();
        assertThat(Knee.of(SweepVariable.CLIENTS, single)).isEmpty();
        assertThat(SweepText.finding(run, single)).startsWith("The knee lies below 10 clients. p50 ");
        assertThat(RunKind.of(run).headline()).doesNotContain("knee");
    }

    @Test
    void aTitleNamesTheRateThatOneModelKeepsUpWith() throws IOException {
        Run run = SampleLoad.sweep(folder, "rate", List.of("single", "select", "udp"), List.of(500, 1000, 5000), 1);
        assertThat(names(run)).containsExactly("offered", "load-cost");
        assertThat(RunKind.of(run).headline()).matches("Throughput and latency over the offered rate, one run each: no claim;"
                + " udp failed [0-9,]+ of [0-9,]+ requests");
        assertThat(RunKind.of(SampleLoad.sweep(folder, "rate", List.of("single"), List.of(500, 1000, 5000), 1)).headline())
                .isEqualTo("Throughput keeps up with the offered rate up to 500/s in single");
        assertThat(Knee.of(SweepVariable.RATE, ModelSeries.of(run).get(1))).as("the knee is unknown").isEmpty();
        assertThat(RunKind.of(run).loadSentence()).startsWith("Open loop, 500/s to 5,000/s poisson, over 100 connections");
    }

    @Test
    void aFailureInOneRoundIsNeverHidden() throws IOException {
        Run run = SampleLoad.sweep(folder, "clients", List.of("udp"), List.of(1, 10), 3);
        assertThat(ModelSeries.of(run).getFirst().steps().getLast().failed()).isPositive();
        assertThat(Knee.of(SweepVariable.CLIENTS, ModelSeries.of(run).getFirst())).isEmpty();
    }

    @Test
    void correctedAndUncorrectedAreDrawnSideBySide() throws IOException {
        Run run = SampleLoad.paused(folder, List.of("select"));
        LatencyDistribution distribution = LatencyDistribution.of(RequestSeries.of(RunFiles.in(folder), run).getFirst());
        assertThat(distribution.atMs(0.99)).isGreaterThan(1000);
        assertThat(distribution.uncorrectedAtMs(0.99)).isLessThan(10);
        assertThat(LatencyCurves.percentiles(run, "", List.of(distribution)).figure().keys()).hasSize(2);
        assertThat(OverTimeChart.of(run, "", RequestSeries.of(RunFiles.in(folder), run)).title())
                .startsWith("The longest latency, 1.40 s in select, is that of a request due 4.00 s after the first");
    }

    @Test
    void aChartWithFewerPointsSaysSo() throws IOException {
        Run run = SampleLoad.paused(folder, List.of("select"));
        List<RequestSeries> all = RequestSeries.of(RunFiles.in(folder), run);
        assertThat(OverTimeChart.of(run, "", all).figure().notes())
                .anySatisfy(note -> assertThat(note).contains("4,000", "LTTB"));
        assertThat(LatencyCurves.cdf(run, "", List.of(LatencyDistribution.of(all.getFirst()))).figure().notes())
                .anySatisfy(note -> assertThat(note).contains("4,000", "LTTB"));
    }

    private List<String> names(Run run) throws IOException {
        return RunKind.of(run).charts(RunFiles.in(folder)).stream().map(RunChart::name).toList();
    }
}
