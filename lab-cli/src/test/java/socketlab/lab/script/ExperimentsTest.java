package socketlab.lab.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
            read -r code rest <codes
            echo "$rest" >codes
            exit "$code"
            """;
    private static final int MOST_COMMANDS = 5;

    @TempDir
    Path folder;

    static Stream<Experiment> experiments() throws IOException {
        return Experiment.all(HOME).stream();
    }

    /** What a run of the script did: every command and every printed line, and the exit code. */
    private record Executed(List<String> lines, int exitCode) {}

    private static Executed byNumber(Experiment experiment, boolean quick, List<Integer> codes) {
        StringBuilder out = new StringBuilder();
        Iterator<Integer> code = codes.iterator();
        int exitCode = experiment.parse().run(quick, new Script.Executor() {
            @Override
            public int runLab(List<String> arguments) {
                out.append("lab:\n");
                arguments.forEach(word -> out.append(" <").append(word).append(">\n"));
                return code.next();
            }

            @Override
            public void print(String line) {
                out.append(line).append("\n");
            }
        });
        return new Executed(out.toString().lines().toList(), exitCode);
    }

    private Executed bySh(Experiment experiment, boolean quick, List<Integer> codes) throws Exception {
        Path script = Files.createDirectories(folder.resolve("experiments")).resolve("copy.sh");
        Files.write(script, Files.readAllBytes(experiment.script()));
        Path stub = Files.writeString(folder.resolve("lab"), STUB);
        assertThat(stub.toFile().setExecutable(true)).isTrue();
        Files.writeString(folder.resolve("codes"), codes.stream().map(String::valueOf).collect(Collectors.joining(" ")) + "\n");
        ProcessBuilder sh = new ProcessBuilder("sh", script.toString()).redirectErrorStream(true);
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
        assertThat(byNumber(experiment, true, Collections.nCopies(MOST_COMMANDS, 0)).lines()).contains("lab:");
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void byItsNumberItDoesTheSameAsItsScript(Experiment experiment) throws Exception {
        assumeTrue(Path.of("/bin/sh").toFile().canExecute(), "there is no sh here");
        for (boolean quick : List.of(true, false)) {
            for (int code : List.of(0, 1, 3, 4, 130)) {
                List<Integer> codes = Collections.nCopies(MOST_COMMANDS, code);
                assertThat(byNumber(experiment, quick, codes)).as("quick: %s, exit code %d", quick, code)
                        .isEqualTo(bySh(experiment, quick, codes)).extracting(Executed::exitCode).isEqualTo(code);
            }
        }
        for (List<Integer> codes : List.of(List.of(4, 0, 0, 0, 0), List.of(0, 4, 0, 0, 0), List.of(4, 1, 0, 0, 0),
                List.of(0, 3, 0, 0, 0))) {
            assertThat(byNumber(experiment, true, codes)).as("exit codes %s", codes).isEqualTo(bySh(experiment, true, codes));
        }
    }

    /** After 1 there is no picture; after 4, which is no failure, the second half of a comparison is still worth its time. */
    @ParameterizedTest
    @MethodSource("experiments")
    void itSaysWhatToLookAtWhereThereIsAReport(Experiment experiment) {
        List<Integer> noisy = List.of(4, 0, 0, 0, 0);
        assertThat(byNumber(experiment, true, noisy).lines().toString()).contains("Look at");
        assertThat(byNumber(experiment, true, noisy).exitCode()).as("a run that could not be judged is not forgotten").isEqualTo(
                4);
        for (int code : List.of(1, 2, 130)) {
            assertThat(byNumber(experiment, true, Collections.nCopies(MOST_COMMANDS, code)).lines().toString())
                    .doesNotContain("Look at");
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
