package socketlab.report.text;

/** The one unit of time that all numbers of a chart or a column share, so that a label can never disagree with them. */
public record TimeUnitScale(String unit, String word, double perMs) {
    private static final TimeUnitScale SECONDS = new TimeUnitScale("s", "seconds", 1e-3);
    private static final TimeUnitScale MILLISECONDS = new TimeUnitScale("ms", "milliseconds", 1);
    private static final TimeUnitScale MICROSECONDS = new TimeUnitScale("µs", "microseconds", 1e3);

    /** The unit in which the longest of some times, in milliseconds, reads well. */
    public static TimeUnitScale fitting(double longestMs) {
        if (longestMs >= 999.5) {
            return SECONDS;
        }
        return longestMs >= 1 ? MILLISECONDS : MICROSECONDS;
    }

    public double ofUs(long us) {
        return us / 1e3 * perMs;
    }

    public double ofMs(double ms) {
        return ms * perMs;
    }
}
