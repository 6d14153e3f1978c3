package socketlab.report.charts;

import java.util.List;
import socketlab.report.analysis.RequestSeries;
import socketlab.report.analysis.RequestSpan;
import socketlab.report.text.Formats;

/**
 * One model's place in the timeline.
 *
 * @param positions which of its bars are drawn, one below the other
 * @param top in pixels below the top of the plot
 * @param row pixels from one bar to the next
 */
record TimelineGroup(RequestSeries track, int[] positions, double top, double row) {
    static final double GAP = 26;
    private static final double LABELS = 52;
    private static final double THIN_STEP = 24;

    double bottom() {
        return top + Math.max(LABELS, positions.length * row) + GAP / 2;
    }

    double barTop(int i) {
        return top + i * row;
    }

    double barHeight() {
        return row > 6 ? row * 0.74 : row > 3 ? row - 0.6 : row;
    }

    /** Beside thin bars a mark for each would hide what it stands next to, so only every so many get one. */
    int rowsPerPrediction() {
        return row > 6 ? 1 : (int) Math.ceil(THIN_STEP / row);
    }

    RequestSpan bar(int i) {
        return track.bars().get(positions[i]);
    }

    /** What stands beside the bars, under the model's name. */
    List<String> labels() {
        int succeeded = track.answered().size();
        int failed = track.bars().size() - succeeded;
        String ok = failed == 0 ? (succeeded > 1 ? "all " : "") + Formats.number(succeeded) + " ok"
                : Formats.number(succeeded) + " ok, " + Formats.number(failed) + " failed";
        return List.of(ok, "done after " + Formats.time(track.lastMs()));
    }
}
