package socketlab.report.charts;

import socketlab.report.draw.PlotAxis;
import socketlab.report.text.TimeUnitScale;

/** An axis of latencies in one unit; logarithmic where they span a factor of 20, or all fast ones would be at its start. */
public record LatencyAxis(TimeUnitScale scale, PlotAxis axis) {
    private static final double WIDE = 20;

    /** For latencies between these two, in milliseconds. */
    public static LatencyAxis of(double lowMs, double highMs) {
        TimeUnitScale scale = TimeUnitScale.fitting(highMs);
        return new LatencyAxis(scale, PlotAxis.ofValues(highMs >= WIDE * lowMs, scale.ofMs(lowMs), scale.ofMs(highMs)));
    }

    /** {@code latency (ms)}. */
    public String title() {
        return "latency (" + scale.unit() + ")";
    }
}
