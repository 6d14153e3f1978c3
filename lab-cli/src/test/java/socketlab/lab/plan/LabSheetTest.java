package socketlab.lab.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import socketlab.results.Run;

class LabSheetTest {
    private static final Path HOME = Path.of("..");

    @Test
    void everySheetAsksItsQuestions() throws IOException {
        try (Stream<Path> files = Files.list(HOME.resolve("experiments"))) {
            for (Path sheet : files.filter(file -> file.getFileName().toString().matches("[0-9]{2}-.*\\.md")).toList()) {
                String name = sheet.getFileName().toString().replace(".md", "");
                Run.Sheet found = LabSheet.of(name, HOME);
                assertThat(found.name()).isEqualTo(name);
                assertThat(found.questions()).as(name).hasSizeGreaterThanOrEqualTo(2)
                        .allSatisfy(question -> assertThat(question).doesNotContain("`", "](", "**").endsWith(
                                question.endsWith(")") ? ")" : question.endsWith(".") ? "." : "?"));
            }
        }
    }

    @Test
    void everyRunOfAScriptFindsItsSheetByTheNumber() throws IOException {
        assertThat(LabSheet.of("06-silent", HOME).name()).isEqualTo("06-who-stays");
        assertThat(LabSheet.of("23-closed", HOME).name()).isEqualTo("23-open-closed");
        assertThat(LabSheet.of("sleep", HOME)).isNull();
        assertThat(LabSheet.of("99-mine", HOME)).isNull();
        assertThat(LabSheet.of("04-staircase", HOME.resolve("docs"))).isNull();
    }

    @Test
    void aQuestionIsOneLineOfPlainText() {
        assertThat(LabSheet.questions(List.of("# 01", "", "**For your report.**", "", "1. How many `lines` *not*",
                "   in [02](02.md)?",
                "2. Why `n * m`?", "", "## More", "3. Not this"))).containsExactly("How many lines not in 02?", "Why n * m?");
        assertThat(LabSheet.questions(List.of("1. No heading"))).isEmpty();
    }
}
