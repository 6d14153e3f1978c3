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

    /** Waits for the next line; null at the end of the input. Ctrl-C as a key is {@code exit}. */
    String readCommand() throws IOException;

    @Override
    default void close() {}

    /** For pipes: line by line, each flushed at once. */
    static Console plain(InputStream in, PrintStream out) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        return new Console() {
            @Override
            public synchronized void print(String line) {
                out.println(line);
                out.flush();
            }

            @Override
            public String readCommand() throws IOException {
                return lines.readLine();
            }
        };
    }
}
