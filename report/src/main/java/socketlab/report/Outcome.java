package socketlab.report;

import java.util.Locale;

/** How a request ended; everything but {@code OK} counts against the model that served it. */
public enum Outcome {
    OK, REFUSED, RESET, TIMEOUT, LOST, WRONG, ABORTED;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** The word used in files, tables and as a key of {@code errors}: lower case. */
    public String text() {
        return text;
    }

    /**
     * The outcome that a file calls {@code text}.
     *
     * @throws IllegalArgumentException when there is no such outcome
     */
    public static Outcome of(String text) {
        for (Outcome outcome : values()) {
            if (outcome.text.equals(text)) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("no such outcome: " + text);
    }
}
