package socketlab.lab.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import socketlab.core.Text;
import socketlab.lab.text.LineSplitter;

/**
 * The last lines that another process printed. Its output is read all the time, because a process waits when nobody reads
 * what it prints. Any thread.
 */
final class OutputTail {
    private static final int MOST_LINES = 5;
    private static final int LONGEST_LINE = 200;

    private final Deque<String> lines = new ArrayDeque<>();   // under the monitor

    /** Reads a stream of the process to its end, on a thread of its own; {@code each} is called there. */
    static Thread read(String thread, InputStream output, Consumer<String> each) {
        return Thread.ofPlatform().daemon().name(thread).start(() -> {
            try (output; LineSplitter splitter = new LineSplitter(StandardCharsets.UTF_8, each)) {
                output.transferTo(splitter);
            } catch (IOException ended) {
                return;   // with the process
            }
        });
    }

    /** Keeps a line, unless it is empty, a frame of a stack trace, or where the JVM got its flags from. */
    synchronized void add(String line) {
        String text = line.strip();
        if (text.isEmpty() || line.matches("\\s+(at |\\.\\.\\. \\d+ more).*") || text.startsWith("Picked up ")) {
            return;
        }
        if (lines.size() == MOST_LINES) {
            lines.remove();
        }
        lines.add(Text.printable(text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE - 3) + "..."));
    }

    /** The last five, the oldest first. */
    synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}
