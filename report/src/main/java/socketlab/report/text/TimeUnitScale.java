package socketlab.report.text;

/**
 * The unit of time that all numbers of a chart or a column share.
 *
 * @param unit its symbol
 * @param word its name in the plural
 * @param perMs how many of them are a millisecond
 */
public record TimeUnitScale(String unit, String word, double perMs) {
    private static final TimeUnitScale SECONDS = new TimeUnitScale("s", "seconds", 1e-3);
    private static final TimeUnitScale MILLISECONDS = new TimeUnitScale("ms", "milliseconds", 1);
    private static final TimeUnitScale MICROSECONDS = new TimeUnitScale("µs", "microseconds", 1e3);

    /** Seconds, milliseconds or microseconds, by the longest of some times. */
    public static TimeUnitScale fitting(double longestMs) {
        if (longestMs >= 999.5) {
            return SECONDS;
        }
        return longestMs >= 1 ? MILLISECONDS : MICROSECONDS;
    }

    /** Microseconds in this unit. */
    public double ofUs(long us) {
        return us / 1e3 * perMs;
    }

    /** Milliseconds in this unit. */
    public double ofMs(double ms) {
        return ms * perMs;
    }
}
