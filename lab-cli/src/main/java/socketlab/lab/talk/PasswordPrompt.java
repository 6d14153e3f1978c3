package socketlab.lab.talk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.MaskingCallback;

/**
 * Finds the password in a line: never shown, never kept in the history, and asked for where it is missing. In a mistyped
 * command ({@code /lgoin alice ...}) as well.
 */
final class PasswordPrompt implements MaskingCallback {
    private static final Pattern PRESENT = Pattern.compile("(?is)(\\s*/(?!broadcast\\b)\\S+\\s+\\S+)(\\s+)(\\S.*)");
    private static final Pattern MISSING = Pattern.compile("(?i)\\s*/(login|register)\\s+(\\S+)\\s*");

    /** The line on the screen: a star for each character of a password. */
    @Override
    public String display(String line) {
        Matcher match = PRESENT.matcher(line);
        return match.matches() ? match.group(1) + match.group(2) + "*".repeat(match.group(3).length()) : line;
    }

    /** The line in the history: the command without its password, which is then asked for. */
    @Override
    public String history(String line) {
        return withoutPassword(line);
    }

    /** The line without its password. */
    static String withoutPassword(String line) {
        Matcher match = PRESENT.matcher(line);
        return match.matches() ? match.group(1) : line;
    }

    /** A command whose password is missing; of a new user it is asked for twice. */
    record MissingPassword(String name, boolean isNew) {

        static Optional<MissingPassword> in(String line) {
            Matcher match = MISSING.matcher(line);
            return Optional.of(match).filter(Matcher::matches)
                    .map(found -> new MissingPassword(found.group(2), found.group(1).equalsIgnoreCase("register")));
        }
    }
}
