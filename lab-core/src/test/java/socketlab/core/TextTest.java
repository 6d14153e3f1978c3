package socketlab.core;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TextTest {

    private static final Map<String, String> PRINTABLE = Map.ofEntries(
            entry("a\r\nb", "a b"),
            entry("a\n\n\n\tb", "a b"),
            entry("a\t \tb", "a   b"),
            entry("\n", " "),
            entry("", ""),
            entry("\u001b[2J\u0007bad", "\uFFFD[2J\uFFFDbad"),
            entry("\u007f\u009b31m", "\uFFFD\uFFFD31m"),
            entry("\u2028\u2029", "\uFFFD\uFFFD"),
            entry("\u202Axe.\u202Etxt", "\uFFFDxe.\uFFFDtxt"),
            entry("\u2066a\u2069", "\uFFFDa\uFFFD"),
            entry("half \ud83d", "half \uFFFD"),
            entry("\ude00\ud83d", "\uFFFD\uFFFD"),
            entry("\ud83d\ude00\r", "\ud83d\ude00 "));

    @Test
    void whatSteersATerminalIsReplaced() {
        PRINTABLE.forEach((text, printable) -> assertEquals(printable, Text.printable(text)));
    }

    @Test
    void everyCharacterIsReplacedAsTheTwoPatternsSay() {
        for (int c = 0; c <= 0x1_1000; c++) {
            String text = "<" + Character.toString(c) + ">";
            assertEquals(text.replaceAll("[\\t\\r\\n]+", " ")
                    .replaceAll("[\\p{IsCc}\\p{IsCs}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]", "\uFFFD"), Text.printable(
                            text));
        }
    }

    @Test
    void whatNeedsNoReplacementIsTheSameText() {
        String text = "Grüße \ud83d\ude00, 64 bytes";
        assertSame(text, Text.printable(text));
    }
}
