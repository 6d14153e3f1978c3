package socketlab.lab.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where a person watches a server and tells it what to do. */
public interface Console extends AutoCloseable {

    /** Shows one line, whole; any thread. */
    void say(String line);

    /** The next line typed; waits for it. Null: there will be none. Ctrl-C as a key is {@code exit}. */
    String command() throws IOException;

    @Override
    default void close() {}

    /** For pipes: a line a line, each flushed at once. */
    static Console plain(InputStream in, PrintStream out) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        return new Console() {
            @Override
            public synchronized void say(String line) {
                out.println(line);
                out.flush();
            }

            @Override
            public String command() throws IOException {
                return lines.readLine();
            }
        };
    }
}
