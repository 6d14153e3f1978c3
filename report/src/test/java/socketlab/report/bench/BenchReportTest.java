package socketlab.report.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import socketlab.results.files.ResultsException;

/** What JMH wrote becomes bars with their confidence, and a difference within it is called noise. */
class BenchReportTest {
    @SuppressWarnings("InlineFormatString")   // a page of JSON reads better alone
    private static final String ONE = """
            {"jmhVersion": "1.37", "benchmark": "socketlab.bench.RoundTrip.echo", "mode": "avgt", "forks": 3,
             "jdkVersion": "25", "warmupIterations": 3, "measurementIterations": 5, "measurementTime": "1 s",
             "params": {"connections": "%s", "model": "%s"},
             "primaryMetric": {"score": %s, "scoreError": %s, "scoreUnit": "us/op"},
             "secondaryMetrics": {"wrong": {"score": %s}}}""";

    @TempDir
    Path folder;

    private Path file(String name, String... entries) throws IOException {
        return Files.writeString(folder.resolve(name), "[" + String.join(",", entries) + "]");
    }

    private static String one(String model, double score, Object error) {
        return ONE.formatted(10, model, score, error, 0);
    }

    @Test
    void aScoreIsReadWithItsParametersAndItsError() throws IOException {
        BenchScore score = BenchFile.read(file("a.json", one("select", 12.34, 0.56))).scores().getFirst();
        assertThat(score.benchmark()).isEqualTo("RoundTrip.echo");
        assertThat(score.row()).isEqualTo("select, 10");
        assertThat(score.text()).isEqualTo("12.3 ± 0.6 µs");
    }

    @Test
    void oneIterationHasNoConfidenceInterval() throws IOException {
        BenchScore score = BenchFile.read(file("a.json", one("select", 12.34, "\"NaN\""))).scores().getFirst();
        assertThat(score.text()).isEqualTo("12.3 µs");
        assertThat(score.withinNoiseOf(score)).isTrue();
    }

    @Test
    void aDifferenceIsNoiseWhereTheIntervalsOverlap() throws IOException {
        BenchFile before = BenchFile.read(file("a.json", one("select", 10, 1), one("poll", 10, 1)));
        BenchFile now = BenchFile.read(file("b.json", one("select", 11.9, 1), one("poll", 20, 1)));
        List<BenchRow> rows = BenchRow.of(now, before, "RoundTrip.echo");
        assertThat(rows).extracting(BenchRow::verdict).containsExactly("within noise (1.19 times)", "2.00 times");
        assertThat(BenchChart.title("RoundTrip.echo", rows))
                .isEqualTo("RoundTrip.echo: 1 of 2 differ by more than noise");
    }

    @Test
    void rowsThatTheOtherFileLacksAreNotCompared() throws IOException {
        BenchFile before = BenchFile.read(file("a.json", one("select", 10, 1)));
        BenchFile now = BenchFile.read(file("b.json", one("select", 10, 1), one("poll", 20, 1)));
        assertThat(BenchRow.of(now, before, "RoundTrip.echo")).extracting(BenchRow::verdict)
                .containsExactly("within noise (1.00 times)", "");
    }

    @Test
    void thePageHasAChartForEachBenchmark() throws IOException {
        Path page = BenchReport.draw(file("bench.json", one("select", 10, 1), one("<i>mine</i>", 20, 1)), null, null);
        assertThat(folder.resolve("charts/bench-RoundTrip.echo.png")).isNotEmptyFile();
        assertThat(Files.readString(page)).contains("from 10.0 ± 1.0 µs (select, 10)").doesNotContain("<i>mine");
    }

    @Test
    void aFileThatIsNotJmhsGivesOneLine() throws IOException {
        for (String text : List.of("", "[", "{}", "[]", "[{\"a\": 1}]", "\u0000")) {
            Path file = Files.writeString(folder.resolve("bad.json"), text);
            assertThatThrownBy(() -> BenchFile.read(file)).as(text).isInstanceOf(ResultsException.class)
                    .hasMessageContaining("bad.json").hasMessageNotContaining("\n");
        }
        assertThatThrownBy(() -> BenchFile.read(folder.resolve("none.json"))).isInstanceOf(ResultsException.class);
    }
}
