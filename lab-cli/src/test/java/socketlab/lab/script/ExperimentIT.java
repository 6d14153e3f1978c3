package socketlab.lab.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import socketlab.lab.cli.LabJar;

/** {@code lab experiment} as a user runs it: its commands run in processes of their own and give the exit code. */
class ExperimentIT {
    private static final String SCRIPT = """
            #!/bin/sh
            # About %1$s
            cd "$(dirname "$0")/.." || exit 1
            ./lab %1$s
            outcome=$?
            [ "$outcome" -eq 0 ] || exit "$outcome"
            %2$s
            echo "Look at it."
            exit "$outcome"
            """;

    @TempDir
    Path home;

    private record Finished(int exitCode, String out, String err) {}

    @BeforeEach
    void write() throws IOException {
        Path folder = Files.createDirectories(home.resolve("experiments"));
        Files.writeString(folder.resolve("01-it.sh"), SCRIPT.formatted("list", "echo"));
        Files.writeString(folder.resolve("02-wrong.sh"), SCRIPT.formatted("run -c 0", "echo"));
        Files.writeString(folder.resolve("03-more.sh"), SCRIPT.formatted("list", "nc 127.0.0.1 1"));
    }

    private Finished lab(String... words) throws IOException, InterruptedException {
        Path err = home.resolve("err");
        Process process = new ProcessBuilder(LabJar.command(List.of("-Dlab.home=" + home), words)).redirectError(err.toFile())
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends by itself").isTrue();
        return new Finished(process.exitValue(), out, Files.readString(err).strip());
    }

    @Test
    void itsCommandsRunAndThenItPrintsItsText() throws Exception {
        Finished finished = lab("experiment", "1");
        assertThat(finished.err()).isEmpty();
        assertThat(finished.exitCode()).isZero();
        assertThat(finished.out().lines()).contains("models", "services", "experiments",
                "  01-it              About list").endsWith("", "Look at it.");
    }

    @Test
    void aFailedCommandEndsItWithItsExitCode() throws Exception {
        Finished finished = lab("experiment", "02");
        assertThat(finished.exitCode()).isEqualTo(2);
        assertThat(finished.out()).isEmpty();
        assertThat(finished.err()).startsWith("lab run: ").contains("--clients").doesNotContain("\n");
    }

    @Test
    void aScriptThatNeedsAShellIsRejectedBeforeItStarts() throws Exception {
        Finished finished = lab("experiment", "03");
        assertThat(finished.exitCode()).isEqualTo(1);
        assertThat(finished.out()).isEmpty();
        assertThat(finished.err()).startsWith("lab experiment: 03-more.sh, line 7: 'nc 127.0.0.1 1' needs a shell")
                .doesNotContain("\n");
    }

    @Test
    void withoutANumberItListsThem() throws Exception {
        assertThat(lab("experiment").out().lines()).containsExactly("01-it              About list",
                "02-wrong           About run -c 0", "03-more            About list");
    }
}
