package socketlab.results;

import java.util.Locale;

/** How a request ended; everything but {@code OK} is a failure of the model that served it. */
public enum Outcome {
    /** Answered, and the answer is right. */
    OK,
    /** Not connected: nobody listens there, or there is no route. */
    REFUSED,
    /** Connected, but the connection ended without an answer. */
    RESET,
    /** No answer in the time allowed, connecting included. */
    TIMEOUT,
    /** Sent and never answered, over a transport that may lose messages (datagrams). */
    LOST,
    /** Answered, but not what was asked for, or before it was asked. */
    WRONG,
    /**
     * Nothing can be said of the server: the load was stopped while the request was in flight (Ctrl-C; the end of its duration
     * aborts nothing), or this machine had no port left to connect from.
     */
    ABORTED;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** The word used in files, in tables and as a key of {@code errors}: lower case. */
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
