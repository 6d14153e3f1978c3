package socketlab.lab.server;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import socketlab.lab.text.LineSplitter;

/**
 * A console whose output never waits: not the server's log, not what is logged on stderr, and not what a service prints.
 * Until it is closed, {@link System#out} and {@link System#err} are lines of it.
 */
public final class QueuedConsole implements Console {
    private static final Duration LAST_LINES = Duration.ofSeconds(1);

    private final Console console;
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final LogQueue log;
    private final LogQueue errors;

    /** Prints on this console, and what is printed on stderr where it went before; one at a time. */
    public QueuedConsole(Console console) {
        this.console = console;
        this.log = new LogQueue("log", console::print);
        this.errors = new LogQueue("errors", err::println);
        System.setOut(lines(log));
        System.setErr(lines(errors));
    }

    private static PrintStream lines(LogQueue queue) {
        return new PrintStream(new LineSplitter(StandardCharsets.UTF_8, queue::print), false, StandardCharsets.UTF_8);
    }

    @Override
    public void print(String line) {
        log.print(line);
    }

    @Override
    public String readCommand() {
        return console.readCommand();
    }

    /** Waits until the log is written, a second at most; false where nobody reads it. */
    public boolean flush() {
        return log.awaitWritten(LAST_LINES);
    }

    /** Waits until everything is written; where nobody reads it, a second for each stream, and then it is lost. */
    @Override
    public void close() {
        boolean written = flush();
        if (errors.awaitWritten(LAST_LINES)) {
            System.setErr(err);
        }
        if (written) {   // else the console is busy writing, and would keep us waiting
            System.setOut(out);
            console.close();
        }
    }
}
