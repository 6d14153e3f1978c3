package socketlab.report.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import socketlab.report.analysis.Failures;
import socketlab.report.analysis.LatencyDistribution;
import socketlab.report.analysis.Lttb;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.LegendEntry;
import socketlab.report.draw.PlotAxis;
import socketlab.report.draw.RunChart;
import socketlab.report.prose.ChatText;
import socketlab.report.prose.DifferenceText;
import socketlab.report.prose.LoadSentence;
import socketlab.report.text.Formats;
import socketlab.report.text.TimeUnitScale;
import socketlab.results.LatencyMs;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.statistics.RoundFigure;

/** The distribution of latencies as curves: cumulative, by percentile, and by percentile of a chat's deliveries. */
public final class LatencyCurves {
    private static final int WIDTH = LabTheme.WIDTH - 2 * LabTheme.MARGIN;
    private static final int MARKS = 7;
    private static final int POINTS = 240;
    private static final double LEAST_MS = 0.001;   // a logarithmic axis has no zero

    private LatencyCurves() {}

    /** An axis for the successful requests of these models; there is at least one request. */
    static LatencyAxis axis(List<LatencyDistribution> shown) {
        return LatencyAxis.of(shown.stream().mapToLong(one -> one.sortedUs()[0]).min().orElse(0) / 1e3,
                shown.stream().mapToLong(one -> one.sortedUs()[one.sortedUs().length - 1]).max().orElse(1) / 1e3);
    }

    /** The cumulative distribution (CDF): the share of all requests that are answered within a latency. */
    public static RunChart cdf(Run run, String load, List<LatencyDistribution> all) {
        List<LatencyDistribution> shown = all.stream().filter(one -> one.sortedUs().length > 0).toList();
        LatencyAxis axis = axis(shown);
        int most = Math.max(3, LabTheme.MOST_POINTS / shown.size());
        List<CurveChart.Line> lines = IntStream.range(0, shown.size())
                .mapToObj(i -> cumulative(shown.get(i), axis, most, (i + 0.5) / shown.size())).toList();
        List<String> notes = new ArrayList<>();
        if (all.stream().anyMatch(one -> one.sortedUs().length > most)) {
            notes.add("Each line has the " + Formats.number(most) + " points that keep its shape (LTTB).");
        }
        notes.addAll(Failures.notes(run));
        return RunChart.of("shares", new Figure(title(run, all, RoundFigure.P50, 0.5,
                "Share of the requests that are answered within a latency"), "Share of all requests that are answered within"
                        + " a latency. " + load, List.of(), List.of(new CurveChart(axis.axis(), axis.title(),
                                PlotAxis.ofValues(false, 0, 100), "answered (%)", lines).panel(WIDTH, 400, 230)), notes,
                LoadSentence.machine(run)), "each line is one model; its height is the share of all requests that are answered"
                        + " within that latency. Steep means even latencies; further left is faster; a line that ends below"
                        + " 100 % has failed requests.");
    }

    private static CurveChart.Line cumulative(LatencyDistribution one, LatencyAxis axis, int most, double turn) {
        long[] us = one.sortedUs();
        double[] x = IntStream.range(0, us.length).mapToDouble(i -> axis.scale().ofUs(us[i])).toArray();
        double[] y = IntStream.range(0, us.length).mapToDouble(i -> 100.0 * (i + 1) / one.requests()).toArray();
        int[] chosen = new Lttb(DoubleStream.of(x).map(axis.axis()::at).toArray(), y).choose(most);
        return CurveChart.Line.marked(one.model(), one.sound() ? "p50 " + Formats.time(one.atMs(0.5))
                : Formats.percent(100.0 * us.length / one.requests()) + " answered",
                IntStream.of(chosen).mapToDouble(i -> x[i]).toArray(), IntStream.of(chosen).mapToDouble(i -> y[i]).toArray(),
                0, MARKS, turn);
    }

    /** Latency by percentile; in an open loop also from the moment of sending. */
    public static RunChart percentiles(Run run, String load, List<LatencyDistribution> all) {
        List<LatencyDistribution> shown = all.stream().filter(one -> one.sortedUs().length > 0).toList();
        LatencyAxis axis = axis(shown);
        PlotAxis across = PlotAxis.ofShares(shown.stream().mapToInt(LatencyDistribution::requests).max().orElse(10));
        List<CurveChart.Line> lines = new ArrayList<>();
        for (LatencyDistribution one : shown) {
            String text = one.sound() ? tail(one.atMs(0.99), one.atMs(1)) : Formats.number(one.failed()) + " failed";
            lines.add(byPercentile(one.model(), text, one::atMs, one.requests(), across, axis.scale(), 0));
            if (one.uncorrectedUs().length > 0) {
                lines.add(byPercentile(one.model(), null, one::uncorrectedAtMs, one.requests(), across, axis.scale(), 1));
            }
        }
        List<String> notes = new ArrayList<>();
        if (!all.stream().allMatch(LatencyDistribution::sound)) {
            notes.add("A line ends where the answers end: failed requests count as the slowest.");
        }
        notes.addAll(Failures.notes(run));
        List<LegendEntry> keys = lines.stream().noneMatch(line -> line.dash() > 0) ? List.of()
                : List.of(LegendEntry.line("from the intended start of a request", 0),
                        LegendEntry.line("from the moment it is sent (uncorrected)", 1));
        return RunChart.of("percentiles", new Figure(title(run, all, RoundFigure.P99, 0.99, "Latency by percentile"),
                "Latency by percentile of all requests,"
                        + " failed ones included. " + load, keys, List.of(new CurveChart(across, "percentile of the requests",
                                axis.axis(), axis.title(), lines).panel(WIDTH, 440, 310)), notes, LoadSentence.machine(run)),
                "each line is one model. Each tick to the right leaves out nine tenths of the remaining requests, the faster"
                        + " ones: 99 % is p99. A line that rises at the right has a few slow requests; a flat one has none.");
    }

