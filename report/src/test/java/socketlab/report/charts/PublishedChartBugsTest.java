package socketlab.report.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static socketlab.results.files.RequestRow.NEVER;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import socketlab.report.SampleLoad;
import socketlab.report.analysis.Downsampling;
import socketlab.report.analysis.LatencyDistribution;
import socketlab.report.analysis.Lttb;
import socketlab.report.analysis.Matrix;
import socketlab.report.analysis.RequestSeries;
import socketlab.report.draw.PlotAxis;
import socketlab.report.page.PageTable;
import socketlab.results.LatencyMs;
import socketlab.results.LoadSettings;
import socketlab.results.LoadSettings.Connections;
import socketlab.results.ModelResult;
import socketlab.results.Outcome;
import socketlab.results.Run;
import socketlab.results.SampleRun;
import socketlab.results.files.RequestRow;
import socketlab.results.files.ResourceRow;
import socketlab.results.files.RunFiles;
import socketlab.results.statistics.ModelSummary;
import socketlab.results.statistics.RoundRatio;
import socketlab.results.statistics.RoundValue;

/** Mistakes of published benchmark charts; each of them fails a test here. */
class PublishedChartBugsTest {
    private static final LoadSettings ECHO = new LoadSettings("echo", "closed", 1, 100, 0, new Connections(true, true, 4096));

    @TempDir
    private Path folder;

    @Test
    void aCpuCounterIsSubtractedNeverSummed() {
        List<ResourceRow> looks = List.of(look(0, 300), look(1000, 320), look(2000, 336));
        ModelResult result = ModelSummary.of("m", 1, "tcp", ECHO, rows("m", 36, 1000), List.of(), looks);
        assertThat(result.cpuMs()).as("300 + 320 + 336 is no processor time").isEqualTo(36);
        assertThat(Matrix.cpuMsEach(result)).isEqualTo(1);
    }

    @Test
    void aRatioOfRoundsIsTheSameInBothDirections() {
        List<RoundValue> base = List.of(new RoundValue(1, 100, 0), new RoundValue(2, 200, 0), new RoundValue(3, 400, 0));
        List<RoundValue> other = List.of(new RoundValue(1, 400, 0), new RoundValue(2, 200, 0), new RoundValue(3, 100, 0));
        assertThat(RoundRatio.paired(base, other).orElseThrow().value()).as("the mean of the ratios would be 1.75")
                .isCloseTo(1, within(1e-12));
        assertThat(RoundRatio.unpaired(base, other).orElseThrow().value()).isCloseTo(1, within(1e-12));
    }

    @Test
    void cpuPerRequestIsTheSumByAllAnswersNotTheMeanOfTheRounds() {
        List<RequestRow> requests = new ArrayList<>(rows("m", 90, 1000));
        rows("m", 10, 1000).forEach(row -> requests.add(new RequestRow("m", 2, row.request(), 1, 5001,
                row.intendedUs() + 9_000_000, 0, 0, row.sentUs() + 9_000_000, NEVER, row.doneUs() + 9_000_000,
                Outcome.OK)));
        List<ResourceRow> looks = List.of(look(0, 0), look(1000, 90), new ResourceRow("m", 2, 9_000_000, 20, 1, 500),
                new ResourceRow("m", 2, 9_001_000, 20, 1, 510));
        ModelResult result = ModelSummary.of("m", 1, "tcp", ECHO, requests, List.of(), looks);
        assertThat(Matrix.cpuMsEach(result)).isEqualTo(1);
        assertThat(result.throughputPerS()).as("the time between rounds does not count")
                .isCloseTo(100_000.0 / (90 + 10), within(1.0));
    }

    @Test
    void aModelMeasuredLaterBeginsAtZeroLikeTheFirst() throws IOException {
        Run run = SampleRun.write(folder, List.of("single", "select"), 10, 200, 0, 0);
        assertThat(RequestSeries.of(RunFiles.in(folder), run)).allSatisfy(
                series -> assertThat(series.spans().inOrderOfStart().getFirst().startUs()).isZero());
    }

    @Test
    void anUnknownValueIsADash() throws IOException {
        Run run = SampleLoad.sweep(folder, "clients", List.of("single", "select"), List.of(1, 10), 1);
        ModelResult unseen = new ModelResult(new ModelResult.Setup("foreign", null, "tcp", 1, 0),
                new ModelResult.Counts(1, 5, 5, 0, Map.of(), 0),
                new ModelResult.Times(new LatencyMs(1, 1, 1, 1, 1, 1), null, null, 5, 1000), null, null, null, null);
        Matrix matrix = new Matrix(run, List.of(unseen, run.models().getFirst()), Matrix.of(run).metrics(),
                Matrix.of(run).rankings());
        Matrix.Metric cpu = matrix.metrics().get(4);
        assertThat(cpu.value().applyAsDouble(unseen)).isNaN();
        assertThat(matrix.best(cpu)).as("an unknown value is not the least").doesNotContain(unseen);
        PageTable table = PageTable.of(new Run(null, null, null, ECHO, List.of(unseen)));
        assertThat(table.rows().getFirst().cells()).contains("–").doesNotContain("", "0.00 s");
        assertThat(table.rows()).allSatisfy(row -> assertThat(row.cells()).hasSameSizeAs(table.headings()));
    }

