package socketlab.select;

import java.io.IOException;
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
import socketlab.core.Log;

/**
 * One thread, every client: waits until something is ready, due or asked for, does all of that, and waits again.
 *
 * <p>Nothing that runs here may wait, for while it does everybody does. {@link #execute} and {@link #close} may be
 * called from any thread, the rest only on the loop thread or before it is started.
 */
public final class EventLoop implements Executor {
    private static final long NAP_NANOS = 100_000;

    private final Selector selector;
    private final Timers timers = new Timers(System::nanoTime);
    private final Thread thread;
    private List<Runnable> tasks = new ArrayList<>();   // this and asleep: under the monitor
    private boolean asleep;
    private boolean stopped;

    /** Who is told that a channel is ready for what its key is interested in. */
    @FunctionalInterface
    public interface Handler {
        void ready(SelectionKey key);
    }

    /** The channels it is to serve must come from the same provider. */
    public EventLoop(String threadName, SelectorProvider provider) throws IOException {
        Log.open();
        selector = provider.openSelector();
        thread = Thread.ofPlatform().name(threadName).unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        while (!stopped) {
            select();
            timers.runDue(this::guard);
            takeTasks().forEach(this::guard);
        }
        guard(this::discard);
    }

    /**
     * Sleeps until there is something to do, and does what is ready. The kernel counts whole milliseconds and may add a
     * thousandth of the time, so we wake that much early and take the rest in naps: a timer is late by about one nap,
     * and nobody who becomes ready waits longer than that.
     */
    private void select() {
        long nanos = timers.nanosToNext();
        long millis = (nanos - nanos / 1000) / 1_000_000;
        try {
            if (nanos <= 0 || !fallAsleep()) {
                selector.selectNow(this::ready);
            } else if (millis > 0) {
                selector.select(this::ready, millis);
            } else {
                LockSupport.parkNanos(Math.min(nanos, NAP_NANOS));
                selector.selectNow(this::ready);
            }
        } catch (IOException e) {
            Log.error("cannot select", e);
        }
        wakeUp();
    }

    private void ready(SelectionKey key) {
        guard(() -> ((Handler) key.attachment()).ready(key));
    }

    /** One client's fault ends one client, never the loop. A left-over interrupt would close the next one's channel. */
    private void guard(Runnable step) {
        try {
            step.run();
        } catch (Throwable bug) {
            Log.error("the event loop goes on after", bug);
        }
        Thread.interrupted();
    }

    /** From now on the handler is told whenever the channel is ready; the channel no longer blocks. */
    public SelectionKey register(SelectableChannel channel, int interest, Handler handler) throws IOException {
        channel.configureBlocking(false);
        return channel.register(selector, interest, handler);
    }

    public Timers.Timer after(Duration time, Runnable action) {
        return timers.after(TimeUnit.NANOSECONDS.convert(time), action);
    }

    /** Any thread: the loop does this in its next turn, after what is ready by then. */
    @Override
    public synchronized void execute(Runnable task) {
        tasks.add(task);
        if (asleep && Thread.currentThread() != thread) {
            asleep = false;
            selector.wakeup();
        }
    }

    private synchronized boolean fallAsleep() {
        asleep = tasks.isEmpty();
        return asleep;
    }

    private synchronized void wakeUp() {
        asleep = false;
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

    /** Closes every channel and the selector; for a loop that was never started. */
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
