package socketlab.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import socketlab.core.Text;
import socketlab.results.HostileRun;
import socketlab.results.files.OutputLine;
import socketlab.results.files.PrintableText;

/** What comes from a file, a folder's name or a program reaches the terminal as text: it steers nothing and forges no line. */
@ResourceLock(Resources.SYSTEM_ERR)
@ResourceLock(Resources.SYSTEM_OUT)
@DisabledOnOs(OS.WINDOWS)   // it has no such names
class HostileTextTest {
    private static final String NAME = "x\u001b]52;c;cm0=\u0007\u009b31m\u202egnp\nlab report: forged";

    @TempDir
    private Path folder;

    /** The module of results uses no other module, so the rule stands there and in the core. */
    @Test
    void printableTextIsTheSameEverywhere() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT).mapToObj(character -> "a" + Character.toString(character)
                + "b").filter(text -> !PrintableText.of(text).equals(Text.printable(text)))).isEmpty();
    }

    @Test
    void anErrorIsOneLine() {
        assertThat(lines(1, "report", folder.resolve(NAME).toString())).hasSize(1).first().asString()
                .endsWith("x\uFFFD]52;c;cm0=\uFFFD\uFFFD31m\uFFFDgnp lab report: forged/run.json is missing; name a folder that"
                        + " `lab run` has written");
        assertThat(lines(2, "report", "--" + NAME)).hasSize(1);
        assertThat(lines(1, "--verbose", "report", folder.resolve(NAME).toString())).noneMatch(line -> line.startsWith(
                "lab report: forged"));
    }

    @Test
    void aReportNamesItsFilesInOneLineEach() throws IOException {
        HostileRun.good(folder.resolve(NAME));
        assertThat(lines(0, "report", folder.resolve(NAME).toString())).hasSize(2).allMatch(line -> line.startsWith("report: "));
    }

    @Test
    void aClassNamesEachFolderInOneLine() throws IOException {
        HostileRun.good(folder.resolve("anna"));
        Files.createDirectory(folder.resolve(NAME));
        HostileRun.write(folder, Map.of("steering", HostileRun.readable().get("steering-text")));
        assertThat(lines(0, "report", "--class", folder.toString())).noneMatch(line -> line.startsWith("lab report: "))
                .anyMatch(line -> line.startsWith("not read: x\uFFFD]52;"));
    }

    @Test
    void whatAProgramPrintsIsShownAsText() {
        assertThat(WatchCommand.timed(new OutputLine(0, "\u001b[2Jmain: waits\t..."))).isEqualTo(
                "   0.000 s   \uFFFD[2Jmain: waits ...");
    }

    /** What the command prints on stdout and stderr, every line of it printable. */
    private static List<String> lines(int exitCode, String... words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        try (PrintStream both = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            assertThat(Main.execute(words)).as(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(exitCode);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).allSatisfy(line -> assertThat(line).isEqualTo(Text.printable(line)));
        return lines;
    }
}
