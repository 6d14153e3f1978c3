package socketlab.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every benchmark runs on every model without a wrong reply; a test does not judge how fast. */
class BenchTest {
    private static final Pattern WRONG = Pattern.compile("\"wrong\" : \\{\\s*\"score\" : ([^,]*),");
    private static final List<String> SHORT_RUN = List.of("-f", "0", "-wi", "0", "-i", "1", "-r", "10ms");

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void everyBenchmarkRunsOnEveryModelAndGetsNoWrongReply() throws IOException {
        String json = run(SHORT_RUN);
        assertThat(Pattern.compile("\"benchmark\" :").matcher(json).results()).hasSize(27 + 6 + 9 + 16 + 10);
        assertThat(WRONG.matcher(json).results().map(found -> Double.parseDouble(found.group(1))))
                .hasSize(27 + 6 + 9 + 8 + 10).containsOnly(0.0);
    }

    @Test
    void aBenchmarkThatFailsIsReportedInOneLine() {
        assertThatThrownBy(() -> run(List.of("-f", "0", "-wi", "0", "-i", "1", "-r", "10ms",
                "-p", "model=nosuch", "RoundTrip"))).isInstanceOf(IOException.class).hasMessageNotContaining("\n")
                .hasMessageStartingWith("a benchmark failed");
    }

    @Test
    void anOptionThatJmhDoesNotKnowIsWrongUse() {
        assertThatThrownBy(() -> new Bench(List.of("--nosuch"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nosuch").hasMessageNotContaining("\n");
    }

    private String run(List<String> options) throws IOException {
        Path json = folder.resolve("bench.json");
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(output, true, UTF_8)) {
            new Bench(options).run(false, json, out, out);
        }
        assertThat(output.toString(UTF_8)).contains("Benchmark");
        return Files.readString(json);
    }
}
