package socketlab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The picture of how many have been answered by when: the share of all requests that took no longer than so long. */
final class ShareChart {
    private static final int HEIGHT = 400;
    private static final int LABELS = 230;
    private static final int MARKS = 7;

    private ShareChart() {}

    static Figure of(Run run, List<Spread> all) {
        List<Spread> shown = all.stream().filter(spread -> spread.sortedUs().length > 0).toList();
        Spread.Range range = Spread.range(shown);
        int most = Math.max(3, Look.MOST_POINTS / shown.size());
        List<Lines.Line> lines = IntStream.range(0, shown.size())
                .mapToObj(i -> line(shown.get(i), range, most, (i + 0.5) / shown.size())).toList();
        return new Figure(title(run, all), "Share of all requests that had been answered within so long. "
                + TimelineText.load(run), List.of(), List.of(new Lines(range.ruler(),
                        "latency (" + range.scale().unit() + ")", Ruler.ofValues(false, 0, 100), "answered (%)", lines)
                        .panel(Look.WIDTH - 2 * Look.MARGIN, HEIGHT, LABELS)),
                notes(run, all, most), TimelineText.stamp(run));
    }

    /** As high as the share of those that were asked, not of those that were answered. */
    private static Lines.Line line(Spread spread, Spread.Range range, int most, double turn) {
        long[] us = spread.sortedUs();
        Ruler ruler = range.ruler();
        double[] x = new double[us.length];
        double[] y = new double[us.length];
        for (int i = 0; i < us.length; i++) {
            x[i] = range.scale().ofUs(us[i]);
            y[i] = 100.0 * (i + 1) / spread.asked();
        }
        int[] chosen = new Lttb(IntStream.range(0, us.length).mapToDouble(i -> ruler.at(x[i])).toArray(), y)
                .choose(most);
        return Lines.Line.marked(spread.model(), spread.sound() ? "half in " + Words.time(spread.atMs(0.5))
                : Words.percent(100.0 * us.length / spread.asked()) + " answered",
                IntStream.of(chosen).mapToDouble(i -> x[i]).toArray(),
                IntStream.of(chosen).mapToDouble(i -> y[i]).toArray(), 0, MARKS, turn);
    }

    private static String title(Run run, List<Spread> all) {
        List<Spread> sound = all.stream().filter(Spread::sound).toList();
        return sound.isEmpty() ? Headline.of(run) : "Half of the requests are answered within "
                + Spread.ranked(sound, spread -> spread.atMs(0.5), Words::time)
                + Headline.failures(run.models()).map(failed -> "; " + failed).orElse("");
    }

    private static List<String> notes(Run run, List<Spread> all, int most) {
        List<String> notes = new ArrayList<>();
        if (all.stream().anyMatch(spread -> spread.sortedUs().length > most)) {
            notes.add("Too many to draw: of each model the " + Words.number(most)
                    + " points that shape its line most are shown (LTTB).");
        }
        notes.addAll(IdleText.failures(run));
        return notes;
    }
}
