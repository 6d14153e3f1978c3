package socketlab.lab.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where a person reads a server's log and types its commands. */
public interface Console extends AutoCloseable {

    /** Prints one whole line; any thread. */
    void print(String line);

    /**
     * Waits for the next command. On a terminal, Ctrl-C and Ctrl-D are {@code exit}; null where nothing more can be read,
     * as at the end of a pipe or a file.
     */
    String readCommand();

    @Override
    default void close() {}

    /**
     * Line by line, each flushed at once. Where stdin cannot be read there are no commands; where {@code out} cannot be
     * written there is no log, and stderr is told so once.
     *
     * @param typed whether a person types at a terminal: then the end of the input (Ctrl-D) is {@code exit}
     */
    static Console plain(InputStream in, PrintStream out, boolean typed) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        return new Console() {
            private boolean failed;

            @Override
            public synchronized void print(String line) {
                if (failed) {
                    return;
                }
                out.println(line);
                if (out.checkError()) {
                    failed = true;
                    System.err.println("lab serve: standard output cannot be written; the server goes on without a log");
                }
            }

            @Override
            public String readCommand() {
                try {
                    String line = lines.readLine();
                    return line == null && typed ? "exit" : line;
                } catch (IOException unreadable) {
                    return null;
                }
            }
        };
    }
}
