package socketlab.report.analysis;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import socketlab.report.text.Formats;

/**
 * How many times as long the same share of requests takes in one run as in another, and between which bounds that would
 * come out 95 times of a hundred if the same requests were drawn again.
 */
public record Ratio(double value, double low, double high) {
    private static final int DRAWS = 1000;
    private static final int MOST = 1000;

    /**
     * The ratio of two percentiles, never the mean of ratios; the bounds are those of a bootstrap whose seed is fixed.
     *
     * @param baseUs what it is compared with, ascending, not empty
     * @param share 0 to 1
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

    /** Chance alone would explain the difference. */
    public boolean withinNoise() {
        return low <= 1 && high >= 1;
    }

    /** Of a long run evenly chosen ones, which can only widen the bounds. */
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
    public String words() {
        return Formats.format("%.2f (%.2f to %.2f)", value, low, high);
    }
}