    @Test
    void theLastRowIsNotDropped() {
        double[] x = IntStream.range(0, 10_000).asDoubleStream().toArray();
        assertThat(new Lttb(x, x).choose(4000)).hasSize(4000).startsWith(0).endsWith(9999).isSorted();
        assertThat(RequestSeries.sample(10_000, 12)).endsWith(9999);
    }

    @Test
    void noLongWaitIsLostAmongThousandsOfQuickRequests() {
        int size = 2000;
        double[] x = IntStream.range(0, size).asDoubleStream().toArray();
        double[] latency = new double[size];
        Arrays.setAll(latency, i -> 10 + i * 7919 % 13 / 10.0);
        List<Integer> waits = List.of(100, 101, 102, 103, 700, 704, 1100, 1500, 1501, 1900);
        waits.forEach(i -> latency[i] = 1000 + i);
        latency[1300] = 1e15;
        int[] drawn = new Downsampling(x, latency, latency).choose(100);
        assertThat(drawn).hasSizeLessThanOrEqualTo(100).isSorted().doesNotHaveDuplicates().startsWith(0).endsWith(size - 1)
                .contains(1300).contains(waits.stream().mapToInt(i -> i).toArray());
    }

    @Test
    void ofTooManyLongWaitsTheWorstAreDrawn() {
        double[] latency = new double[10_000];
        Arrays.setAll(latency, i -> i % 3 == 0 ? 1000 + i : 1);
        double[] x = IntStream.range(0, latency.length).asDoubleStream().toArray();
        assertThat(new Downsampling(x, latency, latency).choose(100)).hasSizeBetween(50, 100)
                .contains(IntStream.range(0, 50).map(i -> 9999 - 3 * i).toArray());
        double[] equal = new double[latency.length];
        Arrays.setAll(equal, i -> i % 3 == 0 ? 1000 : 1);
        assertThat(new Downsampling(x, equal, equal).choose(100)).hasSizeBetween(50, 100);
    }

    @Test
    void aStaircaseStaysEven() {
        double[] stairs = IntStream.range(0, 5000).asDoubleStream().toArray();
        int[] drawn = new Downsampling(stairs, stairs, stairs).choose(100);
        assertThat(IntStream.range(1, drawn.length).map(i -> drawn[i] - drawn[i - 1]).max().orElseThrow()).isLessThan(200);
    }

    @Test
    void everyMarkStandsOnItsLine() {
        int[] drawn = {0, 3, 500, 501, 502, 1000, 1999};
        for (double turn : new double[] {0, 0.4, 0.9}) {
            assertThat(drawn).contains(Curve.marks(drawn, 2000, 12, turn));
        }
        assertThat(Curve.marks(new int[] {0, 1, 2}, 3, 12, 0)).containsExactly(0, 1, 2);
    }

    @Test
    void lttbKeepsALonePeak() {
        double[] y = new double[100_000];
        y[61_803] = 1400;
        double[] x = IntStream.range(0, y.length).asDoubleStream().toArray();
        assertThat(new Lttb(x, y).choose(500)).contains(61_803);
    }

    @Test
    void failedRequestsAreInThePercentiles() throws IOException {
        Run run = SampleRun.write(folder, List.of("single", "pool:4"), 100, 100, 10, 4);
        List<LatencyDistribution> distributions = RequestSeries.of(RunFiles.in(folder), run).stream().map(LatencyDistribution::of)
                .toList();
        LatencyDistribution failing = distributions.getLast();
        assertThat(failing.atMs(0.75)).isPositive();
        assertThat(failing.atMs(0.99)).as("75 of 100 were answered").isNaN();
        assertThat(failing.sound()).isFalse();
        assertThat(Matrix.of(run).metrics()).allSatisfy(
                metric -> assertThat(Matrix.of(run).best(metric)).doesNotContain(failing.result()));
        assertThat(LatencyCurves.percentiles(run, "", distributions).title()).contains("pool:4 failed 25 of 100 requests");
    }

    @Test
    void anAxisIsLabelledInTheUnitOfItsNumbers() {
        LatencyAxis seconds = LatencyAxis.of(900, 5000);
        assertThat(seconds.scale().unit()).isEqualTo("s");
        assertThat(seconds.axis().to()).isBetween(5.0, 10.0);
        LatencyAxis micros = LatencyAxis.of(0.3, 0.9);
        assertThat(micros.scale().unit()).isEqualTo("µs");
        assertThat(micros.axis().to()).isBetween(900.0, 2000.0);
    }

    @Test
    void aLogarithmicAxisNeverStartsAtZero() {
        assertThat(LatencyAxis.of(0, 5000).axis().log()).isFalse();
        PlotAxis axis = LatencyAxis.of(0.01, 5000).axis();
        assertThat(axis.log()).isTrue();
        assertThat(axis.at(0)).isFinite().isEqualTo(axis.at(axis.from()));
    }

    private static ResourceRow look(long atUs, double cpuMs) {
        return new ResourceRow("m", 1, atUs, 20, 1, cpuMs);
    }

    private static List<RequestRow> rows(String model, int count, long eachUs) {
        return IntStream.range(0, count).mapToObj(i -> new RequestRow(model, 1, i + 1, 1, 5001, i * eachUs, 0, 0,
                i * eachUs, NEVER, (i + 1) * eachUs, Outcome.OK)).toList();
    }
}
