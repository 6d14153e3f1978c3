package socketlab.core;

import java.lang.System.Logger.Level;
import java.time.ZoneId;
import java.util.TimeZone;

/**
 * Says what went wrong, and never makes it worse: a loop that dies of its own log line takes every client with it. Any
 * thread.
 */
public final class Log {
    private static final System.Logger LOG = System.getLogger("socketlab");

    private Log() {}

    /**
     * To be called while all is well: the first line with a time of day reads the time zone from a file. When
     * descriptors have run out it is too late for that, and what has failed to load once never loads again.
     */
    public static void open() {
        ZoneId.systemDefault().getRules();
        TimeZone.getDefault();
    }

    public static void debug(String what, Throwable why) {
        say(Level.DEBUG, what + ": " + why, null);
    }

    public static void info(String what) {
        say(Level.INFO, what, null);
    }

    public static void warn(String what) {
        say(Level.WARNING, what, null);
    }

    /** With the stack trace: nobody expected this. */
    public static void error(String what, Throwable bug) {
        say(Level.ERROR, what, bug);
    }

    private static void say(Level level, String what, Throwable why) {
        try {
            LOG.log(level, what, why);
        } catch (Throwable noLog) {
            System.err.println(what + " (and it cannot be logged: " + noLog + ")");
        }
    }
}
