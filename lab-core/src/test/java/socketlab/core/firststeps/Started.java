package socketlab.core.firststeps;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A single-file program, started as a student starts it: {@code java NAME.java}, on the JDK of these tests. */
final class Started implements AutoCloseable {
    static final Path FOLDER = Path.of("..", "experiments", "first-steps");
    private static final int PATIENCE_SECONDS = 60;   // it is compiled first

    private final Process process;
    private final BufferedReader out;

    private Started(Process process) {
        this.process = process;
        this.out = process.inputReader(UTF_8);
    }

    /** Starts the program; standard output and standard error are one stream. */
    static Started program(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", name + ".java"));   // the compiler in it need not be fast, only soon
        command.addAll(List.of(arguments));
        return new Started(new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true).start());
    }

    /** The port in its {@code [listening]} line. */
    int port() throws IOException {
        String line = out.readLine();
        assertThat(line).matches("\\[listening] 127\\.0\\.0\\.1:[0-9]+");
        return Integer.parseInt(line.replaceAll(".*:", ""));
    }

    boolean runs() {
        return process.isAlive();
    }

    /** All output lines; checks that the program ends by itself with this exit code. */
    List<String> ends(int exitCode) throws InterruptedException {
        try (Stream<String> lines = out.lines()) {
            List<String> printed = lines.toList();
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("the program ends by itself").isTrue();
            assertThat(process.exitValue()).as(printed.toString()).isEqualTo(exitCode);
            return printed;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
