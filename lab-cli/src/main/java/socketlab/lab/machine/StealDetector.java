package socketlab.lab.machine;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * How much of a core somebody else took. A shared host steals time without any counter showing it; but a loop that does
 * nothing except look at the clock sees the gaps.
 */
public final class StealDetector {
    /** Reading the clock takes well under a microsecond; longer, and we were not running. */
    private static final long GAP_NANOS = 10_000;
    /** A timer interrupt takes some ten microseconds, but 60 and more in a virtual machine: that is nobody's theft. */
    private static final long SHORTEST_THEFT_NANOS = 50_000;
    private static final long LONGEST_INTERRUPT_NANOS = 200_000;
    private static final int TIMES_THE_INTERRUPT = 3;

    /** Above this a measurement is repeated, and in the end called inconclusive. */
    public static final double NOISY_PERCENT = 3;

    /**
     * How often a measurement is taken at most. A test that asks what a run does, and not how fast, sets the property to
     * 1: then a run neither waits for a quiet moment nor measures again.
     */
    public static final int TRIES = Integer.getInteger("lab.tries", 3);

    /** Theft comes in slices of some milliseconds: in a shorter look a single one would be too much. */
    private static final Duration LOOK = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private StealDetector() {}

    /** Percent of the given time that was lost in gaps, those that are this machine's own interrupts left out. */
    public static double stolenPercent(Duration time) {
        return stolenPercent(time, System::nanoTime);
    }

    public static double stolenPercent(Duration time, LongSupplier clock) {
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
        return 100.0 * stolen(Arrays.copyOf(gaps, count)) / (last - start);
    }

    /** The most usual gap is the interrupt that comes with every tick, for others steal more rarely and longer. */
    private static long stolen(long[] gaps) {
        Arrays.sort(gaps);
        long interrupt = gaps.length == 0 ? 0 : gaps[gaps.length / 2];
        long theft = Math.clamp(TIMES_THE_INTERRUPT * interrupt, SHORTEST_THEFT_NANOS, LONGEST_INTERRUPT_NANOS);
        return Arrays.stream(gaps).filter(gap -> gap > theft).sum();
    }

    /** Before a measurement: waits for a moment in which nobody steals, for two seconds at most. Percent, as above. */
    public static double before() {
        long start = System.nanoTime();
        double stolen = stolenPercent(LOOK);
        while (TRIES > 1 && stolen > NOISY_PERCENT && System.nanoTime() - start < PATIENCE.toNanos()) {
            stolen = stolenPercent(LOOK);
        }
        return stolen;
    }

    /** After it: percent, as above. */
    public static double after() {
        return stolenPercent(LOOK);
    }
}
