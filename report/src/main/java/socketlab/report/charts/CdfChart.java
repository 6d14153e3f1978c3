package socketlab.report.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import socketlab.report.analysis.LatencyDistribution;
import socketlab.report.analysis.Lttb;
import socketlab.report.draw.Figure;
import socketlab.report.draw.LabTheme;
import socketlab.report.draw.PlotAxis;
import socketlab.report.prose.Headline;
import socketlab.report.prose.IdleText;
import socketlab.report.prose.TimelineText;
import socketlab.report.text.Formats;
import socketlab.results.Run;

/** The picture of how many have been answered by when: the share of all requests that took no longer than so long. */
public final class CdfChart {
    private static final int HEIGHT = 400;
    private static final int LABELS = 230;
    private static final int MARKS = 7;

    private CdfChart() {}

    public static Figure of(Run run, List<LatencyDistribution> all) {
        List<LatencyDistribution> shown = all.stream().filter(spread -> spread.sortedUs().length > 0).toList();
        LatencyDistribution.Range range = LatencyDistribution.range(shown);
        int most = Math.max(3, LabTheme.MOST_POINTS / shown.size());
        List<CurveChart.Line> lines = IntStream.range(0, shown.size())
                .mapToObj(i -> line(shown.get(i), range, most, (i + 0.5) / shown.size())).toList();
        return new Figure(title(run, all), "Share of all requests that had been answered within so long. "
                + TimelineText.load(run), List.of(), List.of(new CurveChart(range.ruler(),
                        "latency (" + range.scale().unit() + ")", PlotAxis.ofValues(false, 0, 100), "answered (%)", lines)
                        .panel(LabTheme.WIDTH - 2 * LabTheme.MARGIN, HEIGHT, LABELS)),
                notes(run, all, most), TimelineText.stamp(run));
    }

    /** As high as the share of those that were asked, not of those that were answered. */
    private static CurveChart.Line line(LatencyDistribution spread, LatencyDistribution.Range range, int most, double turn) {
        long[] us = spread.sortedUs();
        PlotAxis ruler = range.ruler();
        double[] x = new double[us.length];
        double[] y = new double[us.length];
        for (int i = 0; i < us.length; i++) {
            x[i] = range.scale().ofUs(us[i]);
            y[i] = 100.0 * (i + 1) / spread.asked();
        }
        int[] chosen = new Lttb(IntStream.range(0, us.length).mapToDouble(i -> ruler.at(x[i])).toArray(), y)
                .choose(most);
        return CurveChart.Line.marked(spread.model(), spread.sound() ? "half in " + Formats.time(spread.atMs(0.5))
                : Formats.percent(100.0 * us.length / spread.asked()) + " answered",
                IntStream.of(chosen).mapToDouble(i -> x[i]).toArray(),
                IntStream.of(chosen).mapToDouble(i -> y[i]).toArray(), 0, MARKS, turn);
    }

    private static String title(Run run, List<LatencyDistribution> all) {
        List<LatencyDistribution> sound = all.stream().filter(LatencyDistribution::sound).toList();
        return sound.isEmpty() ? Headline.of(run) : "Half of the requests are answered within "
                + LatencyDistribution.ranked(sound, spread -> spread.atMs(0.5), Formats::time)
                + Headline.failures(run.models()).map(failed -> "; " + failed).orElse("");
    }

    private static List<String> notes(Run run, List<LatencyDistribution> all, int most) {
        List<String> notes = new ArrayList<>();
        if (all.stream().anyMatch(spread -> spread.sortedUs().length > most)) {
            notes.add("Too many to draw: of each model the " + Formats.number(most)
                    + " points that shape its line most are shown (LTTB).");
        }
        notes.addAll(IdleText.failures(run));
        return notes;
    }
}
