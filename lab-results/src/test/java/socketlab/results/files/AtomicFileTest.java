package socketlab.results.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void aFileIsReplacedWholeAndNothingElseIsLeftBehind() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "old");
        assertThat(AtomicFile.at(file).write("new")).isEqualTo(file).hasContent("new");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void aWriteThatFailsLeavesTheOldFile() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "old");
        assertThatThrownBy(() -> AtomicFile.at(file).write(out -> {
            out.write('n');
            throw new IOException("the disk is full");
        })).hasMessage("the disk is full");
        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkIsRefusedByNameAndItsTargetStaysAsItWas() throws IOException {
        Path victim = Files.writeString(folder.resolve("victim"), "precious");
        Path link = Files.createSymbolicLink(folder.resolve("report.html"), victim);
        assertThatThrownBy(() -> AtomicFile.at(link).write("mine")).isInstanceOf(ResultsException.class)
                .hasMessage(link + " is a link to " + victim + ", and nothing is written through a link; delete it");
        Path nowhere = Files.createSymbolicLink(folder.resolve("new.html"), folder.resolve("not-yet-there"));
        assertThatThrownBy(() -> AtomicFile.at(nowhere).write("mine")).isInstanceOf(ResultsException.class);
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path charts = Files.createSymbolicLink(folder.resolve("charts"), elsewhere);
        assertThatThrownBy(() -> AtomicFile.folder(charts)).isInstanceOf(ResultsException.class)
                .hasMessageContaining("charts is a link to");
        assertThat(victim).hasContent("precious");
        assertThat(folder.resolve("not-yet-there")).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSecondNameOfAFileKeepsTheOldContent() throws IOException {
        Path victim = Files.writeString(folder.resolve("victim"), "precious");
        Path same = Files.createLink(folder.resolve("report.html"), victim);
        AtomicFile.at(same).write("mine");
        assertThat(same).hasContent("mine");
        assertThat(victim).hasContent("precious");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatNamesPersonsIsForTheUserAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("class.csv"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        AtomicFile.ownerOnly(file).write("student,model");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void aMissingFolderIsNamed() {
        assertThatThrownBy(() -> AtomicFile.at(folder.resolve("none/a")).write("text")).isInstanceOf(IOException.class)
                .hasMessageContaining("none: there is no such folder");
    }
}
