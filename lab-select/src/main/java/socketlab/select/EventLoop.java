package socketlab.select;

import static socketlab.core.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.SelectorProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import socketlab.core.Log;
import socketlab.core.server.ClientRegistry;

/**
 * One thread that serves every client: it waits until channels are ready, timers are due or tasks have come, handles
 * all of them, and waits again.
 *
 * <p>Nothing that runs here may block: while it does, every client waits. {@link #execute} and {@link #close} may be
 * called from any thread, the rest only on the loop thread or before it is started.
 */
public final class EventLoop implements Executor {
    private static final long PARK_NANOS = 100_000;

    private final Selector selector;
    private final Timers timers = new Timers(System::nanoTime);
    private final Thread thread;
    private Consumer<Throwable> whenFailed = failure -> {};
    private List<Runnable> tasks = new ArrayList<>();   // this and blocked: under the monitor
    private boolean blocked;
    private boolean stopped;

    /** What is called when a channel is ready for what its key is interested in. */
    @FunctionalInterface
    public interface Handler {
        void ready(SelectionKey key);
    }

    /** A loop that is not started yet; the channels it is to serve must come from the same provider. */
    public EventLoop(String threadName, SelectorProvider provider) throws IOException {
        Log.open();
        selector = provider.openSelector();
        thread = Thread.ofPlatform().name(threadName).unstarted(this::run);
    }

    /**
     * Starts the thread; throws where none can be had.
     *
     * @param whenFailed told on the loop thread of what ends the loop though nobody closes it, and of a heap that is full
     */
    public void start(Consumer<Throwable> whenFailed) throws IOException {
        this.whenFailed = whenFailed;
        try {
            thread.start();
        } catch (OutOfMemoryError noThread) {
            throw new IOException(format("no thread could be started (%s); see ulimit -u", noThread.getMessage()), noThread);
        }
    }

    private void run() {
        try {
            loop();
        } catch (Throwable failure) {   // not by a client: that is guarded
            whenFailed.accept(failure);
        }
        guard(this::discard);
    }

    private void loop() {
        // tag::loop
        while (!stopped) {
            select(timers.nanosToNext());            // calls ready(key) for each channel that is ready
            timers.runDue(this::guard);              // clients whose Sleep is over
            takeTasks().forEach(this::guard);        // what other threads asked for
        }
        // end::loop
    }

    /**
     * Waits until there is something to do, and does what is ready. The kernel counts whole milliseconds and may add a
     * thousandth of the time. So we wake that much early and park for the rest, a tenth of a millisecond at a time: a
     * timer is late by about that, and a channel that becomes ready waits no longer than that.
     */
    private void select(long nanos) {
        long millis = (nanos - nanos / 1000) / 1_000_000;
        try {
            if (nanos <= 0 || !mayBlock()) {
                selector.selectNow(this::ready);
            } else if (millis > 0) {
                selector.select(this::ready, millis);   // waits, for all clients at once
            } else {
                LockSupport.parkNanos(Math.min(nanos, PARK_NANOS));   // waits too, at most 0.1 ms
                selector.selectNow(this::ready);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot wait for clients: " + e.getMessage(), e);
        }
        unblock();
    }

    private void ready(SelectionKey key) {
        guard(() -> ((Handler) key.attachment()).ready(key));
    }

    /** One client's fault ends one client, never the loop. A left-over interrupt would close the next one's channel. */
    private void guard(Runnable step) {
        try {
            step.run();
        } catch (Throwable bug) {
            if (ClientRegistry.isFatal(bug)) {
                whenFailed.accept(bug);
            } else {
                Log.error("the event loop goes on after", bug);
            }
        }
        Thread.interrupted();
    }

    /** From now on the handler is called whenever the channel is ready; the channel no longer blocks. */
    public SelectionKey register(SelectableChannel channel, int interest, Handler handler) throws IOException {
        channel.configureBlocking(false);
        return channel.register(selector, interest, handler);
    }

    /** Runs the action once, no earlier than after this time. */
    public Timers.Timer after(Duration time, Runnable action) {
        return timers.after(TimeUnit.NANOSECONDS.convert(time), action);
    }

    /** Any thread: the loop runs this in its next turn, after the channels that are ready by then. */
    @Override
    public synchronized void execute(Runnable task) {
        tasks.add(task);
        if (blocked && Thread.currentThread() != thread) {
            blocked = false;
            selector.wakeup();
        }
    }

    /** From here on a task wakes the selector up; false when one has come already. */
    private synchronized boolean mayBlock() {
        blocked = tasks.isEmpty();
        return blocked;
    }

    private synchronized void unblock() {
        blocked = false;
    }

    private synchronized List<Runnable> takeTasks() {
        List<Runnable> taken = tasks.isEmpty() ? List.of() : tasks;
        tasks = taken.isEmpty() ? tasks : new ArrayList<>();
        return taken;
    }

    /** Any other thread: ends the loop after this turn and closes every channel it served. True once it has ended. */
    public boolean close(Duration limit) throws InterruptedException {
        execute(() -> stopped = true);
        return thread.join(limit);
    }

    /** Closes every channel and the selector; for a loop that was never started, or could not be. */
    public void discard() {
        try (selector) {
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        } catch (IOException e) {
            Log.error("cannot close", e);
        }
    }
}
