package socketlab.report.analysis;

/**
 * Largest triangle three buckets (Sveinn Steinarsson, 2013): the points of a long curve that keep its shape. From each
 * bucket comes the point with the largest triangle between the previous choice and the next bucket's mean, so that a lone
 * peak stands out. Of two peaks in one bucket it keeps one; {@link Downsampling} keeps both.
 */
public record Lttb(double[] x, double[] y) {

    /**
     * Positions of the points to draw, ascending, the first and the last among them.
     *
     * @param most how many at most, 3 or more
     */
    public int[] choose(int most) {
        if (x.length <= most) {
            return RequestSeries.sample(x.length, x.length);
        }
        int[] chosen = new int[most];
        for (int bucket = 1; bucket < most - 1; bucket++) {
            chosen[bucket] = largestTriangle(chosen[bucket - 1], bucket, most);
        }
        chosen[most - 1] = x.length - 1;
        return chosen;
    }

    private int largestTriangle(int before, int bucket, int most) {
        int from = begin(bucket, most);
        int to = begin(bucket + 1, most);
        double nextX = mean(x, to, begin(bucket + 2, most));
        double nextY = mean(y, to, begin(bucket + 2, most));
        int best = from;
        double largest = -1;
        for (int i = from; i < to; i++) {
            double area = Math.abs((x[before] - nextX) * (y[i] - y[before]) - (x[before] - x[i]) * (nextY - y[before]));
            if (area > largest) {
                largest = area;
                best = i;
            }
        }
        return best;
    }

    /** The first bucket is the first point, the last is the last; the others share what lies between. */
    private int begin(int bucket, int most) {
        return bucket >= most - 1 ? x.length - (bucket == most - 1 ? 1 : 0)
                : 1 + (int) ((bucket - 1L) * (x.length - 2) / (most - 2));
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }
}
