package socketlab.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every input that fuzzing has kept, the empty one, and each of them cut off: no target objects and none hangs. */
@Timeout(30)
class CorpusTest {
    static final Path CORPUS = Path.of("src/test/resources/corpus");

    static Stream<String> targets() {
        return FuzzTargets.ALL.keySet().stream();
    }

    static List<Path> inputs(String target) throws IOException {
        try (Stream<Path> files = Files.list(CORPUS.resolve(target))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void noInputOfTheCorpusIsAProblem(String target) throws IOException {
        assertThat(inputs(target)).isNotEmpty().allSatisfy(file -> {
            byte[] input = Files.readAllBytes(file);
            FuzzTargets.ALL.get(target).check(input);
            FuzzTargets.ALL.get(target).check(Arrays.copyOf(input, input.length / 2));
        });
    }
}
