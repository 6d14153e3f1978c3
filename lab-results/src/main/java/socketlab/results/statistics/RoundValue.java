package socketlab.results.statistics;

/**
 * One figure of one round.
 *
 * @param round what was measured together has the same number
 * @param value above 0
 * @param step the smallest difference that this figure can show, in its own unit: a clock's tick; 0 where there is none
 */
public record RoundValue(int round, double value, double step) {

    /** The variance that rounding to steps gives the logarithm of the value: that of a uniform distribution. */
    double roundingVariance() {
        double relative = step / value;
        return relative * relative / 12;
    }
}
