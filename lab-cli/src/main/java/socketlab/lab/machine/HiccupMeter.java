package socketlab.lab.machine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The longest time for which a thread of ours was due and did not run, while a load lasts (after Gil Tene's jHiccup): a
 * thread that sleeps and looks how late it wakes. It costs next to nothing; a spin during the load would be a load itself.
 * {@link #begin} and {@link #end} are for one thread each.
 */
public final class HiccupMeter {
    private static final long PERIOD_NANOS = 2_000_000;
    /** What a timer and a core that wakes up are late by on a machine with nothing else to do. */
    private static final double USUAL_MS = 1;
    /** Where our own processes keep so much of the machine busy, it may be them that the thread waited for. */
    private static final double BUSY_SHARE = 0.25;

    private final CountDownLatch ended = new CountDownLatch(1);
    private long beganNanos;
    private long beganCpuNanos;
    private volatile long endedNanos;
    private volatile long endedCpuNanos;
    private volatile long longestNanos;   // written by the meter's thread only

    /** The load begins now. */
    public void begin() {
        beganNanos = System.nanoTime();
        beganCpuNanos = cpuNanos();
        Thread.ofPlatform().daemon().name("hiccups").start(this::run);
    }

    private void run() {
        while (ended.getCount() > 0) {
            long before = System.nanoTime();
            LockSupport.parkNanos(PERIOD_NANOS);
            longestNanos = Math.max(longestNanos, System.nanoTime() - before - PERIOD_NANOS);
        }
    }

    /** The load has ended; the meter ends by itself. Only the first call counts. */
    public void end() {
        if (ended.getCount() > 0) {
            endedNanos = System.nanoTime();
            endedCpuNanos = cpuNanos();
            ended.countDown();
        }
    }

    /**
     * The longest hiccup in milliseconds; 0 where there was none beyond the usual, and where our own processes were so busy
     * that it may be theirs.
     *
     * @param serverCpuMs CPU time that the server under test used meanwhile
     */
    public double longestMs(double serverCpuMs) {
        double ownMs = serverCpuMs + (endedCpuNanos - beganCpuNanos) / 1e6;
        double wholeMs = (endedNanos - beganNanos) / 1e6 * Runtime.getRuntime().availableProcessors();
        double longest = longestNanos / (double) TimeUnit.MILLISECONDS.toNanos(1);
        return longest <= USUAL_MS || ownMs > BUSY_SHARE * wholeMs ? 0 : longest;
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
