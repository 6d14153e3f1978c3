package socketlab.lab.server;

import static socketlab.core.Text.format;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a server under test ended that nobody had told to end.
 *
 * @param exitCode of its process; -1 where it still ran
 * @param what     what it did, without a subject: {@code ended with exit code 1}
 * @param lines    the last that it printed
 */
public record ServerCrash(int exitCode, String what, List<String> lines) {
    private static final int SIGNALLED = 128;   // as a shell reports it, and Java too
    private static final int SIGINT = 2;
    private static final int SIGTERM = 15;
    private static final Map<Integer, String> NAMES = Map.of(1, "SIGHUP", SIGINT, "SIGINT", 3, "SIGQUIT", 6, "SIGABRT",
            7, "SIGBUS", 9, "SIGKILL, as by kill -9 or where memory runs out", 11, "SIGSEGV", SIGTERM, "SIGTERM");

    /** A process that has ended with this code by itself. */
    static ServerCrash ended(int exitCode, String when, List<String> lines) {
        int signal = exitCode - SIGNALLED;
        String how = signal <= 0 ? format("ended with exit code %d", exitCode)
                : format("was killed by signal %d%s", signal, NAMES.containsKey(signal) ? " (" + NAMES.get(signal) + ")" : "");
        return new ServerCrash(exitCode, how + when, lines);
    }

    /** Whether a signal ended it that ends a whole run, as Ctrl-C does. */
    public boolean isInterrupt() {
        return exitCode == SIGNALLED + SIGINT || exitCode == SIGNALLED + SIGTERM;
    }

    /** {@code the server was killed by signal 9 (SIGKILL); it had printed "..."}. */
    public String text() {
        return "the server " + what + (lines.isEmpty() ? ""
                : "; the last that it printed: " + lines.stream().map(line -> '"' + line + '"').collect(Collectors.joining(
                        ", ")));
    }
}
