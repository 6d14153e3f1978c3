package socketlab.report.analysis;

import socketlab.results.ModelResult;

/**
 * The latencies of one model, sorted. Failed requests count as the slowest: a distribution without them would look
 * better, the more requests fail.
 *
 * @param sortedUs of the successful requests, ascending, in microseconds
 * @param uncorrectedUs the same from the moment each was sent; empty in a closed loop
 * @param requests all requests, the failed ones included
 */
public record LatencyDistribution(ModelResult result, long[] sortedUs, long[] uncorrectedUs, int requests) {
    /** The distribution of one model's requests, of all its rounds. */
    public static LatencyDistribution of(RequestSeries series) {
        RequestSpans answered = series.answered();
        boolean open = series.result().uncorrectedMs() != null;
        return new LatencyDistribution(series.result(), answered.stream().mapToLong(RequestSpan::latencyUs).sorted().toArray(),
                open ? answered.stream().mapToLong(RequestSpan::uncorrectedUs).sorted().toArray() : new long[0],
                series.spans().size());
    }

    public String model() {
        return result.model();
    }

    /** Every request succeeded, and there was at least one. */
    public boolean sound() {
        return sortedUs.length > 0 && sortedUs.length == requests;
    }

    /**
     * The nearest-rank percentile of all requests, in milliseconds; NaN where that request failed.
     *
     * @param share 0 to 1
     */
    public double atMs(double share) {
        return at(sortedUs, share);
    }

    /** The same from the moment each request was sent. */
    public double uncorrectedAtMs(double share) {
        return at(uncorrectedUs, share);
    }

    private double at(long[] sorted, double share) {
        // A little less: in floating point 0.07 * 100 is above 7, which would give rank 8.
        int rank = Math.max(1, (int) Math.ceil(share * requests - 1e-6));
        return rank > sorted.length ? Double.NaN : sorted[rank - 1] / 1e3;
    }

    /** How many requests failed. */
    public int failed() {
        return requests - sortedUs.length;
    }

    /** The nearest-rank percentile of the successful requests alone, in milliseconds; there must be one. */
    public double succeededAtMs(double share) {
        return sortedUs[Math.max(0, (int) Math.ceil(share * sortedUs.length - 1e-6) - 1)] / 1e3;
    }
}
