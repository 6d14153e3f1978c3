package socketlab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketlab.report.classes.ClassPage;
import socketlab.report.compare.Comparison;
import socketlab.report.page.TextTable;
import socketlab.results.HostileRun;
import socketlab.results.files.ResultsException;
import socketlab.results.files.RunFiles;

/** A folder of a student who wants to break the page, or whoever draws it. */
@DisabledOnOs(OS.WINDOWS)   // links, pipes, and names that it does not have
class HostileFolderTest {
    /** Lines of printable text. */
    private static final String PLAIN = "[\\n\\r[^\\p{Cc}\\p{Cs}\\u2028-\\u202e\\u2066-\\u2069]]*";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"report.html", "report.md", "report.pdf", "answers.md", "charts/timeline.png",
        "charts/latency.svg"})
    void nothingIsWrittenThroughALink(String name) throws IOException {
        Path victim = Files.writeString(folder.resolve("victim"), "precious");
        Path run = HostileRun.good(folder.resolve("run"));
        Files.createDirectories(run.resolve("charts"));
        Files.createSymbolicLink(run.resolve(name), victim);
        assertThatThrownBy(() -> Report.draw(run, run.resolve("report.html"), true)).isInstanceOf(ResultsException.class)
                .hasMessageContaining(run.resolve(name) + " is a link");
        assertThat(victim).hasContent("precious");
    }

    @Test
    void aFolderOfChartsThatIsALinkIsRefused() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path run = HostileRun.good(folder.resolve("run"));
        Files.createSymbolicLink(run.resolve("charts"), elsewhere);
        assertThatThrownBy(() -> Report.draw(run)).isInstanceOf(ResultsException.class)
                .hasMessageContaining("charts is a link to " + elsewhere);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void noPageOfAClassOrComparisonIsWrittenThroughALink() throws IOException {
        Path victim = Files.writeString(folder.resolve("victim"), "precious");
        Path students = Files.createDirectory(folder.resolve("class"));
        Path anna = HostileRun.good(students.resolve("anna"));
        Path csv = Files.createSymbolicLink(students.resolve("class.csv"), victim);
        assertThatThrownBy(() -> ClassPage.draw(students, students.resolve("class.html"), false))
                .isInstanceOf(ResultsException.class).hasMessageContaining(csv + " is a link");
        Path page = Files.createSymbolicLink(students.resolve("comparison.html"), victim);
        assertThatThrownBy(() -> Comparison.draw(List.of(anna, anna), page, false)).isInstanceOf(ResultsException.class)
                .hasMessageContaining(page + " is a link");
        assertThat(victim).hasContent("precious");
    }

    @Test
    void theFolderItselfMayBeReachedThroughALink() throws IOException {
        Path run = HostileRun.good(folder.resolve("run"));
        Report.draw(Files.createSymbolicLink(folder.resolve("latest"), run));
        assertThat(run.resolve("report.html")).isNotEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.md", "answers.md", "wrong.txt", "requests.csv", "served.csv"})
    void aPipeIsNeverOpened(String name) throws Exception {
        Path run = HostileRun.good(folder.resolve("run"));
        Files.deleteIfExists(run.resolve(name));
        new ProcessBuilder("mkfifo", run.resolve(name).toString()).start().waitFor();
        assertThatThrownBy(() -> Report.draw(run)).isInstanceOf(ResultsException.class)
                .hasMessage(run.resolve(name) + " is a pipe or a device, not a file");
    }

    @Test
    void hostileTextIsHarmlessOnEveryPageAndOnTheTerminal() throws IOException {
        HostileRun.write(folder, HostileRun.readable());
        for (String name : List.of("half-a-surrogate-pair", "no-environment", "steering-model")) {
            Path run = folder.resolve(name);
            Report.draw(run);
            for (String page : List.of("report.html", "report.md")) {
                assertThat(Files.readString(run.resolve(page))).as(name).matches(PLAIN);
            }
            assertThat(TextTable.of(RunFiles.in(run).readRun())).as(name).matches(PLAIN).hasLineCount(4);
        }
    }

    @Test
    void rowsOfAModelThatDoesNotOccurAreSkipped() throws IOException {
        Path run = HostileRun.good(folder);
        Report.draw(run);
        String page = Files.readString(run.resolve("report.html"));
        Path requests = run.resolve("requests.csv");
        Files.writeString(requests, Files.readString(requests) + "nobody,1,1,1,5001,0,10,20,30,40,50,ok\n");
        Report.draw(run);
        assertThat(run.resolve("report.html")).hasContent(page);
    }

    @Test
    void aClassLosesOnlyWhatIsDamagedAndEachIsNamed() throws Exception {
        SampleClass.write(folder, 5);
        HostileRun.write(folder, HostileRun.refused());
        HostileRun.write(folder, HostileRun.readable());
        List<String> noFiles = HostileRun.writeNoFiles(folder);
        Files.createSymbolicLink(folder.resolve("linked-folder"), folder.resolve("student-01"));
        Files.move(folder.resolve("student-05"), folder.resolve("\u001b]0;mine\u0007\n=student-05"));
        ClassPage page = ClassPage.draw(folder, folder.resolve("class.html"), false);
        assertThat(page.skipped()).containsKeys(HostileRun.refused().keySet().toArray(String[]::new))
                .containsKeys(noFiles.toArray(String[]::new)).hasSize(HostileRun.refused().size() + noFiles.size() + 1)
                .containsEntry("linked-folder", "is a link; copy the folder itself there");
        assertThat(page.compared() + page.excluded().size()).isEqualTo(5 + HostileRun.readable().size());
        Stream.of(page.skipped(), page.excluded()).forEach(named -> assertThat(named.toString()).matches(PLAIN));
        assertThat(Files.readString(page.page())).matches(PLAIN).doesNotContain("<script>alert");
        assertThat(Files.readString(folder.resolve("class.csv"))).matches(PLAIN).contains("'=HYPERLINK(1)")
                .doesNotContain(",=", "\n=");
        for (String file : List.of("class.html", "class.csv")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)))).as(file)
                    .isEqualTo("rw-------");
        }
    }
}
