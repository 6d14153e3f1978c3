package socketlab.results.statistics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The ratio of two models' or runs' figures over several rounds, with its confidence interval. One figure a round:
 * requests of one round stand in the same queue, so a thousand of them are one observation. Logarithms of the figures are
 * compared by Student's t.
 *
 * @param logRatio the mean of the logarithms of the ratios
 * @param standardError of {@code logRatio}
 * @param degrees of freedom of t, 1 or more
 * @param rounds of the side that has fewer
 */
public record RoundRatio(double logRatio, double standardError, double degrees, int rounds) {
    /** The probability with which a sentence may claim a difference where there is none. */
    public static final double LEVEL = 0.01;
    /** A smaller difference is not named: nobody chooses a server by it. */
    public static final double TRIFLE = 0.02;
    /** A difference that is called detectable is found so often. */
    private static final double POWER = 0.95;

    /**
     * Of rounds that were measured side by side: the mean of the differences within each round, so that what slows a whole
     * round down falls out.
     *
     * @return empty where fewer than two rounds have both
     */
    public static Optional<RoundRatio> paired(List<RoundValue> base, List<RoundValue> other) {
        Map<Integer, RoundValue> byRound = other.stream().collect(Collectors.toMap(RoundValue::round, Function.identity()));
        List<RoundValue> both = base.stream().filter(one -> byRound.containsKey(one.round())).toList();
        if (both.size() < 2) {
            return Optional.empty();
        }
        double[] differences = both.stream()
                .mapToDouble(one -> Math.log(byRound.get(one.round()).value() / one.value())).toArray();
        double rounding = both.stream()
                .mapToDouble(one -> one.roundingVariance() + byRound.get(one.round()).roundingVariance()).average().orElse(0);
        return Optional.of(new RoundRatio(mean(differences),
                Math.sqrt(Math.max(rounding, variance(differences)) / both.size()), both.size() - 1, both.size()));
    }

    /**
     * Of rounds that were measured apart, one run after another (Welch 1947).
     *
     * @return empty where one side has fewer than two rounds
     */
    public static Optional<RoundRatio> unpaired(List<RoundValue> base, List<RoundValue> other) {
        if (base.size() < 2 || other.size() < 2) {
            return Optional.empty();
        }
        double one = squaredError(base);
        double two = squaredError(other);
        double degrees = one + two == 0 ? base.size() + other.size() - 2
                : (one + two) * (one + two) / (one * one / (base.size() - 1) + two * two / (other.size() - 1));
        return Optional.of(new RoundRatio(mean(logs(other)) - mean(logs(base)), Math.sqrt(one + two), degrees,
                Math.min(base.size(), other.size())));
    }

    private static double squaredError(List<RoundValue> values) {
        double rounding = values.stream().mapToDouble(RoundValue::roundingVariance).average().orElse(0);
        return Math.max(rounding, variance(logs(values))) / values.size();
    }

    private static double[] logs(List<RoundValue> values) {
        return values.stream().mapToDouble(one -> Math.log(one.value())).toArray();
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return DoubleStream.of(values).map(value -> (value - mean) * (value - mean)).sum() / (values.length - 1);
    }

    /** The ratio, other to base: 1.2 is 20 % more. */
    public double value() {
        return Math.exp(logRatio);
    }

    /** The lower end of the 99 % confidence interval of the ratio. */
    public double low() {
        return Math.exp(logRatio - critical(LEVEL) * standardError);
    }

    /** The upper end. */
    public double high() {
        return Math.exp(logRatio + critical(LEVEL) * standardError);
    }

    /** How probable so large a difference is where there is none, 0 to 1; two-sided. */
    public double pValue() {
        if (logRatio == 0 || standardError == 0) {
            return logRatio == 0 ? 1 : 0;
        }
        return 2 * t().cumulativeProbability(-Math.abs(logRatio) / standardError);
    }

    /** Whether it is too small to be named, whatever repetition says: up to 2 %. */
    public boolean trifling() {
        return Math.abs(value() - 1) <= TRIFLE;
    }

    /**
     * The ratio above 1 that a comparison at this level would find 19 times of 20, at the spread seen.
     *
     * @param level the probability of a false claim: {@link #LEVEL}, divided by how many pairs a sentence speaks of
     */
    public double detectable(double level) {
        return Math.exp((critical(level) + t().inverseCumulativeProbability(POWER)) * standardError);
    }

    private double critical(double level) {
        return -t().inverseCumulativeProbability(level / 2);
    }

    private TDistribution t() {
        return new TDistribution(null, degrees);   // null: it is not asked for random numbers
    }
}
