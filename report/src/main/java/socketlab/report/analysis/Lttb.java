package socketlab.report.analysis;

/**
 * Which points of a long curve to draw so that it looks the same: largest triangle three buckets. From each bucket
 * comes the point that stands out most between its neighbours, so that a lone peak is never dropped.
 */
public record Lttb(double[] x, double[] y) {

    /** At most {@code most} positions, 3 or more, ascending; the first and the last point are among them. */
    public int[] choose(int most) {
        if (x.length <= most) {
            return RequestSeries.sample(x.length, x.length);
        }
        int[] chosen = new int[most];
        for (int bucket = 1; bucket < most - 1; bucket++) {
            chosen[bucket] = standingOut(chosen[bucket - 1], bucket, most);
        }
        chosen[most - 1] = x.length - 1;
        return chosen;
    }

    private int standingOut(int before, int bucket, int most) {
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
