package socketlab.core;

import java.lang.System.Logger.Level;
import java.time.ZoneId;
import java.util.TimeZone;

/**
 * Logs without ever throwing: an exception out of a log call would end an event loop, and with it every client. Any
 * thread.
 */
public final class Log {
    private static final System.Logger LOG = System.getLogger("socketlab");

    private Log() {}

    /**
     * Call this at the start: the first log line reads the time zone from a file. That fails when the process has no
     * file descriptor left, and a class that failed to initialise once never initialises again.
     */
    public static void open() {
        var _ = ZoneId.systemDefault().getRules();
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

    /** For bugs: logs the stack trace too. */
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
