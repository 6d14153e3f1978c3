package socketlab.lab.talk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which lines are coloured, and how. */
class UserColorsTest {
    private static final int COLOURS = 256;

    private static String ansi(boolean coloured, String line) {
        return new UserColors(coloured).received(line).toAnsi(COLOURS, null);
    }

    @Test
    void aNameHasTheSameColourAtEveryAddress() {
        int colour = UserColors.colourOf("alice");
        assertThat(ansi(true, "[alice@1.2.3.4:5] hi")).isEqualTo(
                "\033[38;5;%dm[alice@1.2.3.4:5]\033[0m hi".formatted(colour));
        assertThat(ansi(true, "[alice@9.9.9.9:1] hi")).startsWith("\033[38;5;%dm".formatted(colour));
        assertThat(UserColors.colourOf("alice")).isNotEqualTo(UserColors.colourOf("bob"));
    }

    @Test
    void aGuestIsColouredByItsAddress() {
        assertThat(ansi(true, "[[::1]:5] hi")).isEqualTo("[[::1]:5] hi");
        assertThat(ansi(true, "[1.2.3.4:5] hi")).startsWith("\033[38;5;%dm".formatted(UserColors.colourOf("1.2.3.4:5")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[alice@1.2.3.4:5] hi", "> New user 1.2.3.4:5 entered", "plain", "[server] all", "[]", ""})
    void withoutColourALineIsUnchanged(String line) {
        assertThat(ansi(false, line)).isEqualTo(line);
        assertThat(new UserColors(true).received(line).toString()).isEqualTo(line);
        assertThat(new UserColors(false).own(line).toAnsi(COLOURS, null)).isEqualTo("[You] " + line);
    }
}
