package socketlab.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program said: who, what, until when, in a table and in a picture. */
class LinesTest {
    private static final List<Said> LINES = List.of(new Said(0, "b: waits for it ..."), new Said(5, "a: read 0 ..."),
            new Said(100, "b: read 1 ..."), new Said(200, "b: wrote 2"), new Said(250, "counted 2"));

    @Test
    void whoSpeaksStandsBeforeTheColon() {
        assertThat(LINES).extracting(Said::who).containsExactly("b", "a", "b", "b", "");
        assertThat(LINES).extracting(Said::what)
                .containsExactly("waits for it ...", "read 0 ...", "read 1 ...", "wrote 2", "counted 2");
    }

    @Test
    void whatEndsInDotsLastsUntilTheSameOneSpeaksAgainOrEverythingEnds() {
        assertThat(Stretch.byWho(LINES).get("b")).extracting(Stretch::lastsMs).containsExactly(0.1, 0.1, 0.0);
        assertThat(Stretch.byWho(LINES).get("a")).extracting(Stretch::lastsMs).containsExactly(0.245);
        assertThat(Stretch.byWho(LINES)).as("rows").containsOnlyKeys("a", "b");
    }

    @Test
    void whereNobodyIsNamedAllIsOneRow() {
        assertThat(Stretch.byWho(List.of(new Said(0, "1"), new Said(1, "A")))).containsOnlyKeys("");
    }

    @Test
    void theTableAndThePictureTellOfTheWaiting(@TempDir Path folder) throws Exception {
        Results.in(folder).writeLines(LINES);
        assertThat(Files.readAllLines(folder.resolve("lines.csv"))).hasSize(6).startsWith("said_us,line");
        assertThat(Report.draw(folder, "Counter lock", LINES)).isNotEmptyFile();
        assertThat(LinesChart.of("Counter lock", LINES).title())
                .isEqualTo("Counter lock takes 250 µs; b waits 100 µs");
        List<Said> both = List.of(new Said(0, "b: waits ..."), new Said(0, "a: waits ..."), new Said(100, "end"));
        assertThat(LinesChart.of("two", both).title())
                .isEqualTo("two takes 100 µs; together its threads wait 200 µs");
        assertThat(LinesChart.of("Counter lock", LINES).keys()).extracting(Key::text)
                .containsExactly("waiting", "at work");
    }
}
