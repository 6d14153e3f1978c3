package socketlab.report.charts;

import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import socketlab.report.analysis.Downsampling;
import socketlab.report.analysis.Failures;
import socketlab.report.analysis.RequestSeries;
import socketlab.report.analysis.RequestSpan;
import socketlab.report.draw.EndLabels;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.LegendEntry;
import socketlab.report.draw.Panel;
import socketlab.report.draw.RunChart;
import socketlab.report.prose.Headline;
import socketlab.report.prose.LoadSentence;
import socketlab.report.prose.TimelineText;
import socketlab.report.text.Formats;
import socketlab.report.text.TimeUnitScale;
import socketlab.results.Run;
import socketlab.results.statistics.Prediction;

/** The latency of each answered request in order of answer, measured and predicted. */
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

    /** One round of each model. */
    public static RunChart of(Run run, String load, List<RequestSeries> all) {
        List<RequestSeries> shown = all.stream().filter(series -> !series.answered().isEmpty()).toList();
        int longest = shown.stream().mapToInt(series -> series.answered().size()).max().orElse(1);
        double highest = shown.stream().mapToDouble(LatencyChart::highestMs).max().orElse(1);
        TimeUnitScale scale = TimeUnitScale.fitting(highest);
        // With more of them the marks of neighbouring requests would touch.
        int few = Math.min(FEW, FEW_OF_ALL / Math.max(1, shown.size()));
        XYChart plot = plot(longest, few, highest, scale);
        int most = most(shown);
        for (int i = 0; i < shown.size(); i++) {
            new Curve(plot, shown.get(i), scale, most, longest <= few ? dodge(i, shown.size()) : 0,
                    (double) i / shown.size()).add(few, marks(longest, shown.size()));
        }
        plot.addAnnotation(new EndLabels(shown.stream().map(series -> label(series, scale)).toList(), 0, LABELS));
        return RunChart.of("latency", new Figure(Headline.of(run), "Latency of each answered request. " + load,
                keys(shown), List.of(new Panel(plot, 0, LABELS, 0, 0)), notes(run, shown, longest, few),
                LoadSentence.machine(run)), "further right a request was answered later; higher up it had waited longer. A"
                        + " rising line means that each client waits for those before it; a flat one that no client does."
                        + " Hollow marks and dashes are the prediction.");
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

    private static EndLabels.Label label(RequestSeries series, TimeUnitScale scale) {
        int failed = series.spans().size() - series.answered().size();
        return new EndLabels.Label(series.model(), scale.ofUs(series.answered().getLast().latencyUs()),
                "max " + Formats.time(series.answered().stream().mapToLong(RequestSpan::latencyUs).max().orElse(0) / 1e3)
                        + (failed > 0 ? ", " + Formats.number(failed) + " failed" : ""));
    }

    /** So few marks that those of all models fit on a line that they share. */
    private static int marks(int longest, int models) {
        return Math.clamp(longest / models, 2, MOST_MARKS);
    }

    private static int most(List<RequestSeries> shown) {
        return LabTheme.MOST_POINTS / Math.max(1, shown.size());
    }

    private static double dodge(int i, int models) {
        return Math.min(DODGE / models, WIDEST_DODGE) * (i - (models - 1) / 2.0);
    }

    private static double highestMs(RequestSeries series) {
        double measured = series.answered().stream().mapToLong(RequestSpan::latencyUs).max().orElse(0) / 1000.0;
        return Math.max(Math.max(measured, 0.001), series.prediction().map(Prediction::maxMs).orElse(0.0));
    }

    private static List<String> notes(Run run, List<RequestSeries> shown, int longest, int few) {
        List<String> notes = new ArrayList<>();
        if (shown.size() > 1) {
            notes.add("Where curves coincide, the labels on the right name each of them." + (longest <= few
                    ? " Marks are moved sideways a little, so that equal ones can be seen."
                    : " On a common line the marks of the models alternate."));
        }
        int most = most(shown);
        if (longest > most) {
            notes.add(Downsampling.note(most, "took"));
        }
        notes.addAll(TimelineText.roundNote(run));
        notes.addAll(Failures.notes(run).stream().map(text -> text.startsWith("Failed") ? text + " They are in no curve."
                : text).toList());
        if (shown.isEmpty()) {
            notes.add("No request succeeded, so there is no latency to draw.");
        }
        TimelineText.noPrediction(run, shown).ifPresent(notes::add);
        return notes;
    }

    private static List<LegendEntry> keys(List<RequestSeries> shown) {
        LegendEntry measured = LegendEntry.line("measured", 0);
        return shown.stream().anyMatch(series -> series.prediction().isPresent())
                ? List.of(measured, LegendEntry.line("predicted", 1)) : List.of(measured);
    }
}
