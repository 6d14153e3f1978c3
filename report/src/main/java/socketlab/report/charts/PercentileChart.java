package socketlab.report.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import socketlab.report.analysis.LatencyDistribution;
import socketlab.report.analysis.RequestSeries;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.LegendEntry;
import socketlab.report.draw.PlotAxis;
import socketlab.report.prose.Headline;
import socketlab.report.prose.IdleText;
import socketlab.report.prose.TimelineText;
import socketlab.report.text.Formats;
import socketlab.report.text.TimeUnitScale;
import socketlab.results.Run;

/** The picture of the slow ones: what the slowest of ten, of a hundred, of a thousand requests takes. */
public final class PercentileChart {
    private static final int HEIGHT = 440;
    private static final int LABELS = 310;
    private static final int POINTS = 200;

    private PercentileChart() {}

    public static Figure of(Run run, List<LatencyDistribution> all) {
        List<LatencyDistribution> shown = all.stream().filter(spread -> spread.sortedUs().length > 0).toList();
        LatencyDistribution.Range range = LatencyDistribution.range(shown);
        PlotAxis across = PlotAxis.ofShares(shown.stream().mapToInt(LatencyDistribution::asked).max().orElse(10));
        List<CurveChart.Line> lines = new ArrayList<>();
        for (LatencyDistribution spread : shown) {
            lines.add(line(spread, spread::atMs, across, range.scale(), 0));
            if (spread.uncorrectedUs().length > 0) {
                lines.add(line(spread, spread::uncorrectedAtMs, across, range.scale(), 1));
            }
        }
        return new Figure(title(run, all), "Latency by percentile of all requests, failed ones included. "
                + TimelineText.load(run), keys(lines), List.of(new CurveChart(across,
                        "share of the requests that are at least as quick", range.ruler(),
                        "latency (" + range.scale().unit() + ")", lines)
                        .panel(LabTheme.WIDTH - 2 * LabTheme.MARGIN, HEIGHT, LABELS)),
                notes(run, all), TimelineText.stamp(run));
    }

    private static CurveChart.Line line(LatencyDistribution spread, DoubleUnaryOperator ms, PlotAxis across, TimeUnitScale scale, int dash) {
        double last = Math.log10(Math.max(2, spread.asked()));
        double[] x = DoubleStream.concat(DoubleStream.iterate(0, i -> i < POINTS, i -> i + 1)
                .map(i -> Math.pow(10, last * i / POINTS)), across.ticks().stream().mapToDouble(tick -> tick)
                .filter(tick -> tick <= spread.asked())).sorted().distinct()
                .filter(one -> !Double.isNaN(ms.applyAsDouble(1 - 1 / one))).toArray();
        if (spread.sound()) {
            x = DoubleStream.concat(DoubleStream.of(x), DoubleStream.of(spread.asked())).toArray();
        }
        double[] y = DoubleStream.of(x).map(one -> scale.ofMs(ms.applyAsDouble(1 - 1 / one))).toArray();
        if (spread.sound()) {
            y[y.length - 1] = scale.ofMs(ms.applyAsDouble(1));
        }
        double[] marked = x;
        int[] marks = RequestSeries.sample(x.length, x.length);
        return new CurveChart.Line(spread.model(), dash > 0 ? null : text(spread), x, y, dash,
                IntStream.of(marks).filter(i -> across.ticks().contains(marked[i])).toArray());
    }

    private static String text(LatencyDistribution spread) {
        return spread.sound() ? "99 % " + Formats.time(spread.atMs(0.99)) + ", max " + Formats.time(spread.atMs(1))
                : Formats.number(spread.asked() - spread.sortedUs().length) + " failed";
    }

    private static String title(Run run, List<LatencyDistribution> all) {
        List<LatencyDistribution> sound = all.stream().filter(LatencyDistribution::sound).toList();
        if (sound.isEmpty()) {
            return Headline.of(run);
        }
        return "99 of 100 requests take at most " + LatencyDistribution.ranked(sound, spread -> spread.atMs(0.99),
                Formats::time) + Headline.failures(run.models()).map(failed -> "; " + failed).orElse("");
    }

    private static List<LegendEntry> keys(List<CurveChart.Line> lines) {
        return lines.stream().noneMatch(line -> line.dash() > 0) ? List.of()
                : List.of(LegendEntry.line("from the moment a request was meant to start", 0),
                        LegendEntry.line("from the moment it was really sent (uncorrected)", 1));
    }

    private static List<String> notes(Run run, List<LatencyDistribution> all) {
        List<String> notes = new ArrayList<>();
        if (!all.stream().allMatch(LatencyDistribution::sound)) {
            notes.add("A line ends where the answers do: what failed counts as slower than all that was answered.");
        }
        notes.addAll(IdleText.failures(run));
        return notes;
    }
}
