package socketlab.results.statistics;

import java.util.Arrays;
import socketlab.results.LatencyMs;

/** Percentiles by nearest rank (Hyndman and Fan 1996, definition 1): each is a measured value, never interpolated. */
public final class Statistics {
    private static final double US_PER_MS = 1000.0;

    private Statistics() {}

    /**
     * Minimum, mean, percentiles and maximum.
     *
     * @param latenciesUs in microseconds, in any order; not changed
     * @return in milliseconds, or null when there are none: no answer is not a latency of 0
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
     * The nearest-rank percentile: the smallest value that at least {@code percent} % of all values do not exceed, which
     * is the value of rank {@code ceil(percent / 100 * n)}.
     *
     * @param sorted ascending, not empty
     * @param percent 1 to 100
     */
    public static long nearestRank(long[] sorted, int percent) {
        // In whole numbers: in floating point 0.07 * 100 is above 7, which would give rank 8.
        long rank = ((long) sorted.length * percent + 99) / 100;
        return sorted[(int) rank - 1];
    }
}
