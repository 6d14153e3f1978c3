package socketlab.results.statistics;

import java.util.List;

/**
 * What others took of the machine around a measurement, and what a figure can have been without it. Noise only ever makes
 * a request slower: a sleep does not end early.
 *
 * @param stolenPercent the share of a core, 0 to 100, at its worst
 * @param longestGapMs the longest time for which a thread that wanted to run did not
 */
public record Noise(double stolenPercent, double longestGapMs) {
    public static final Noise NONE = new Noise(0, 0);
    private static final double MOST_PERCENT = 99;

    /** The values that a figure can have had without noise, both ends included. */
    public record Range(double low, double high) {

        /** One value: noise does not change it. */
        public static Range exactly(double value) {
            return new Range(value, value);
        }
    }

    /** The worst of several; none where the list is empty. */
    public static Noise worst(List<Noise> all) {
        return new Noise(all.stream().mapToDouble(Noise::stolenPercent).max().orElse(0),
                all.stream().mapToDouble(Noise::longestGapMs).max().orElse(0));
    }

    /** The same with another; the worst of both in each measure. */
    public Noise worst(Noise other) {
        return worst(List.of(this, other));
    }

    /** The same where a gap of this length was seen besides. */
    public Noise withGap(double ms) {
        return new Noise(stolenPercent, Math.max(longestGapMs, ms));
    }

    /** A time that one gap can have made longer: the slowest of some requests, in milliseconds. */
    public Range maximum(double ms) {
        return new Range(Math.max(0, ms - longestGapMs), ms);
    }

    /** A time that many requests share, a median or a mean: it is longer by at most the stolen share. */
    public Range median(double ms) {
        return new Range(ms * kept(), ms);
    }

    /** A rate, which is smaller by at most the stolen share. */
    public Range rate(double perSecond) {
        return new Range(perSecond, perSecond / kept());
    }

    private double kept() {
        return 1 - Math.clamp(stolenPercent, 0, MOST_PERCENT) / 100;
    }
}
