package socketlab.results.files;

import java.util.regex.Pattern;

/**
 * Text from a file or a name, without the characters that steer whoever shows it: escapes and other control characters, those
 * that turn the direction of writing, and halves of a surrogate pair. {@code socketlab.core.Text} has the same rule for
 * messages.
 */
public final class PrintableText {
    private static final Pattern BLANK = Pattern.compile("[\\t\\r\\n]+");
    private static final Pattern STEERING = Pattern.compile("[\\p{IsCc}\\p{IsCs}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

    private PrintableText() {}

    /** One line: tabs and line ends become a blank, what steers becomes U+FFFD. */
    public static String of(String text) {
        return isPlain(text) ? text : STEERING.matcher(BLANK.matcher(text).replaceAll(" ")).replaceAll("\uFFFD");
    }

    /** The same for each line of a text. */
    public static String lines(String text) {
        StringBuilder lines = new StringBuilder();
        text.lines().forEach(line -> lines.append(of(line)).append('\n'));
        return lines.toString();
    }

    /** Nearly every text is ASCII. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
