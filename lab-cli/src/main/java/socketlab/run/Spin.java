package socketlab.run;

import java.time.Duration;

/**
 * How much of a core somebody else took. A shared host steals time without any counter showing it; but a loop that does
 * nothing except look at the clock sees the gaps.
 */
final class Spin {
    /** Reading the clock takes well under a microsecond and an interrupt some ten; longer, and we were not running. */
    private static final long GAP_NANOS = 50_000;

    /** Above this a measurement is repeated, and in the end called inconclusive. */
    static final double NOISY_PERCENT = 3;

    private Spin() {}

    /** Percent of the given time that was lost in gaps. */
    static double stolenPercent(Duration time) {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        long stolen = 0;
        long last = start;
        while (last < end) {
            long now = System.nanoTime();
            stolen += now - last > GAP_NANOS ? now - last : 0;
            last = now;
        }
        return 100.0 * stolen / (last - start);
    }
}
