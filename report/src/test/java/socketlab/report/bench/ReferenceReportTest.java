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

/** What {@code lab bench --reference} measured becomes ratios, bars and a page. */
class ReferenceReportTest {
    private static final ReferenceRow BARE = new ReferenceRow("bare", "", List.of(5.0, 7.0, 6.0), List.of(100.0, 90.0, 100.0));
    private static final ReferenceRow SELECT = new ReferenceRow("select", "bare", List.of(10.0, 10.0, 10.0), List.of(50.0, 50.0,
            50.0));

    @TempDir
    Path folder;

    private static ReferenceResults results(ReferenceRow... rows) {
        return ReferenceResults.of("./lab bench --reference", "2026-11-27T02:00:00Z", "JDK 25", List.of(
                new ReferenceGroup("tcp-64", "echo over TCP", "µs CPU a request", List.of(rows), List.of("netty: no <network>"),
                        1)));
    }

    @Test
    void aRatioIsTheMedianOfTheRoundsWithTheIntervalOfTheirLogarithms() {
        ReferenceRatio ratio = ReferenceGroup.costRatio(SELECT, BARE).orElseThrow();
        assertThat(ratio.text()).isEqualTo("0.60 [0.23 .. 1.56]");
        assertThat(ReferenceGroup.speedRatio(SELECT, BARE).orElseThrow().median()).isEqualTo(0.5);
    }

    @Test
    void oneRoundHasNoInterval() {
        assertThat(ReferenceRatio.of(List.of(1.0), List.of(2.0))).isEmpty();
    }

    @Test
    void thePageHasAChartForEachGroupAndTheFileReadsBack() throws IOException {
        Files.writeString(folder.resolve(ReferenceResults.FILE), results(BARE, SELECT).json());
        assertThat(ReferenceResults.read(folder.resolve(ReferenceResults.FILE))).isEqualTo(results(BARE, SELECT));
        assertThat(BenchReport.isOne(folder)).isTrue();
        Path page = BenchReport.draw(folder, null, null);
        assertThat(Files.readString(page)).contains("Beside bare code and other servers", "Echo over TCP").doesNotContain(
                "<network>");
        assertThat(folder.resolve("charts/reference-tcp-64.png")).isNotEmptyFile();
        assertThatThrownBy(() -> BenchReport.draw(folder, folder, null)).isInstanceOf(ResultsException.class)
                .hasMessageContaining("not compared");
    }

    /** The file may be somebody else's. */
    @Test
    void aFileThatIsNoneGivesOneLineAndNoFigureIsTakenThatHasNoRatio() throws IOException {
        for (String text : List.of("", "[", "[]", "null", "{\"schema\": 2}", "{\"schema\": 1, \"groups\": []}",
                "{\"schema\": 1, \"groups\": 3}")) {
            Path file = Files.writeString(folder.resolve(ReferenceResults.FILE), text);
            assertThatThrownBy(() -> ReferenceResults.read(file)).as(text).isInstanceOf(ResultsException.class)
                    .hasMessageContaining(ReferenceResults.FILE).hasMessageNotContaining("\n");
        }
        ReferenceRow wrong = new ReferenceRow("\u001b[2J", null, List.of(-1.0, 1.0), null);
        assertThat(wrong).isEqualTo(new ReferenceRow("\uFFFD[2J", "", List.of(), List.of()));
        Files.writeString(folder.resolve(ReferenceResults.FILE), results(BARE, wrong).json());
        assertThat(BenchReport.draw(folder, null, null)).isNotEmptyFile();
    }
}
