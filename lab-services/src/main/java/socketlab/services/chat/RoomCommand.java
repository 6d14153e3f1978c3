package socketlab.services.chat;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line that begins with a slash.
 *
 * @param name      the first word, in lower case, with its slash
 * @param arguments the rest of the line, which may contain a password
 */
record RoomCommand(String name, String arguments) {
    private static final Pattern SPACE = Pattern.compile("(?U)\\s+");
    private static final Pattern SECRET = Pattern.compile(
            "(?isU)(^\\s*/(?!broadcast\\b)\\S*|/(?:login|register)\\b)\\s.*");

    /** Empty when the line does not begin with a slash. */
    static Optional<RoomCommand> parse(String line) {
        if (!line.startsWith("/")) {
            return Optional.empty();
        }
        String[] parts = splitFirstWord(line);
        return Optional.of(new RoomCommand(parts[0].toLowerCase(Locale.ROOT), parts[1]));
    }

    /** Two strings: the first word, and the text after it, which may be empty. */
    static String[] splitFirstWord(String text) {
        String[] parts = SPACE.split(text, 2);
        return parts.length == 2 ? parts : new String[] {text, ""};
    }

    /**
     * The message as a log may show it. The arguments of every command but {@code /broadcast} are hidden, of unknown
     * commands too: the arguments of a mistyped {@code /lgoin} contain a password as well.
     */
    static String redact(String message) {
        return SECRET.matcher(message).replaceAll("$1 ***");
    }

    /** The name alone, so that a log never shows the arguments. */
    @Override
    public String toString() {
        return name;
    }
}
