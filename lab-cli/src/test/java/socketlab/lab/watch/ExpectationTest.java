package socketlab.lab.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import socketlab.results.files.OutputLine;

/** Expected lines of a program: printed at all, in their order, at their time. */
class ExpectationTest {
    private static final Duration WITHIN = Duration.ofMillis(200);

    /** One second apart. */
    private static List<OutputLine> lines(String... lines) {
        return IntStream.range(0, lines.length).mapToObj(i -> new OutputLine(i * 1_000_000L, lines[i])).toList();
    }

    private static List<String> misses(String expected, List<OutputLine> lines) {
        return Expectation.misses(Expectation.parseList(expected), lines, WITHIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b,c", "a,c", "b", "x: b", "a@0s,b@1s,c@2s", "c@2000ms,a@0s", "b@1.2s", "b@0.8s", "",
        "a,b,c,a"})
    void expectedLinesAreNotReported(String expected) {
        assertThat(misses(expected, lines("a", "x: b", "y: c", "a"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "b,a        | 'a' was printed before 'x: b'",
        "d          | 'd' was not printed",
        "a,a        | 'a' was not printed",
        "b@1.21s    | 'b' was expected at 1.21 s and printed at 1.00 s",
        "a@0s,b@2s  | 'b' was expected at 2.00 s and printed at 1.00 s"})
    void everyOtherLineIsReportedInOneSentence(String expected, String reason) {
        assertThat(misses(expected, lines("a", "x: b"))).containsExactly(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,,b", ",", "a,"})
    void aListWithAnEmptyEntryIsRejected(String text) {
        assertThatThrownBy(() -> Expectation.parseList(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not an expected line");
    }

    @Test
    void listsAreIndependentAndForbiddenLinesAreReported() {
        List<List<Expectation>> both = Stream.of("a,b", "a,c").map(Expectation::parseList).toList();
        WatchVerdict verdict = new WatchVerdict(both, Expectation.parseList("d"), WITHIN);
        assertThat(verdict.on(lines("a", "c", "b")).exitCode()).isZero();
        assertThat(verdict.on(lines("a", "c", "b", "d"))).satisfies(outcome -> {
            assertThat(outcome.exitCode()).isEqualTo(3);
            assertThat(outcome.reasons()).containsExactly("'d' was printed");
        });
        assertThat(verdict.on(lines("b", "a")).exitCode()).as("3, or 4 where the machine is noisy").isIn(3, 4);
    }
}
