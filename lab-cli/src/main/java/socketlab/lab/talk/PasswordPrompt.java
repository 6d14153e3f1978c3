package socketlab.lab.talk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.MaskingCallback;

/**
 * The password in a line: never shown, never remembered, and asked for where it is missing. What follows {@code /lgoin
 * alice} is one too.
 */
final class PasswordPrompt implements MaskingCallback {
    private static final Pattern WITH = Pattern.compile("(?is)(\\s*/(?!broadcast\\b)\\S+\\s+\\S+)(\\s+)(\\S.*)");
    private static final Pattern WITHOUT = Pattern.compile("(?i)\\s*/(login|register)\\s+(\\S+)\\s*");

    /** What stands on the screen: a star for each character of a password. */
    @Override
    public String display(String line) {
        Matcher match = WITH.matcher(line);
        return match.matches() ? match.group(1) + match.group(2) + "*".repeat(match.group(3).length()) : line;
    }

    /** What the arrow keys bring back: the command without its password, which will then be asked for. */
    @Override
    public String history(String line) {
        return without(line);
    }

    static String without(String line) {
        Matcher match = WITH.matcher(line);
        return match.matches() ? match.group(1) : line;
    }

    /** A command without its password. */
    record Wanting(String name, boolean isNew) {

        static Optional<Wanting> in(String line) {
            Matcher match = WITHOUT.matcher(line);
            return Optional.of(match).filter(Matcher::matches)
                    .map(found -> new Wanting(found.group(2), found.group(1).equalsIgnoreCase("register")));
        }
    }
}
