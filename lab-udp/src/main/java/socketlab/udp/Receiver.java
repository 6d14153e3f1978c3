package socketlab.udp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import socketlab.select.Timers;

/**
 * What surrounds a receive loop: waiting for a datagram, and meanwhile doing what is due or what other threads ask for.
 * They may call {@link #execute} and {@link #close}.
 */
final class Receiver implements Executor {
    private static final System.Logger LOG = System.getLogger("socketlab");
    private static final int TURN = 64;   // datagrams, before what is due
    private static final int BREATHER_MILLIS = 100;

    private final Wire wire;
    private final Selector selector;
    private final Timers timers = new Timers(System::nanoTime);
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private int inARow;
    private volatile boolean stopped;

    Receiver(Wire wire) throws IOException {
        this.wire = wire;
        this.selector = Selector.open();
        wire.channel().register(selector, SelectionKey.OP_READ);
    }

    /** Waits for the next datagram; throws once it has been stopped. */
    Datagram receive() throws IOException {
        while (!stopped) {
            Datagram next = inARow++ < TURN ? wire.receive() : null;
            if (next != null) {
                return next;
            }
            inARow = 0;
            doWhatIsDue();
            await();
        }
        throw new ClosedChannelException();
    }

    private void doWhatIsDue() {
        timers.runDue(Runnable::run);
        for (Runnable task; (task = tasks.poll()) != null;) {
            task.run();
        }
    }

    private void await() throws IOException {
        long nanos = timers.nanosToNext();
        if (nanos > 0 && !stopped) {
            selector.select(nanos == Timers.NEVER ? 0 : nanos / 1_000_000 + 1);
            selector.selectedKeys().clear();
        }
    }

    /** On the receiving thread, or before there is one. */
    void after(Duration time, Runnable action) {
        timers.after(time.toNanos(), action);
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    boolean isOpen() {
        return !stopped;
    }

    InetSocketAddress address() {
        return wire.address();
    }

    /** Ends the thread that receives, and frees the port; how many threads were joined. */
    int close(Thread receiving) throws InterruptedException {
        execute(() -> stopped = true);
        boolean ended = receiving.join(Clients.LAST_WORDS);
        try {
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            wire.close();
        }
        return ended ? 1 : 0;
    }

    /** Receiving failed. A peer that has gone is no reason to stop; for anything else, trying at once burns a core. */
    void backOff(Throwable failure) {
        if (stopped) {
            return;
        }
        if (failure instanceof PortUnreachableException gone) {
            LOG.log(System.Logger.Level.DEBUG, "somebody is gone, and nobody knows who: {0}", gone.getMessage());
            return;
        }
        LOG.log(System.Logger.Level.WARNING, "cannot receive: {0}; trying again in {1} ms", failure.getMessage(),
                BREATHER_MILLIS);
        try {
            Thread.sleep(BREATHER_MILLIS);
        } catch (InterruptedException stop) {
            stopped = true;
        }
    }
}
