package socketlab.load;

import java.nio.channels.Selector;
import java.util.concurrent.locks.LockSupport;

/**
 * Wakes the loop a little before each moment of its schedule. A selector sleeps in whole milliseconds, and to look at
 * the clock instead would burn a core that the server may need; a thread sleeps to a tenth of a millisecond or so. Only
 * what is left then is spent looking at the clock: at 1,000 requests per second a fifth of a core, at more than 5,000 a
 * whole one.
 */
final class Alarm implements AutoCloseable {
    static final long EARLY_NANOS = 200_000;

    private final Schedule schedule;
    private final Selector selector;
    private final Thread thread = Thread.ofPlatform().daemon().name("alarm").unstarted(this::run);
    private long startNanos;
    private volatile boolean closed;

    Alarm(Schedule schedule, Selector selector) {
        this.schedule = schedule;
        this.selector = selector;
    }

    /** Moments are counted from now. */
    void start() {
        startNanos = System.nanoTime();
        thread.start();
    }

    private void run() {
        long last = 0;
        while (!closed && schedule.hasNext()) {
            long moment = schedule.next();
            long early = startNanos + moment - EARLY_NANOS - System.nanoTime();
            if (moment - last > EARLY_NANOS && early > 0) {   // otherwise the loop is awake
                LockSupport.parkNanos(early);
                selector.wakeup();
            }
            last = moment;
        }
    }

    /** It may still be asleep for a moment, and then wakes nobody. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
