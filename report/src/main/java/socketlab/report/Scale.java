package socketlab.report;

/** The one unit of time that all numbers of a chart or a column share, so that a label can never disagree with them. */
record Scale(String unit, String word, double perMs) {
    private static final Scale SECONDS = new Scale("s", "seconds", 1e-3);
    private static final Scale MILLISECONDS = new Scale("ms", "milliseconds", 1);
    private static final Scale MICROSECONDS = new Scale("µs", "microseconds", 1e3);

    /** The unit in which the longest of some times, in milliseconds, reads well. */
    static Scale fitting(double longestMs) {
        if (longestMs >= 999.5) {
            return SECONDS;
        }
        return longestMs >= 1 ? MILLISECONDS : MICROSECONDS;
    }

    double ofUs(long us) {
        return us / 1e3 * perMs;
    }

    double ofMs(double ms) {
        return ms * perMs;
    }
}
