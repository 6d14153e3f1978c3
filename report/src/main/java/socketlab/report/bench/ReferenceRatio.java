package socketlab.report.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import socketlab.report.text.Formats;
import socketlab.results.statistics.RoundRatio;
import socketlab.results.statistics.RoundValue;

/**
 * How one program compares with another in the same rounds.
 *
 * @param median of the ratios of the rounds
 * @param low lower end of the 99 % interval: Student's t on the logarithms of the ratios
 * @param high upper end
 */
public record ReferenceRatio(double median, double low, double high) {

    /** Of {@code over} through {@code under}, round by round; empty where fewer than two rounds have both. */
    static Optional<ReferenceRatio> of(List<Double> under, List<Double> over) {
        int rounds = Math.min(under.size(), over.size());
        List<Double> ratios = IntStream.range(0, rounds).mapToObj(round -> over.get(round) / under.get(round)).toList();
        return RoundRatio.paired(values(under), values(over))
                .map(interval -> new ReferenceRatio(median(ratios), interval.low(), interval.high()));
    }

    private static List<RoundValue> values(List<Double> figures) {
        List<RoundValue> values = new ArrayList<>();
        for (double figure : figures) {
            values.add(new RoundValue(values.size() + 1, figure, 0));
        }
        return values;
    }

    static double median(List<Double> figures) {
        List<Double> sorted = figures.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.isEmpty() ? Double.NaN : sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(
                half)) / 2;
    }

    /** {@code 0.98 [0.95 .. 1.01]}. */
    public String text() {
        return Formats.format("%.2f [%.2f .. %.2f]", median, low, high);
    }
}
