package socketlab.load.plan;

import java.util.Locale;

/** How a client can misbehave. */
public enum ClientFault {
    /** Asks once, and stays on for ever. */
    NEVER_CLOSE,
    /** Asks and asks, and takes no answer in. */
    SLOW_READERS,
    /** Says its message a byte at a time. */
    DRIBBLE,
    /** Breaks off in the middle of a message, again and again. */
    RESET,
    /** Says that it will say no more, and waits for its answer; again and again. */
    HALF_CLOSE;

    /** On the command line, {@code --never-close} say. */
    public String option() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
