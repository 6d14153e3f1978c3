package socketlab.results.statistics;

import java.util.Arrays;
import socketlab.results.LatencyMs;

/**
 * The few numbers that stand for many latencies; every percentile is a value that was measured, never a blend of two.
 */
public final class Statistics {
    private static final double US_PER_MS = 1000.0;

    private Statistics() {}

    /**
     * Sums up latencies.
     *
     * @param latenciesUs in microseconds, in any order; left as they are
     * @return in milliseconds, or null when there are none: nobody answered is no latency of 0
     */
    public static LatencyMs latency(long[] latenciesUs) {
        if (latenciesUs.length == 0) {
            return null;
        }
        long[] sorted = latenciesUs.clone();
        Arrays.sort(sorted);
        double mean = Arrays.stream(sorted).average().orElseThrow() / US_PER_MS;
        return new LatencyMs(sorted[0] / US_PER_MS, mean, nearestRank(sorted, 50) / US_PER_MS,
                nearestRank(sorted, 90) / US_PER_MS, nearestRank(sorted, 99) / US_PER_MS,
                sorted[sorted.length - 1] / US_PER_MS);
    }

    /**
     * The smallest value that at least {@code percent} of all values do not exceed.
     *
     * @param sorted ascending, not empty
     * @param percent 1 to 100
     */
    public static long nearestRank(long[] sorted, int percent) {
        // Whole numbers throughout: in floating point 0.07 * 100 lies above 7 and would ask for the 8th value.
        long rank = ((long) sorted.length * percent + 99) / 100;
        return sorted[(int) rank - 1];
    }
}
