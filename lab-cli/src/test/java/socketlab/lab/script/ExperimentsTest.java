package socketlab.lab.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every experiment does the same by its number as by its script, has a lab sheet with a picture, and has a title. */
class ExperimentsTest {
    private static final Path HOME = Path.of("..");
    private static final String STUB = """
            #!/bin/sh
            echo "lab:"
            for word do printf ' <%s>\\n' "$word"; done
            exit "$CODE"
            """;

    @TempDir
    Path folder;

    static Stream<Experiment> experiments() throws IOException {
        return Experiment.all(HOME).stream();
    }

    /** What a run of the script did: every command and every printed line, and the exit code. */
    private record Executed(List<String> lines, int exitCode) {}

    private static Executed byNumber(Experiment experiment, boolean quick, int code) {
        StringBuilder out = new StringBuilder();
        int exitCode = experiment.parse().run(quick, new Script.Executor() {
            @Override
            public int runLab(List<String> arguments) {
                out.append("lab:\n");
                arguments.forEach(word -> out.append(" <").append(word).append(">\n"));
                return code;
            }

            @Override
            public void print(String line) {
                out.append(line).append("\n");
            }
        });
        return new Executed(out.toString().lines().toList(), exitCode);
    }

    private Executed bySh(Experiment experiment, boolean quick, int code) throws Exception {
        Path script = Files.createDirectories(folder.resolve("experiments")).resolve("copy.sh");
        Files.write(script, Files.readAllBytes(experiment.script()));
        Path stub = Files.writeString(folder.resolve("lab"), STUB);
        assertThat(stub.toFile().setExecutable(true)).isTrue();
        ProcessBuilder sh = new ProcessBuilder("sh", script.toString()).redirectErrorStream(true);
        sh.environment().put("CODE", "" + code);
        sh.environment().put("QUICK", quick ? "1" : "");
        Process process = sh.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return new Executed(out.lines().toList(), process.exitValue());
    }

    @Test
    void theExperimentsAreFound() throws IOException {
        assertThat(experiments()).extracting(Experiment::number).doesNotHaveDuplicates()
                .contains("01", "02", "03", "04", "05", "08", "14");
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void itsScriptNeedsNoShell(Experiment experiment) {
        assertThat(byNumber(experiment, true, 0).lines()).contains("lab:");
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void byItsNumberItDoesTheSameAsItsScript(Experiment experiment) throws Exception {
        assumeTrue(Path.of("/bin/sh").toFile().canExecute(), "there is no sh here");
        for (boolean quick : List.of(true, false)) {
            for (int code : List.of(0, 3, 4)) {
                assertThat(byNumber(experiment, quick, code)).as("quick: %s, exit code %d", quick, code)
                        .isEqualTo(bySh(experiment, quick, code)).extracting(Executed::exitCode).isEqualTo(code);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void itsScriptIsShortAndHasATitle(Experiment experiment) throws IOException {
        assertThat(Files.readAllLines(experiment.script())).hasSizeLessThanOrEqualTo(40).startsWith("#!/bin/sh")
                .noneMatch(line -> line.length() > 120);
        assertThat(experiment.about()).isNotBlank();
        if (Files.getFileStore(experiment.script()).supportsFileAttributeView("posix")) {
            assertThat(experiment.script()).isExecutable();
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void itsSheetHasEverySection(Experiment experiment) throws IOException {
        Path sheet = experiment.script().resolveSibling(experiment.name() + ".md");
        assertThat(Files.readString(sheet)).startsWith("# " + experiment.number() + " ").contains("**Question.**",
                "**Predict.**", "**Run.**", "experiments/" + experiment.name() + ".sh", "**Look for.**",
                "](" + experiment.name() + ".png)", "**One surprising number.**", "**Why.**", "**Break it.**",
                "**For your report.**");
        assertThat(experiment.script().resolveSibling(experiment.name() + ".png")).isNotEmptyFile();
    }
}
