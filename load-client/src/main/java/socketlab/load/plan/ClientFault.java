package socketlab.load.plan;

import java.util.Locale;

/** How a faulty client breaks the rules. */
public enum ClientFault {
    /** Sends one request and never closes its connection. */
    NEVER_CLOSE,
    /** Sends requests and never reads a reply. */
    SLOW_READERS,
    /** Sends its message one byte at a time. */
    DRIBBLE,
    /** Resets its connection in the middle of a message, and connects again. */
    RESET,
    /** Sends a request, closes its sending side, reads the reply, and connects again. */
    HALF_CLOSE;

    /** As on the command line, for example {@code --never-close}. */
    public String option() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
