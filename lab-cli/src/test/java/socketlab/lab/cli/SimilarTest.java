package socketlab.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import socketlab.lab.text.Similar;

/** The nearest name is offered, and nothing where none is near. */
class SimilarTest {
    private static final List<String> NAMES = List.of("run", "serve", "report", "--clients", "--delay", "-c", "-n");

    @ParameterizedTest
    @CsvSource({"rnu,run", "Run,run", "sevre,serve", "reports,report", "--cleints,--clients", "--client,--clients",
        "--dely,--delay"})
    void aTypingErrorIsRecognised(String typed, String meant) {
        assertThat(Similar.to(typed, NAMES)).contains(meant);
    }

    @Test
    void anotherWordIsNotTakenForOne() {
        assertThat(Similar.to("dance", NAMES)).isEmpty();
        assertThat(Similar.to("--nonsuch", NAMES)).isEmpty();
    }
}
