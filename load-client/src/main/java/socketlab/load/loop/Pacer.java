package socketlab.load.loop;

import java.nio.channels.Selector;
import java.util.concurrent.locks.LockSupport;
import socketlab.load.plan.ArrivalSchedule;

/**
 * Wakes the loop a little before each moment of its schedule. A selector sleeps in whole milliseconds, and to look at
 * the clock instead would burn a core that the server may need; a thread sleeps to a tenth of a millisecond or so, but
 * on a machine with nothing to do it may oversleep by one or two. What is left then is spent looking at the clock: a
 * tenth of a core at most up to 500 requests per second, a fifth at 1,000, and at more than 5,000 a whole one.
 */
final class Pacer implements AutoCloseable {
    private static final long EARLY_NANOS = 200_000;
    private static final long EARLIEST_NANOS = 2_000_000;
    private static final double SHARE_OF_A_CORE = 0.1;

    private final ArrivalSchedule schedule;
    private final Selector selector;
    private final long earlyNanos;
    private final Thread thread = Thread.ofPlatform().daemon().name("alarm").unstarted(this::run);
    private long startNanos;
    private volatile boolean closed;

    Pacer(ArrivalSchedule schedule, double perSecond, Selector selector) {
        this.schedule = schedule;
        this.selector = selector;
        this.earlyNanos = earlyNanos(perSecond);
    }

    /** How long before a moment the loop has to be awake. */
    static long earlyNanos(double perSecond) {
        return (long) Math.clamp(SHARE_OF_A_CORE * 1e9 / perSecond, EARLY_NANOS, EARLIEST_NANOS);
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
            long early = startNanos + moment - earlyNanos - System.nanoTime();
            if (moment - last > earlyNanos && early > 0) {   // otherwise the loop is awake
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
