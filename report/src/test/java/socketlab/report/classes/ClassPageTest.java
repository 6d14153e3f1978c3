package socketlab.report.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import socketlab.report.SampleClass;
import socketlab.results.files.ResultsException;

class ClassPageTest {
    @TempDir
    private Path folder;

    @Test
    void fortyStudentsAreOnOnePage() throws IOException {
        SampleClass.write(folder, 40);
        SampleClass.addOddities(folder);
        ClassPage page = ClassPage.draw(folder, folder.resolve("class.html"), false);
        assertThat(page.compared()).isEqualTo(40);
        assertThat(page.headline()).startsWith("Median of 40 runs: 5.00 s in single (n = 35), 1.00 s in threaded (n = 35)")
                .endsWith(" (n = 34); 5 runs were too noisy; 1 run failed requests; 1 outlier");
        assertThat(page.page()).content().contains("student-40", "student-03: 1.90 s in threaded", "(2 failed)",
                "5.01 s (noisy)", "Apple M3", "<strong>zoe</strong>")
                .doesNotContain("src=\"http", "href=\"http", "url(", "<script>").containsPattern("<td>0\\.1</td>");
    }

    @Test
    void eachStudentsOwnPageIsLinkedAndTheFiguresAreACsv() throws IOException {
        SampleClass.write(folder, 6);
        Files.move(folder.resolve("student-02"), folder.resolve("Ödön #2, jr_4711_assignsubmission_file"));
        Files.writeString(folder.resolve("Ödön #2, jr_4711_assignsubmission_file/report.html"), "<p>mine</p>");
        Files.createDirectories(folder.resolve("__MACOSX/student-01"));
        Files.createDirectories(folder.resolve("student-03/__MACOSX"));
        Files.copy(folder.resolve("student-03/run.json"), folder.resolve("student-03/__MACOSX/run.json"));
        ClassPage page = ClassPage.draw(folder, folder.resolve("class.html"), false);
        assertThat(page.skipped()).as("what macOS adds is nobody's").isEmpty();
        assertThat(page.page()).content().contains(
                "<a href=\"%C3%96d%C3%B6n%20%232%2C%20jr_4711_assignsubmission_file/report.html\">"
                        + "Ödön #2, jr</a>", "<td>student-03</td>", "<a href=\"class.csv\">");
        assertThat(Files.readAllLines(folder.resolve("class.csv"))).hasSize(1 + 6 * 3)
                .startsWith("student,model,counts,requests,failed,latency_ms,predicted_ms,off_percent,verdict,stolen_percent,"
                        + "longest_gap_ms,folder").anyMatch(line -> line.startsWith("\"Ödön #2, jr\",single,counted,5,0,500"));
    }

    @Test
    void whatDiffersBetweenModelsIsSaidOfTheWholeClass() throws IOException {
        SampleClass.write(folder, 12);
        assertThat(ClassPage.draw(folder, folder.resolve("class.html"), false).page()).content()
                .contains("max is lowest in threaded or select", "runs do not tell apart", "runs can find a difference of");
    }

    @Test
    void aRunThatCannotBeComparedIsExcludedAndAnUnreadableOneIsNamed() throws IOException {
        SampleClass.write(folder, 6);
        SampleClass.addOddities(folder);
        ClassPage page = ClassPage.draw(folder, folder.resolve("class.html"), false);
        assertThat(page.excluded()).hasSize(2)
                .containsEntry("zoe", "this run and most others differ: clients 10 and 5; requests 10 and 5")
                .containsEntry("student-01", "is the same run as that of copy-of-01");
        assertThat(page.skipped()).containsOnlyKeys("damaged", "nulls", "foreign", "empty", "notes.txt");
        assertThat(page.skipped().get("damaged")).contains("run.json line 2").doesNotContain("Source", "jackson");
        assertThat(page.skipped().get("nulls")).doesNotContain("NullPointer", "socketlab.report");
        assertThat(page.skipped()).containsEntry("empty", "has no run.json in it");
        ClassPage again = ClassPage.draw(folder, folder.resolve("class.html"), false);
        assertThat(again).as("its own page is none of the class").isEqualTo(page);
    }

    @Test
    void anOutlierIsNamedAndRunsThatAreAlikeHaveNone() throws IOException {
        SampleClass.write(folder, 12);
        List<ClassRow> rows = ClassRow.of(ClassFolder.of(folder).students());
        assertThat(rows).extracting(ClassRow::model).containsExactly("single", "threaded", "select");
        assertThat(rows.get(0).of(ClassRow.Kind.OUTLIER)).as("milliseconds of five seconds").isEmpty();
        assertThat(rows.get(1).of(ClassRow.Kind.OUTLIER)).extracting(ClassRow.Mark::student)
                .containsExactly("student-03");
        assertThat(rows.get(2).of(ClassRow.Kind.FAILED)).extracting(ClassRow.Mark::student)
                .containsExactly("student-04");
        assertThat(rows.get(2).countedUs()).as("neither the failed nor the noisy one counts").hasSize(10);
    }

    @Test
    void aFolderWithoutARunNamesWhatItHolds() throws IOException {
        Files.writeString(folder.resolve("runs.zip"), "PK");
        assertThatThrownBy(() -> ClassPage.draw(folder, folder.resolve("class.html"), false))
                .isInstanceOf(ResultsException.class).hasMessageContaining("(runs.zip is packed; unpack it)");
        assertThatThrownBy(() -> ClassPage.draw(folder.resolve("none"), folder.resolve("class.html"), false))
                .isInstanceOf(ResultsException.class).hasMessageContaining("a folder for each student");
    }

    @Test
    void impossibleNumbersAreDamage() throws IOException {
        SampleClass.write(folder, 5);
        Path file = folder.resolve("student-02/run.json");
        Files.writeString(file, Files.readString(file).replaceFirst("\"max\" : [0-9.]+", "\"max\" : 1e308"));
        assertThat(ClassPage.draw(folder, folder.resolve("class.html"), false).skipped().get("student-02"))
                .contains("run.json: models[0].latency_ms.max is 1.0E308, which is impossible");
    }

    @Test
    void aFolderThatTakesTooLongIsLeftOutAndNamed() throws IOException {
        SampleClass.write(folder, 1);
        assertThat(ClassFolder.of(folder, Duration.ZERO).skipped()).containsEntry("student-01", "takes longer than 0 s to read");
    }

    @Test
    void ofVeryManyModelsThePageShowsThoseThatMostStudentsMeasured() throws IOException {
        SampleClass.write(folder, 2);
        Path file = folder.resolve("student-02/run.json");
        String json = Files.readString(file);
        StringBuilder more = new StringBuilder();
        for (int i = 0; i < 90; i++) {
            more.append("{\"model\":\"made-up-").append(i).append("\"},");
        }
        Files.writeString(file, json.replaceFirst("\"models\" : \\[", "\"models\" : [" + more));
        ClassPage page = ClassPage.draw(folder, folder.resolve("class.html"), false);
        assertThat(page.excluded()).containsEntry("43 models", "of 93: the page shows those that most students measured");
        assertThat(page.page()).content().contains("<th scope=\"col\">single</th><th scope=\"col\">threaded</th>",
                "made-up-46").doesNotContain("made-up-47");
    }
}
