package socketlab.results;

/**
 * The latency that a prediction is judged by: the maximum where every client asks once, since theory tells how long the
 * last one waits; else the median, since the slowest of many requests tells more about the machine than about the model.
 */
public enum JudgedLatency {
    MAX("max"), P50("p50");

    private final String text;

    JudgedLatency(String text) {
        this.text = text;
    }

    public static JudgedLatency of(LoadSettings load) {
        return load.burst() ? MAX : P50;
    }

    /** In milliseconds. */
    public double measured(LatencyMs latency) {
        return this == MAX ? latency.max() : latency.p50();
    }

    /** In milliseconds. */
    public double predicted(Predicted predicted) {
        return this == MAX ? predicted.maxMs() : predicted.p50Ms();
    }

    /** {@code max} or {@code p50}, as in a column's heading. */
    public String text() {
        return text;
    }
}
