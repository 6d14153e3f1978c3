package socketlab.single;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import socketlab.core.Log;
import socketlab.core.Options;

/** What surrounds an accept loop: bind before it, threads for it, and what to do when accepting fails. */
public final class Listener {
    private static final int BREATHER_MILLIS = 100;

    private Listener() {}

    public static ServerSocket bind(Options options) throws IOException {
        Log.open();
        ServerSocket listener = options.acceptAfter().isZero() ? new ServerSocket()
                : new LateListener(options.acceptAfter());
        try {
            listener.bind(options.bind(), options.backlog());
            return listener;
        } catch (IOException e) {
            listener.close();
            throw e;
        }
    }

    /** Starts the loop on so many threads; where one of them is not to be had, closes the listener, and says so. */
    public static List<Thread> start(ServerSocket listener, int count, ThreadFactory threads, Runnable loop)
            throws IOException {
        List<Thread> started = new ArrayList<>();
        try {
            while (started.size() < count) {
                Thread thread = threads.newThread(loop);
                thread.start();
                started.add(thread);
            }
            return started;
        } catch (OutOfMemoryError noThread) {
            close(listener);   // so those that run already end
            throw new IOException("only %d of %d threads could be started (%s); take fewer, or see ulimit -u"
                    .formatted(started.size(), count, noThread.getMessage()), noThread);
        }
    }

    /**
     * Accepting failed. When the listener was closed that is how its loop ends; else descriptors, memory or threads
     * have run out, trying again at once would burn a core, and a client that leaves will make room.
     */
    public static void backOff(ServerSocket listener, Throwable failure) {
        if (listener.isClosed()) {
            return;
        }
        Log.warn("cannot accept: %s; trying again in %d ms".formatted(failure.getMessage(), BREATHER_MILLIS));
        try {
            Thread.sleep(BREATHER_MILLIS);
        } catch (InterruptedException stop) {
            close(listener);
        }
    }

    static void close(ServerSocket listener) {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
