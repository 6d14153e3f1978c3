package socketlab.lab.machine;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;
import socketlab.results.statistics.Noise;

/**
 * Measures how much of a core others took, and for how long at a time. A shared host steals time without showing it in any counter; but a loop that
 * does nothing except read the clock sees the gaps.
 */
public final class StealDetector {
    /** Reading the clock takes well under a microsecond; after a longer gap this thread was not running. */
    private static final long GAP_NANOS = 10_000;
    /** A timer interrupt takes about ten microseconds, in a virtual machine 60 and more: that is not stolen. */
    private static final long SHORTEST_STEAL_NANOS = 50_000;
    private static final long LONGEST_INTERRUPT_NANOS = 200_000;
    private static final int TIMES_THE_INTERRUPT = 3;

    /** Above this share of a core a measurement waits for a quieter moment. */
    public static final double NOISY_PERCENT = 3;

    /**
     * How often a model is measured at most, until noise can no longer have turned what is judged. Tests that ask what a run does, and not how fast, set
     * the property to 1: then a run neither waits for a quiet moment nor measures again.
     */
    public static final int MAX_ATTEMPTS = Integer.getInteger("lab.attempts", 3);

    /** Time is stolen in slices of some milliseconds: in a shorter interval a single slice would be above the limit. */
    private static final Duration INTERVAL = Duration.ofMillis(400);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private StealDetector() {}

    /** What was lost in gaps within the given time, without those of this machine's own interrupts. */
    public static Noise measure(Duration time) {
        return measure(time, System::nanoTime);
    }

    /** The same with a clock in nanoseconds. */
    static Noise measure(Duration time, LongSupplier clock) {
        long[] gaps = new long[(int) (time.toNanos() / GAP_NANOS) + 1];
        int count = 0;
        long start = clock.getAsLong();
        long last = start;
        while (last - start < time.toNanos()) {
            long now = clock.getAsLong();
            if (now - last > GAP_NANOS) {
                gaps[count++] = now - last;
            }
            last = now;
        }
        return noise(Arrays.copyOf(gaps, count), last - start);
    }

    /** The median gap is the timer interrupt, which comes with every tick; stolen slices are rarer and longer. */
    private static Noise noise(long[] gaps, long time) {
        Arrays.sort(gaps);
        long interrupt = gaps.length == 0 ? 0 : gaps[gaps.length / 2];
        long shortest = Math.clamp(TIMES_THE_INTERRUPT * interrupt, SHORTEST_STEAL_NANOS, LONGEST_INTERRUPT_NANOS);
        long[] stolen = Arrays.stream(gaps).filter(gap -> gap > shortest).toArray();
        return stolen.length == 0 ? Noise.NONE
                : new Noise(100.0 * Arrays.stream(stolen).sum() / time, stolen[stolen.length - 1] / 1e6);
    }

    /** Before a measurement: waits until hardly any time is stolen, two seconds at most; what was stolen at last. */
    public static Noise before() {
        long start = System.nanoTime();
        Noise noise = measure(INTERVAL);
        while (MAX_ATTEMPTS > 1 && noise.stolenPercent() > NOISY_PERCENT
                && System.nanoTime() - start < LONGEST_WAIT.toNanos()) {
            noise = measure(INTERVAL);
        }
        return noise;
    }

    /** After a measurement. */
    public static Noise after() {
        return measure(INTERVAL);
    }
}
