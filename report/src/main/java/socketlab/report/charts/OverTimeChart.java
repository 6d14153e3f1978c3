package socketlab.report.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;
import socketlab.report.analysis.Downsampling;
import socketlab.report.analysis.Failures;
import socketlab.report.analysis.RequestSeries;
import socketlab.report.analysis.RequestSpan;
import socketlab.report.analysis.RequestSpans;
import socketlab.report.draw.AxisLabels;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.LegendEntry;
import socketlab.report.draw.Panel;
import socketlab.report.draw.PlotAxis;
import socketlab.report.draw.PlotName;
import socketlab.report.draw.RunChart;
import socketlab.report.prose.Headline;
import socketlab.report.prose.LoadSentence;
import socketlab.report.prose.TimelineText;
import socketlab.report.text.Formats;
import socketlab.report.text.TimeUnitScale;
import socketlab.results.Run;

/** Latency over time: a dot for each request at its intended start, failures marked. */
public final class OverTimeChart {
    private static final int INNER = LabTheme.WIDTH - 2 * LabTheme.MARGIN;
    private static final int RIGHT = 14;
    private static final int MOST_ERRORS = 100;
    private static final double ALIKE = 4;

    private OverTimeChart() {}

    /** One round of each model. */
    public static RunChart of(Run run, String load, List<RequestSeries> all) {
        List<RequestSeries> shown = all.stream().filter(series -> !series.spans().isEmpty()).toList();
        int columns = shown.size() == 1 ? 1 : shown.size() <= 4 ? 2 : 3;
        int most = Math.max(3, LabTheme.MOST_POINTS / shown.size());
        LatencyAxis up = LatencyAxis.of(extremeMs(shown, false), extremeMs(shown, true));
        double longest = shown.stream().mapToDouble(OverTimeChart::lastMs).max().orElse(1);
        boolean apart = shown.stream().anyMatch(series -> lastMs(series) * ALIKE < longest);
        List<Panel> panels = shown.stream().map(series -> panel(series, most, apart ? lastMs(series) : longest, up,
                INNER / columns, columns == 3 ? 170 : 250)).toList();
        return RunChart.of("over-time", new Figure(title(run, shown), "One dot for each request. " + load, LegendEntry.failures(
                Failures.any(shown, RequestSpan::failed), Failures.any(shown, RequestSpan::lost),
                LegendEntry.SAMPLE_HEIGHT), panels, notes(run, shown, most, apart), LoadSentence.machine(run)),
                "each dot is one request at its intended start; higher up it took longer. A level band is a steady server, a"
                        + " slope is a queue that grows or shrinks, a gap means that no request was due."
                        + Failures.reading(run));
    }

    private static Panel panel(RequestSeries series, int most, double lastMs, LatencyAxis up, int width, int height) {
        TimeUnitScale time = TimeUnitScale.fitting(lastMs);
        PlotAxis across = PlotAxis.ofValues(false, 0, time.ofMs(lastMs));
        XYChart plot = AxisLabels.plot(width - AxisLabels.LEFT - RIGHT, height, across, "intended start (" + time.unit() + ")",
                up.axis(), up.title());
        RequestSpans inTime = series.answered().inOrderOfStart();
        int[] chosen = new Downsampling(inTime.stream().mapToDouble(RequestSpan::startUs).toArray(),
                inTime.stream().mapToDouble(span -> up.axis().at(up.scale().ofUs(span.latencyUs()))).toArray(),
                inTime.stream().mapToDouble(RequestSpan::latencyUs).toArray()).choose(most);
        if (chosen.length > 0) {
            double[][] xy = points(IntStream.of(chosen).mapToObj(inTime::get).toList(), time, across, up);
            LabTheme.answers(plot.addSeries("answers", xy[0], xy[1]), series.model(), chosen.length);
        }
        RequestSpans failed = series.spans().only(span -> !span.ok());
        List<RequestSpan> drawn = IntStream.of(RequestSeries.sample(failed.size(), MOST_ERRORS)).mapToObj(failed::get).toList();
        for (boolean lost : new boolean[] {false, true}) {
            List<RequestSpan> own = drawn.stream().filter(span -> span.lost() == lost).toList();
            if (!own.isEmpty()) {
                double[][] xy = points(own, time, across, up);
                LabTheme.failures(plot.addSeries(lost ? "lost" : "failed", xy[0], xy[1]), lost);
            }
        }
        plot.addAnnotation(new PlotName(series.model(), series.model() + (failed.isEmpty() ? ""
                : ", " + Formats.number(failed.size()) + " failed")));
        return new Panel(plot, AxisLabels.LEFT, RIGHT, AxisLabels.ABOVE + 8, AxisLabels.BELOW);
    }

    private static double[][] points(List<RequestSpan> spans, TimeUnitScale time, PlotAxis across, LatencyAxis up) {
        return new double[][] {spans.stream().mapToDouble(span -> across.at(time.ofUs(span.startUs()))).toArray(),
            spans.stream().mapToDouble(span -> up.axis().at(up.scale().ofUs(span.latencyUs()))).toArray()};
    }

    private static double lastMs(RequestSeries series) {
        return Math.max(1, series.spans().stream().mapToLong(RequestSpan::startUs).max().orElse(0)) / 1e3;
    }

    private static double extremeMs(List<RequestSeries> all, boolean most) {
        Comparator<Long> order = Comparator.naturalOrder();
        return all.stream().flatMap(series -> series.spans().stream()).map(RequestSpan::latencyUs)
                .max(most ? order : order.reversed()).orElse(1L) / 1e3;
    }

    private static String title(Run run, List<RequestSeries> all) {
        List<RequestSeries> answered = all.stream().filter(series -> !series.answered().isEmpty()).toList();
        if (answered.isEmpty()) {
            return Headline.of(run);
        }
        if (all.size() > 1) {
            return "Latency of each request by its intended start" + Failures.suffix(run);
        }
        RequestSeries slowest = answered.getFirst();
        RequestSpan longest = slowest.answered().stream().max(Comparator.comparingLong(RequestSpan::latencyUs)).orElseThrow();
        return "The longest latency, " + Formats.time(longest.latencyUs() / 1e3) + " in " + slowest.model()
                + ", is that of a request due " + Formats.time(longest.startUs() / 1e3) + " after the first"
                + Failures.suffix(run);
    }

    private static List<String> notes(Run run, List<RequestSeries> all, int most, boolean apart) {
        List<String> notes = new ArrayList<>();
        if (apart) {
            notes.add("The loads differ much in duration, so each model has a time axis of its own.");
        }
        if (all.stream().anyMatch(series -> series.spans().size() > most)) {
            notes.add(Downsampling.note(most, "took"));
        }
        if (all.stream().anyMatch(series -> series.spans().size() - series.answered().size() > MOST_ERRORS)) {
            notes.add("Of each model's failures the chart shows " + Formats.number(MOST_ERRORS) + ", evenly chosen.");
        }
        notes.addAll(TimelineText.roundNote(run));
        notes.addAll(Failures.notes(run));
        return notes;
    }
}