    /**
     * The latency of a chat's deliveries by percentile.
     *
     * @param histograms in microseconds, by label, of the results that delivered anything
     */
    public static RunChart deliveries(Run run, String load, Map<String, Histogram> histograms) {
        List<ModelResult> shown = run.models().stream().filter(model -> histograms.containsKey(model.label())).toList();
        double longest = shown.stream().mapToDouble(model -> model.chat().deliveryMs().max()).max().orElse(1);
        double shortest = shown.stream().mapToDouble(model -> model.chat().deliveryMs().min()).min().orElse(longest);
        TimeUnitScale scale = TimeUnitScale.fitting(longest);
        PlotAxis up = PlotAxis.ofValues(true, scale.ofMs(Math.max(LEAST_MS, shortest)),
                scale.ofMs(Math.max(LEAST_MS, longest)));
        PlotAxis across = PlotAxis.ofShares(histograms.values().stream().mapToDouble(Histogram::getTotalCount).max().orElse(1));
        List<CurveChart.Line> lines = shown.stream()
                .map(model -> delivered(model, histograms.get(model.label()), across, scale)).toList();
        List<LegendEntry> keys = lines.stream().noneMatch(line -> line.dash() > 0) ? List.of()
                : List.of(LegendEntry.line("every member reads", 0), LegendEntry.line(
                        "one more member, which does not read (slow)", 1));
        return RunChart.of("delivery", new Figure(ChatText.title(run), "From the moment a message is meant to be sent until"
                + " another member has it. " + load, keys, List.of(new CurveChart(across, "percentile of the deliveries", up,
                        "latency of a delivery (" + scale.unit() + ")", lines).panel(WIDTH, 440, 320)),
                ChatText.notes(run, shown), LoadSentence.machine(run)), "each line is one model: the latency of a delivery,"
                        + " from a message's intended start until another member has it. At 99 % is p99. A line that rises"
                        + " at the right has a few slow deliveries; a flat one has none. On a logarithmic axis equal"
                        + " distances are equal factors.");
    }

    private static CurveChart.Line delivered(ModelResult model, Histogram histogram, PlotAxis across, TimeUnitScale scale) {
        LatencyMs latency = model.chat().deliveryMs();
        boolean slow = model.chat().slowReader() != null;
        return byPercentile(model.model(), (slow ? "(slow)  " : "") + tail(latency.p99(), latency.max()),
                share -> Math.max(LEAST_MS, (share < 1 ? histogram.getValueAtPercentile(100 * share)
                        : histogram.getMaxValue()) / 1e3), histogram.getTotalCount(), across, scale, slow ? 1 : 0);
    }

    /** A line with a mark on each tick of the axis, which counts one of how many; it ends where the values end (NaN). */
    private static CurveChart.Line byPercentile(String model, String text, DoubleUnaryOperator msAtShare, long count,
            PlotAxis across, TimeUnitScale scale, int dash) {
        double last = Math.log10((double) Math.max(2, count));
        double[] x = DoubleStream.concat(IntStream.range(0, POINTS).mapToDouble(i -> Math.pow(10, last * i / POINTS)),
                DoubleStream.concat(across.ticks().stream().mapToDouble(tick -> tick).filter(tick -> tick <= count),
                        DoubleStream.of((double) Math.max(1, count)))).sorted().distinct()
                .filter(one -> !Double.isNaN(msAtShare.applyAsDouble(share(one, count)))).toArray();
        double[] y = DoubleStream.of(x).map(one -> scale.ofMs(msAtShare.applyAsDouble(share(one, count)))).toArray();
        return new CurveChart.Line(model, text, x, y, dash,
                IntStream.range(0, x.length).filter(i -> across.ticks().contains(x[i])).toArray());
    }

    /** The share of all that are faster than the slowest one of so many; the last point is the maximum. */
    private static double share(double oneOf, long count) {
        return oneOf >= count ? 1 : 1 - 1 / oneOf;
    }

    private static String tail(double p99Ms, double maxMs) {
        return "p99 " + Formats.time(p99Ms) + ", max " + Formats.time(maxMs);
    }

    /** Of one model its percentile; of several what rounds say about it. */
    private static String title(Run run, List<LatencyDistribution> all, RoundFigure figure, double share, String shown) {
        return DifferenceText.title(run, figure, all.size() == 1 && all.getFirst().sound() ? figure.text() + " is "
                + Formats.time(all.getFirst().atMs(share)) + " in " + all.getFirst().model() : shown);
    }
}
