package socketlab.report.charts;

import java.util.List;
import socketlab.report.analysis.RequestSeries;
import socketlab.report.analysis.RequestSpan;
import socketlab.report.text.Formats;

/**
 * One model's rows in the timeline.
 *
 * @param positions which of its requests are drawn, one below the other
 * @param silent until when each silent client stayed, in milliseconds, NaN for the end; their rows are the first
 * @param top in pixels below the top of the plot
 * @param row pixels from one bar to the next
 */
record TimelineGroup(RequestSeries series, int[] positions, List<Double> silent, double top, double row) {
    static final double GAP = 26;
    private static final double LABELS = 52;
    private static final double THIN_STEP = 24;

    double bottom() {
        return top + Math.max(LABELS, (silent.size() + positions.length) * row) + GAP / 2;
    }

    double silentTop(int i) {
        return top + i * row;
    }

    double barTop(int i) {
        return top + (silent.size() + i) * row;
    }

    double barHeight() {
        return row > 6 ? row * 0.74 : row > 3 ? row - 0.6 : row;
    }

    /** With thin bars a mark for each would hide the bars, so only some get one. */
    int rowsPerPrediction() {
        return row > 6 ? 1 : (int) Math.ceil(THIN_STEP / row);
    }

    RequestSpan bar(int i) {
        return series.spans().get(positions[i]);
    }

    /** The lines under the model's name. */
    List<String> labels() {
        int succeeded = series.answered().size();
        int failed = series.spans().size() - succeeded;
        String ok = failed == 0 ? (succeeded > 1 ? "all " : "") + Formats.number(succeeded) + " ok"
                : Formats.number(succeeded) + " ok, " + Formats.number(failed) + " failed";
        return List.of(ok, "done after " + Formats.time(series.lastMs()));
    }
}
