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

/** What is expected of a program's lines: that they come, in their order or at their time. */
class ExpectationTest {
    private static final Duration WITHIN = Duration.ofMillis(200);

    /** One second apart. */
    private static List<OutputLine> lines(String... lines) {
        return IntStream.range(0, lines.length).mapToObj(i -> new OutputLine(i * 1_000_000L, lines[i])).toList();
    }

    private static List<String> misses(String expected, List<OutputLine> lines) {
        return Expectation.misses(Expectation.list(expected), lines, WITHIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b,c", "a,c", "b", "x: b", "a@0s,b@1s,c@2s", "c@2000ms,a@0s", "b@1.2s", "b@0.8s", "",
        "a,b,c,a"})
    void whatCameAsExpectedIsNoMiss(String expected) {
        assertThat(misses(expected, lines("a", "x: b", "y: c", "a"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "b,a        | 'a' came before 'x: b'",
        "d          | 'd' never came",
        "a,a        | 'a' never came",
        "b@1.21s    | 'b' was expected at 1.21 s and came at 1.00 s",
        "a@0s,b@2s  | 'b' was expected at 2.00 s and came at 1.00 s"})
    void whatDidNotIsSaidInOneSentence(String expected, String said) {
        assertThat(misses(expected, lines("a", "x: b"))).containsExactly(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,,b", ",", "a,"})
    void aListWithAHoleIsRefused(String text) {
        assertThatThrownBy(() -> Expectation.list(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no line to expect");
    }

    @Test
    void listsAreIndependentOfEachOtherAndWhatMustNotComeIsWatchedToo() {
        List<List<Expectation>> both = Stream.of("a,b", "a,c").map(Expectation::list).toList();
        WatchVerdict verdict = new WatchVerdict(both, Expectation.list("d"), WITHIN);
        assertThat(verdict.on(lines("a", "c", "b")).exitCode()).isZero();
        assertThat(verdict.on(lines("a", "c", "b", "d"))).satisfies(judgement -> {
            assertThat(judgement.exitCode()).isEqualTo(3);
            assertThat(judgement.words()).containsExactly("'d' came");
        });
        assertThat(verdict.on(lines("b", "a")).exitCode()).as("3, or 4 where the machine is noisy").isIn(3, 4);
    }
}
