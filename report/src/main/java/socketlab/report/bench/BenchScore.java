package socketlab.report.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import socketlab.report.text.Formats;
import socketlab.results.statistics.RoundValue;

/**
 * One line of a JMH result: a benchmark with its parameters, and the time of one operation.
 *
 * @param benchmark class and method: {@code RoundTrip.echo}
 * @param params in the order of the file; empty where there are none
 * @param score the mean of all iterations, in {@code unit}
 * @param error half the width of JMH's 99.9 % confidence interval; NaN where there is only one iteration
 * @param unit as JMH spells it: {@code us/op}
 * @param wrong wrong answers, over all iterations
 * @param forks the mean of each fork, a JVM of its own: its iterations are too much alike to count one by one
 */
record BenchScore(String benchmark, Map<String, String> params, double score, double error, String unit,
        double wrong, List<RoundValue> forks) {

    /** Its name in the chart, the model first: {@code select, 100}. */
    String row() {
        return Stream.concat(Stream.of(model()), params.values().stream().filter(value -> !value.equals(model())))
                .collect(Collectors.joining(", "));
    }

    /** What its colour stands for: the model or, without one, the first parameter. */
    String model() {
        return params.getOrDefault("model", params.values().stream().findFirst().orElse(benchmark));
    }

    boolean matches(BenchScore other) {
        return benchmark.equals(other.benchmark) && params.equals(other.params) && unit.equals(other.unit);
    }

    double most() {
        return Double.isNaN(error) ? score : score + error;
    }

    double least() {
        return Double.isNaN(error) ? score : Math.max(0, score - error);
    }

    /** {@code 12.3 ± 0.4 µs}. */
    String text() {
        String places = score >= 100 ? "%,.0f" : score >= 10 ? "%.1f" : "%.2f";
        String shown = Formats.format(places, score);
        return (Double.isNaN(error) ? shown : shown + " ± " + Formats.format(places, error)) + " " + shortUnit();
    }

    String shortUnit() {
        return unit.replace("/op", "").replace("us", "µs");
    }

    /** The benchmarks in the order of the file. */
    static List<String> benchmarks(List<BenchScore> scores) {
        return scores.stream().map(BenchScore::benchmark).distinct().toList();
    }
}
