package socketlab.lab.server;

import static socketlab.core.Text.format;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Lines that wait to be written, and the one thread that writes them: whoever logs never waits for a reader that has
 * stopped reading. Where a mebibyte of lines waits, the oldest are dropped, and a line of its own says how many.
 */
public final class LogQueue {
    private static final long MOST_BYTES = 1 << 20;
    private static final int LINE_BYTES = 64;   // what the heap needs for a line beside its characters

    private final Consumer<String> out;
    private final Queue<String> waiting = new ArrayDeque<>();   // this and all below: under the monitor
    private long bytes;
    private long dropped;
    private boolean writing;

    /** @param out writes a line; may wait, and is called on a daemon thread with this name */
    public LogQueue(String thread, Consumer<String> out) {
        this.out = out;
        Thread.ofPlatform().daemon().name(thread).start(this::run);
    }

    /** Any thread; never waits. */
    public synchronized void print(String line) {
        waiting.add(line);
        bytes += bytes(line);
        while (bytes > MOST_BYTES && waiting.size() > 1) {
            bytes -= bytes(waiting.remove());
            dropped++;
        }
        notifyAll();
    }

    private static long bytes(String line) {
        return (long) LINE_BYTES + line.length();
    }

    private void run() {
        try {
            while (true) {
                out.accept(next());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the next line; where lines were dropped before it, that is said first. */
    private synchronized String next() throws InterruptedException {
        writing = false;
        notifyAll();
        while (waiting.isEmpty()) {
            wait();
        }
        writing = true;
        if (dropped > 0) {
            String gap = format("[log] %d %s dropped", dropped, dropped == 1 ? "line" : "lines");
            dropped = 0;
            return gap;
        }
        String line = waiting.remove();
        bytes -= bytes(line);
        return line;
    }

    /** Waits until everything has been written, for this long at most; false where nobody reads it. */
    public synchronized boolean awaitWritten(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            for (long left = limit.toNanos(); (writing || !waiting.isEmpty()) && left > 0; left = end - System.nanoTime()) {
                wait(left / 1_000_000 + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !writing && waiting.isEmpty();
    }
}
