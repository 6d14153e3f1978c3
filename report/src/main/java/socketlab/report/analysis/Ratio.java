package socketlab.report.analysis;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import socketlab.report.text.Formats;

/**
 * The ratio of a percentile in one run to the same percentile in another, and its 95 % interval by a bootstrap over the
 * requests (Efron 1979). The interval covers chance within the runs only, not the spread from run to run.
 */
public record Ratio(double value, double low, double high) {
    private static final int DRAWS = 1000;
    private static final int MOST = 1000;

    /**
     * The ratio of two percentiles (not the mean of ratios); the bootstrap has a fixed seed, so the result is repeatable.
     *
     * @param baseUs latencies of the run that is compared with, ascending, not empty
     * @param otherUs latencies of the other run, ascending, not empty
     * @param share the percentile, 0 to 1
     */
    public static Ratio of(long[] baseUs, long[] otherUs, double share) {
        Random random = new Random(1);
        long[] base = thinned(baseUs);
        long[] other = thinned(otherUs);
        double[] drawn = IntStream.range(0, DRAWS)
                .mapToDouble(i -> draw(other, share, random) / Math.max(1, draw(base, share, random))).sorted()
                .toArray();
        return new Ratio(at(otherUs, share) / Math.max(1, at(baseUs, share)), drawn[(int) (DRAWS * 0.025)],
                drawn[(int) (DRAWS * 0.975) - 1]);
    }

    /** Whether the interval contains 1. */
    public boolean withinNoise() {
        return low <= 1 && high >= 1;
    }

    /** At most 1,000 of them, evenly chosen, which can only widen the interval. */
    private static long[] thinned(long[] sorted) {
        return IntStream.of(RequestSeries.sample(sorted.length, MOST)).mapToLong(i -> sorted[i]).toArray();
    }

    private static double draw(long[] sorted, double share, Random random) {
        long[] drawn = random.ints(sorted.length, 0, sorted.length).mapToLong(i -> sorted[i]).toArray();
        Arrays.sort(drawn);
        return at(drawn, share);
    }

    private static double at(long[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length - 1e-6) - 1)];
    }

    /** {@code 1.20 (1.15 to 1.26)}. */
    public String text() {
        return Formats.format("%.2f (%.2f to %.2f)", value, low, high);
    }
}
