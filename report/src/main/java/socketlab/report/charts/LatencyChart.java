package socketlab.report.charts;

import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import socketlab.report.analysis.RequestSeries;
import socketlab.report.analysis.RequestSpan;
import socketlab.report.draw.EndLabels;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.LegendEntry;
import socketlab.report.draw.Panel;
import socketlab.report.prose.Headline;
import socketlab.report.prose.TimelineText;
import socketlab.report.text.Formats;
import socketlab.report.text.TimeUnitScale;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.statistics.Prediction;

/** The second picture of a run: what the k-th answered request had waited, measured against predicted. */
public final class LatencyChart {
    private static final int HEIGHT = 480;
    private static final int LABELS = 225;
    private static final int PLOT_WIDTH = LabTheme.WIDTH - 2 * LabTheme.MARGIN - LABELS;
    private static final int MOST_MARKS = 12;
    private static final int FEW = 40;
    private static final int FEW_OF_ALL = 100;
    private static final double DODGE = 0.8;
    private static final double WIDEST_DODGE = 0.12;

    private LatencyChart() {}

    public static Figure of(Run run, List<RequestSeries> tracks) {
        List<RequestSeries> shown = tracks.stream().filter(track -> !track.answered().isEmpty()).toList();
        int longest = shown.stream().mapToInt(track -> track.answered().size()).max().orElse(1);
        double highest = shown.stream().mapToDouble(LatencyChart::highestMs).max().orElse(1);
        TimeUnitScale scale = TimeUnitScale.fitting(highest);
        // Beyond these the marks of neighbouring requests would meet.
        int few = Math.min(FEW, FEW_OF_ALL / Math.max(1, shown.size()));
        XYChart plot = plot(longest, few, highest, scale);
        int most = most(shown);
        for (int i = 0; i < shown.size(); i++) {
            new Curve(plot, shown.get(i), scale, most, longest <= few ? dodge(i, shown.size()) : 0,
                    (double) i / shown.size()).add(few, marks(longest, shown.size()));
        }
        plot.addAnnotation(new EndLabels(shown.stream().map(track -> label(track, scale)).toList(), 0, LABELS));
        return new Figure(Headline.of(run), "Latency of each answered request. " + TimelineText.load(run),
                keys(shown), List.of(new Panel(plot, 0, LABELS, 0, 0)), 
                notes(run, tracks, shown, longest, few), TimelineText.stamp(run));
    }

    private static XYChart plot(int longest, int few, double highest, TimeUnitScale scale) {
        XYChart plot = LabTheme.plot(PLOT_WIDTH, HEIGHT, "request, in order of answer",
                "latency (" + scale.unit() + ")");
        plot.getStyler().setXAxisMin(longest <= few ? 0.5 : 1)
                .setXAxisMax(longest <= few ? longest + 0.5 : longest * 1.01)
                .setYAxisMin(0.0).setYAxisMax(scale.ofMs(highest) * 1.06);
        // There is no request 1.5: the steps of the axis are at least one request wide.
        plot.getStyler().setXAxisTickMarkSpacingHint(Math.max(80, PLOT_WIDTH * 19 / 20 / longest));
        plot.setCustomXAxisTickLabelsFormatter(x -> Formats.number(Math.round(x)));
        LabTheme.axes(plot, 1, longest, scale.ofMs(highest));
        return plot;
    }

    private static EndLabels.Label label(RequestSeries track, TimeUnitScale scale) {
        ModelResult result = track.result();
        return new EndLabels.Label(track.model(), scale.ofUs(track.answered().getLast().latencyUs()),
                "max " + Formats.time(result.latencyMs().max())
                        + (result.failed() > 0 ? ", " + Formats.number(result.failed()) + " failed" : ""));
    }

    /** So few that each model's find a place of their own on a line that all of them share. */
    private static int marks(int longest, int models) {
        return Math.clamp(longest / models, 2, MOST_MARKS);
    }

    private static int most(List<RequestSeries> shown) {
        return LabTheme.MOST_POINTS / Math.max(1, shown.size());
    }

    private static double dodge(int i, int models) {
        return Math.min(DODGE / models, WIDEST_DODGE) * (i - (models - 1) / 2.0);
    }

    private static double highestMs(RequestSeries track) {
        double measured = track.answered().stream().mapToLong(RequestSpan::latencyUs).max().orElse(0) / 1000.0;
        return Math.max(Math.max(measured, 0.001), track.prediction().map(Prediction::maxMs).orElse(0.0));
    }

    private static List<String> notes(Run run, List<RequestSeries> all, List<RequestSeries> shown, int longest, int few) {
        List<String> notes = new ArrayList<>();
        if (shown.size() > 1) {
            notes.add("Curves that coincide hide one another; the labels on the right name every one."
                    + (longest <= few ? " Marks are moved sideways a little, so that equal ones can be seen."
                            : " Along a common line the models' marks take turns."));
        }
        int most = most(shown);
        if (longest > most) {
            notes.add("Too many to draw: " + Formats.number(most) + " evenly chosen requests of each model are shown.");
        }
        notes.addAll(TimelineText.roundNote(run));
        notes.addAll(TimelineText.failures(all).stream().map(text -> text + " They are in no curve.").toList());
        if (shown.isEmpty()) {
            notes.add("Nobody was answered, so there is no latency to draw.");
        }
        if (shown.stream().allMatch(track -> track.prediction().isEmpty())) {
            Prediction.missing(run.load()).ifPresent(why -> notes.add("No prediction is drawn: " + why + "."));
        }
        return notes;
    }

    private static List<LegendEntry> keys(List<RequestSeries> shown) {
        LegendEntry measured = LegendEntry.line("measured", 0);
        return shown.stream().anyMatch(track -> track.prediction().isPresent())
                ? List.of(measured, LegendEntry.line("predicted", 1)) : List.of(measured);
    }
}
