package socketlab.report.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import socketlab.report.draw.PlotAxis;
import socketlab.report.text.Formats;
import socketlab.report.text.TimeUnitScale;
import socketlab.results.ModelResult;

/**
 * How long the requests of one model took, the quickest first. Those that were never answered count as the slowest of
 * all: a curve that left them out would make a model look the better, the more it fails.
 *
 * @param sortedUs of the answered, ascending
 * @param uncorrectedUs of the same, counted from when each was really sent; empty in a closed loop
 * @param asked all requests, the failed ones included
 */
public record LatencyDistribution(ModelResult result, long[] sortedUs, long[] uncorrectedUs, int asked) {
    private static final int NAMED = 3;

    public static LatencyDistribution of(RequestSeries track) {
        RequestSpans answered = track.answered();
        boolean open = track.result().uncorrectedMs() != null;
        return new LatencyDistribution(track.result(), answered.stream().mapToLong(RequestSpan::latencyUs).sorted().toArray(),
                open ? answered.stream().mapToLong(RequestSpan::uncorrectedUs).sorted().toArray() : new long[0],
                track.bars().size());
    }

    public String model() {
        return result.model();
    }

    public boolean sound() {
        return sortedUs.length > 0 && sortedUs.length == asked;
    }

    /** What so large a share of all requests, 0 to 1, do not exceed, in milliseconds; NaN where they never came. */
    public double atMs(double share) {
        return at(sortedUs, share);
    }

    public double uncorrectedAtMs(double share) {
        return at(uncorrectedUs, share);
    }

    private double at(long[] sorted, double share) {
        // Less a hair: in floating point 0.07 * 100 lies above 7 and would ask for the 8th value.
        int rank = Math.max(1, (int) Math.ceil(share * asked - 1e-6));
        return rank > sorted.length ? Double.NaN : sorted[rank - 1] / 1e3;
    }

    /** The least and the most of all that were answered, in milliseconds, for an axis. */
    public static Range range(List<LatencyDistribution> spreads) {
        return new Range(spreads.stream().mapToLong(spread -> spread.sortedUs()[0]).min().orElse(0) / 1e3,
                spreads.stream().mapToLong(spread -> spread.sortedUs()[spread.sortedUs().length - 1]).max().orElse(1)
                        / 1e3);
    }

    /** From the quickest to the slowest request of a picture, in milliseconds. */
    public record Range(double lowMs, double highMs) {
        private static final double WIDE = 20;

        public TimeUnitScale scale() {
            return TimeUnitScale.fitting(highMs);
        }

        /** Logarithmic where it spans much: the quick ones would all lie on the axis. */
        public PlotAxis ruler() {
            return PlotAxis.ofValues(highMs >= WIDE * lowMs, scale().ofMs(lowMs), scale().ofMs(highMs));
        }
    }

    /** {@code 12 ms in select and 1.20 s in single}; of many models {@code 12 ms in select, up to 1.20 s in single}. */
    public static String ranked(List<LatencyDistribution> sound, ToDoubleFunction<LatencyDistribution> value, ToText text) {
        List<LatencyDistribution> sorted = sound.stream().sorted(Comparator.comparingDouble(value)).toList();
        boolean few = sorted.size() <= NAMED;
        List<String> parts = (few ? sorted : List.of(sorted.getFirst(), sorted.getLast())).stream()
                .map(one -> text.of(value.applyAsDouble(one)) + " in " + one.model()).toList();
        return few ? Formats.list(parts) : String.join(", up to ", parts);
    }

    /** A number in words. */
    public interface ToText {
        public String of(double value);
    }
}
