package socketlab.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * New inputs for every target, made by Jazzer (coverage-guided fuzzing) out of the corpus. Needs {@code -P fuzz}; see
 * {@code .ci/fuzz}. What it learns stays in {@code target/fuzz/TARGET}, an input that is a problem beside it.
 */
@EnabledIfSystemProperty(named = "fuzz.seconds", matches = "[0-9]+", disabledReason = "takes -P fuzz -Dfuzz.seconds=60")
class FuzzingTest {
    private static final Path FOLDER = Path.of("target/fuzz");
    private static final String SECONDS = System.getProperty("fuzz.seconds");

    static Stream<String> targets() {
        String only = System.getProperty("fuzz.target", "");
        return FuzzTargets.ALL.keySet().stream().filter(target -> only.isEmpty() || only.equals(target));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void noNewInputIsAProblem(String target) throws Exception {
        Path learned = Files.createDirectories(FOLDER.resolve(target));
        Path output = FOLDER.resolve(target + ".txt");
        Process jazzer = new ProcessBuilder(command(target, learned)).redirectErrorStream(true)
                .redirectOutput(output.toFile()).start();
        try {
            int exit = jazzer.waitFor();
            System.out.println(target + ": " + summary(output));
            assertThat(exit).as("how Jazzer ended; its words are in " + output.toAbsolutePath()).isZero();
        } finally {
            jazzer.destroyForcibly();
        }
    }

    private static List<String> command(String target, Path learned) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-XX:+EnableDynamicAgentLoading", "--enable-native-access=ALL-UNNAMED", "-Dfuzz.target=" + target,
                "-cp", System.getProperty("java.class.path"), "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzTargets.class.getName(), "--instrumentation_includes=socketlab.**:net.razorvine.**",
                "-max_total_time=" + SECONDS, "-timeout=10", "-print_final_stats=1",
                "--reproducer_path=" + FOLDER, "-artifact_prefix=" + FOLDER.resolve(target + "-"), learned.toString(),
                CorpusTest.CORPUS.resolve(target).toString());
    }

    private static String summary(Path output) throws IOException {
        return Files.readAllLines(output).stream().filter(line -> line.startsWith("stat::") || line.startsWith("== "))
                .reduce("", (before, line) -> before + line.replaceAll("stat::|\\s+", " ") + ";");
    }
}
