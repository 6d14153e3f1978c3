package socketlab.report.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import socketlab.report.Report;
import socketlab.report.analysis.OutputSpan;
import socketlab.report.draw.LegendEntry;
import socketlab.results.files.OutputLine;
import socketlab.results.files.RunFiles;

/** The output of a program as a file and as a chart. */
class CurveChartTest {
    private static final List<OutputLine> LINES = List.of(new OutputLine(0, "b: waits for it ..."), new OutputLine(5,
            "a: read 0 ..."),
            new OutputLine(100, "b: read 1 ..."), new OutputLine(200, "b: wrote 2"), new OutputLine(250, "counted 2"));

    @Test
    void theNameIsBeforeTheColon() {
        assertThat(LINES).extracting(OutputLine::who).containsExactly("b", "a", "b", "b", "");
        assertThat(LINES).extracting(OutputLine::what)
                .containsExactly("waits for it ...", "read 0 ...", "read 1 ...", "wrote 2", "counted 2");
    }

    @Test
    void aLineThatEndsInDotsLastsUntilTheNextOfItsNameOrTheEnd() {
        assertThat(OutputSpan.byWho(LINES).get("b")).extracting(OutputSpan::lastsMs).containsExactly(0.1, 0.1, 0.0);
        assertThat(OutputSpan.byWho(LINES).get("a")).extracting(OutputSpan::lastsMs).containsExactly(0.245);
        assertThat(OutputSpan.byWho(LINES)).as("rows").containsOnlyKeys("a", "b");
    }

    @Test
    void linesWithoutANameAreOneRow() {
        assertThat(OutputSpan.byWho(List.of(new OutputLine(0, "1"), new OutputLine(1, "A")))).containsOnlyKeys("");
    }

    @Test
    void theFileAndTheChartShowTheWaiting(@TempDir Path folder) throws Exception {
        RunFiles.in(folder).writeLines(LINES);
        assertThat(Files.readAllLines(folder.resolve("lines.csv"))).hasSize(6).startsWith("at_us,line");
        assertThat(Report.draw(folder, "Counter lock", LINES)).isNotEmptyFile();
        assertThat(OutputChart.of("Counter lock", LINES).title())
                .isEqualTo("Counter lock takes 250 µs; b waits 100 µs");
        List<OutputLine> both = List.of(new OutputLine(0, "b: waits ..."), new OutputLine(0, "a: waits ..."), new OutputLine(100,
                "end"));
        assertThat(OutputChart.of("two", both).title())
                .isEqualTo("two takes 100 µs; together its threads wait 200 µs");
        assertThat(OutputChart.of("Counter lock", LINES).figure().keys()).extracting(LegendEntry::text)
                .containsExactly("waiting", "working");
    }
}
