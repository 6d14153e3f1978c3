package socketlab.load.loop;

import java.nio.channels.Selector;
import java.util.concurrent.locks.LockSupport;
import socketlab.load.plan.ArrivalSchedule;

/**
 * A thread that wakes the loop's selector shortly before each request of an open loop is due. A selector waits in whole
 * milliseconds, and a loop that looks at the clock all the time burns a core that the server may need. A parked thread wakes
 * within some 0.1 ms, but on an idle machine 1 or 2 ms late. The loop spins for the rest of the time: a tenth of a core at
 * most up to 500 requests per second, a fifth at 1,000, and a whole core above 5,000.
 */
final class Pacer implements AutoCloseable {
    private static final long LEAST_EARLY_NANOS = 200_000;
    private static final long MOST_EARLY_NANOS = 2_000_000;
    private static final double SPINNING_SHARE = 0.1;

    private final ArrivalSchedule schedule;
    private final Selector selector;
    private final long wakeEarlyNanos;
    private final Thread thread = Thread.ofPlatform().daemon().name("pacer").unstarted(this::run);
    private long startNanos;
    private volatile boolean closed;

    Pacer(ArrivalSchedule schedule, double perSecond, Selector selector) {
        this.schedule = schedule;
        this.selector = selector;
        this.wakeEarlyNanos = wakeEarlyNanos(perSecond);
    }

    /** How long before a request is due the loop has to be awake. */
    static long wakeEarlyNanos(double perSecond) {
        return (long) Math.clamp(SPINNING_SHARE * 1e9 / perSecond, LEAST_EARLY_NANOS, MOST_EARLY_NANOS);
    }

    /** The schedule counts from now. */
    void start() {
        startNanos = System.nanoTime();
        thread.start();
    }

    private void run() {
        long last = 0;
        while (!closed && schedule.hasNext()) {
            long arrival = schedule.next();
            long parkNanos = startNanos + arrival - wakeEarlyNanos - System.nanoTime();
            if (arrival - last > wakeEarlyNanos && parkNanos > 0) {   // otherwise the loop is awake
                LockSupport.parkNanos(parkNanos);
                selector.wakeup();
            }
            last = arrival;
        }
    }

    /** Does not wait for the thread, which may wake a selector that is closed: that has no effect. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
