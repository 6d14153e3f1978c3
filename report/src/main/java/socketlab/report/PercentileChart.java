package socketlab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The picture of the slow ones: what the slowest of ten, of a hundred, of a thousand requests takes. */
final class PercentileChart {
    private static final int HEIGHT = 440;
    private static final int LABELS = 310;
    private static final int POINTS = 200;

    private PercentileChart() {}

    static Figure of(Run run, List<Spread> all) {
        List<Spread> shown = all.stream().filter(spread -> spread.sortedUs().length > 0).toList();
        Spread.Range range = Spread.range(shown);
        Ruler across = Ruler.ofShares(shown.stream().mapToInt(Spread::asked).max().orElse(10));
        List<Lines.Line> lines = new ArrayList<>();
        for (Spread spread : shown) {
            lines.add(line(spread, spread::atMs, across, range.scale(), 0));
            if (spread.uncorrectedUs().length > 0) {
                lines.add(line(spread, spread::uncorrectedAtMs, across, range.scale(), 1));
            }
        }
        return new Figure(title(run, all), "Latency by percentile of all requests, failed ones included. "
                + TimelineText.load(run), keys(lines), List.of(new Lines(across,
                        "share of the requests that are at least as quick", range.ruler(),
                        "latency (" + range.scale().unit() + ")", lines)
                        .panel(Look.WIDTH - 2 * Look.MARGIN, HEIGHT, LABELS)),
                notes(run, all), TimelineText.stamp(run));
    }

    private static Lines.Line line(Spread spread, DoubleUnaryOperator ms, Ruler across, Scale scale, int dash) {
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
        int[] marks = Track.sample(x.length, x.length);
        return new Lines.Line(spread.model(), dash > 0 ? null : text(spread), x, y, dash,
                IntStream.of(marks).filter(i -> across.ticks().contains(marked[i])).toArray());
    }

    private static String text(Spread spread) {
        return spread.sound() ? "99 % " + Words.time(spread.atMs(0.99)) + ", max " + Words.time(spread.atMs(1))
                : Words.number(spread.asked() - spread.sortedUs().length) + " failed";
    }

    private static String title(Run run, List<Spread> all) {
        List<Spread> sound = all.stream().filter(Spread::sound).toList();
        if (sound.isEmpty()) {
            return Headline.of(run);
        }
        return "99 of 100 requests take at most " + Spread.ranked(sound, spread -> spread.atMs(0.99),
                Words::time) + Headline.failures(run.models()).map(failed -> "; " + failed).orElse("");
    }

    private static List<Key> keys(List<Lines.Line> lines) {
        return lines.stream().noneMatch(line -> line.dash() > 0) ? List.of()
                : List.of(Key.line("from the moment a request was meant to start", 0),
                        Key.line("from the moment it was really sent (uncorrected)", 1));
    }

    private static List<String> notes(Run run, List<Spread> all) {
        List<String> notes = new ArrayList<>();
        if (!all.stream().allMatch(Spread::sound)) {
            notes.add("A line ends where the answers do: what failed counts as slower than all that was answered.");
        }
        notes.addAll(IdleText.failures(run));
        return notes;
    }
}
