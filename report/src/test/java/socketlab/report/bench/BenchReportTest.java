package socketlab.report.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import socketlab.report.text.Formats;
import socketlab.results.files.ResultsException;

/** What JMH wrote becomes bars with their confidence, and a difference within it is called noise. */
class BenchReportTest {
    @SuppressWarnings("InlineFormatString")   // a page of JSON reads better alone
    private static final String ONE = """
            {"jmhVersion": "1.37", "benchmark": "socketlab.bench.RoundTrip.echo", "mode": "avgt", "forks": 3,
             "jdkVersion": "25", "warmupIterations": 3, "measurementIterations": 5, "measurementTime": "1 s",
             "params": {"connections": "%s", "model": "%s"},
             "primaryMetric": {"score": %s, "scoreError": %s, "scoreUnit": "us/op", "rawData": %s},
             "secondaryMetrics": {"wrong": {"score": %s}}}""";

    @TempDir
    Path folder;

    private Path file(String name, String... entries) throws IOException {
        return Files.writeString(folder.resolve(name), "[" + String.join(",", entries) + "]");
    }

    /** In one fork. */
    private static String one(String model, double score, Object error) {
        return one(model, score, error, "[[" + score + "]]");
    }

    private static String one(String model, double score, Object error, String forks) {
        return Formats.format(ONE, 10, model, score, error, forks, 0);
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
    }

    @Test
    void aDifferenceIsNamedWhereTheForksShowIt() throws IOException {
        String ten = "[[9.9, 10.0], [10.0, 10.1], [10.1, 10.2]]";
        BenchFile before = BenchFile.read(file("a.json", one("select", 10, 1, ten), one("poll", 10, 1, ten)));
        BenchFile now = BenchFile.read(file("b.json", one("select", 10.3, 0.1, "[[9.8], [10.4], [10.7]]"),
                one("poll", 20, 1, "[[19.9], [20.0], [20.2]]")));
        List<BenchRow> rows = BenchRow.of(now, before, "RoundTrip.echo");
        assertThat(rows).extracting(BenchRow::verdict).containsExactly("no difference found (1.03 times)", "2.00 times");
        assertThat(BenchChart.title("RoundTrip.echo", rows)).isEqualTo("RoundTrip.echo: 1 of 2 differ");
    }

    @Test
    void theIterationsOfOneForkAreNoRepetition() throws IOException {
        BenchFile before = BenchFile.read(file("a.json", one("select", 10, 0.1, "[[10, 10.1, 9.9]]")));
        BenchFile now = BenchFile.read(file("b.json", one("select", 20, 0.1, "[[20, 20.1, 19.9]]")));
        List<BenchRow> rows = BenchRow.of(now, before, "RoundTrip.echo");
        assertThat(rows).extracting(BenchRow::verdict).containsExactly("one fork: no claim (2.00 times)");
        assertThat(BenchChart.title("RoundTrip.echo", rows)).isEqualTo("RoundTrip.echo: one fork each: no claim");
    }

    @Test
    void rowsThatTheOtherFileLacksAreNotCompared() throws IOException {
        BenchFile before = BenchFile.read(file("a.json", one("select", 10, 1)));
        BenchFile now = BenchFile.read(file("b.json", one("select", 10, 1), one("poll", 20, 1)));
        assertThat(BenchRow.of(now, before, "RoundTrip.echo")).extracting(BenchRow::verdict)
                .containsExactly("one fork: no claim (1.00 times)", "");
    }

    @Test
    void thePageHasAChartForEachBenchmark() throws IOException {
        Path page = BenchReport.draw(file("bench.json", one("select", 10, 1), one("<i>mine</i>", 20, 1)), null, null);
        assertThat(folder.resolve("charts/bench-RoundTrip.echo.png")).isNotEmptyFile();
        assertThat(Files.readString(page)).contains("10.0 ± 1.0 µs to 20.0 ± 1.0 µs for an operation").doesNotContain("<i>mine");
    }

    /** The file may be somebody else's. */
    @Test
    void namesSteerNobodyAndNoFileIsTooLarge() throws IOException {
        BenchFile file = BenchFile.read(file("a.json", one("\\u001b]0;x\\u0007\\u202e\\n" + "m".repeat(5_000), 1, "1e999"),
                one("select", 1e300, 1)));
        assertThat(file.scores().getFirst().model()).hasSize(200).startsWith("\uFFFD]0;x\uFFFD\uFFFD mmm");
        assertThat(file.scores()).allMatch(score -> score.most() <= 2e12);
        assertThatThrownBy(() -> BenchFile.read(file("b.json", Collections.nCopies(1_001, one("select", 1, 1)).toArray(
                String[]::new)))).isInstanceOf(ResultsException.class).hasMessageContaining("1,001 scores; at most 1,000");
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
