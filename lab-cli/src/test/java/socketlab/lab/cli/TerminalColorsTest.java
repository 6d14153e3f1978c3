package socketlab.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Colours mark verdicts without moving a column, and only where they are wanted. */
class TerminalColorsTest {
    private static final String TABLE = "single  as predicted  5 ms\nselect  inconclusive  5 ms\n";

    @Test
    void verdictsAreColoured() {
        assertThat(new TerminalColors(true).verdicts(TABLE)).isEqualTo("single  \033[32mas predicted\033[0m  5 ms\n"
                + "select  \033[33minconclusive\033[0m  5 ms\n");
    }

    @Test
    void withoutColoursTextStaysAsItIs() {
        assertThat(new TerminalColors(false).verdicts(TABLE)).isEqualTo(TABLE);
        assertThat(new TerminalColors(false).error("lab: no")).isEqualTo("lab: no");
    }
}
