package socketlab.services.chat;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A line that begins with a slash: a word, and the rest, which may be a secret. */
record RoomCommand(String word, String rest) {
    private static final Pattern SPACE = Pattern.compile("(?U)\\s+");
    private static final Pattern SECRET = Pattern.compile(
            "(?isU)(^\\s*/(?!broadcast\\b)\\S*|/(?:login|register)\\b)\\s.*");

    static Optional<RoomCommand> in(String line) {
        if (!line.startsWith("/")) {
            return Optional.empty();
        }
        String[] parts = halves(line);
        return Optional.of(new RoomCommand(parts[0].toLowerCase(Locale.ROOT), parts[1]));
    }

    /** The first word and what follows it, which may be nothing. */
    static String[] halves(String text) {
        String[] parts = SPACE.split(text, 2);
        return parts.length == 2 ? parts : new String[] {text, ""};
    }

    /**
     * What may be shown of a message to others than the server: what follows a command stays hidden, because a password
     * that goes to {@code /lgoin} by mistake is one too.
     */
    static String shown(String message) {
        return SECRET.matcher(message).replaceAll("$1 ***");
    }

    @Override
    public String toString() {
        return word;
    }
}
