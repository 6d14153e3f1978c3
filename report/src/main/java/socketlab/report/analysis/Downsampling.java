package socketlab.report.analysis;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import socketlab.report.text.Formats;

/**
 * Which of very many requests a chart draws. Those that stand out are chosen first, so that none of them is lost among
 * thousands of quick ones; the rest keeps the shape of the curve ({@link Lttb}).
 *
 * @param x where each request stands in the chart, ascending
 * @param y its height in the chart
 * @param badness its latency; a failed request has more than every answered one
 */
public record Downsampling(double[] x, double[] y, double[] badness) {
    /** What takes more than so many times the median stands out. */
    private static final double STANDS_OUT = 3;

    /** Positions of the requests to draw, ascending, at most {@code most} (6 or more): all of them where they are few. */
    public int[] choose(int most) {
        if (x.length <= most) {
            return RequestSeries.sample(x.length, x.length);
        }
        int half = most / 2;
        return IntStream.concat(IntStream.of(outstanding(half)), IntStream.of(new Lttb(x, y).choose(most - half)))
                .sorted().distinct().toArray();
    }

    /**
     * What {@link #choose} does, for the notes of a chart that has more requests than it draws.
     *
     * @param standOut {@code took}, or {@code failed or took} where failed requests are among them
     */
    public static String note(int most, String standOut) {
        return "Of each model the chart shows at most " + Formats.number(most) + " requests: those that " + standOut
                + " more than three times the median, the worst " + Formats.number(most / 2)
                + " of them, and of the others those that keep the shape (LTTB).";
    }

    /** The worst of those that stand out, {@code most} of them. */
    private int[] outstanding(int most) {
        double[] sorted = DoubleStream.of(badness).sorted().toArray();
        double median = sorted[(sorted.length - 1) / 2];
        double least = Math.max(sorted[sorted.length - most], Math.nextUp(STANDS_OUT * median));
        int above = (int) Arrays.stream(badness).filter(one -> one > least).count();
        // Of equal ones as many as there is room for.
        return IntStream.concat(IntStream.range(0, badness.length).filter(i -> badness[i] > least),
                IntStream.range(0, badness.length).filter(i -> badness[i] == least).limit(most - above)).toArray();
    }
}
