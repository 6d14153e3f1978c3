package socketlab.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a progress line says, in wide and in narrow terminals. */
class ProgressLineTest {
    private static final Duration UNKNOWN = Duration.ofNanos(-1);

    @Test
    void itSaysWhichModelHowMuchIsDoneAndHowLongTheRestTakes() {
        assertThat(new ProgressLine("threaded", "2 of 9", 0.5, "10 of 20", Duration.ofMillis(3400)).text(60))
                .isEqualTo("2 of 9  threaded  [======       ]   50 %  10 of 20  4 s left");
        assertThat(new ProgressLine("select", "", 0, "0 of 5", UNKNOWN).text(46))
                .isEqualTo("select  [                     ]    0 %  0 of 5");
    }

    @Test
    void aLongTimeIsInMinutes() {
        assertThat(new ProgressLine("single", "", 0.1, "", Duration.ofSeconds(125)).text(30)).endsWith("2:05 min left");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 20, 39, 79, 200})
    void itFitsItsTerminal(int columns) {
        String line = new ProgressLine("udp-threaded@1000", "12 of 27", 0.999, "99,999 of 100,000", Duration.ofHours(1))
                .text(columns);
        assertThat(line.length()).isLessThanOrEqualTo(columns);
    }

    @Test
    void inANarrowTerminalTheShareStays() {
        assertThat(new ProgressLine("threaded", "2 of 9", 0.5, "10 of 20", Duration.ofSeconds(4)).text(39))
                .isEqualTo("2 of 9  threaded   50 %  4 s left");
    }
}
