package socketlab.report.charts;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import socketlab.report.analysis.Downsampling;
import socketlab.report.analysis.RequestSeries;
import socketlab.report.analysis.RequestSpan;
import socketlab.report.draw.LabTheme;
import socketlab.report.text.TimeUnitScale;
import socketlab.results.statistics.Prediction;

/**
 * One model's latencies in the latency chart: the measured line, the predicted one, and marks on both.
 *
 * @param most how many points a line may have
 * @param dodge how far to move it sideways, so that models with equal latencies do not hide one another
 * @param turn the same for lines of many points: how far on the way to its next mark the first one is, 0 to 1
 */
record Curve(XYChart plot, RequestSeries series, TimeUnitScale scale, int most, double dodge, double turn) {
    /** Adds the lines to the plot, with a mark on every point where there are at most {@code few}, else with some. */
    void add(int few, int some) {
        List<RequestSpan> answered = series.answered();
        double[] predicted = series.prediction().map(Prediction::answersMs).orElse(new double[0]);
        int marks = answered.size() <= few ? few : some;
        if (predicted.length > 0) {
            add("predicted", predicted.length, marks, true, i -> scale.ofMs(predicted[i]));
        }
        add("measured", answered.size(), marks, false, i -> scale.ofUs(answered.get(i).latencyUs()));
    }

    private void add(String what, int size, int marks, boolean predicted, IntToDoubleFunction latency) {
        double[] heights = IntStream.range(0, size).mapToDouble(latency).toArray();
        int[] drawn = new Downsampling(IntStream.range(0, size).asDoubleStream().toArray(), heights, heights).choose(most);
        LabTheme.line(series(what, drawn, latency), series.model(), predicted);
        LabTheme.marks(series(what + " marks", marks(drawn, size, marks, turn), latency), series.model(), predicted);
    }

    /** Of the points that the line has: a mark anywhere else would stand beside the line. */
    static int[] marks(int[] drawn, int size, int count, double turn) {
        return size <= count ? drawn : IntStream.range(0, count)
                .map(i -> drawn[Math.min(drawn.length - 1, atOrAfter(drawn, (int) ((i + turn) * size / count)))]).distinct()
                .toArray();
    }

    private static int atOrAfter(int[] ascending, int position) {
        int found = Arrays.binarySearch(ascending, position);
        return found >= 0 ? found : -found - 1;
    }

    private XYSeries series(String what, int[] positions, IntToDoubleFunction latency) {
        double[] x = new double[positions.length];
        double[] y = new double[positions.length];
        for (int i = 0; i < positions.length; i++) {
            x[i] = positions[i] + 1 + dodge;
            y[i] = latency.applyAsDouble(positions[i]);
        }
        return plot.addSeries(series.model() + " " + what, x, y);
    }
}
