package socketlab.report.classes;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/** A run that a student handed in, with the name of its folder. */
record Submission(String name, Run run) {
    private static final double LONGEST_MS = 1e9;

    /** What is wrong with the numbers of a run that could be read; empty where nothing is. */
    static String damage(Run run) {
        if (run.models().isEmpty()) {
            return "run.json holds no results";
        }
        boolean sane = run.models().stream().flatMapToDouble(Submission::numbers)
                .allMatch(value -> Double.isFinite(value) && value >= 0 && value <= LONGEST_MS);
        return sane ? "" : "run.json holds an impossible time or count";
    }

    private static DoubleStream numbers(ModelResult model) {
        return DoubleStream.concat(DoubleStream.of(model.requests(), model.succeeded(), model.failed(),
                model.elapsedMs()), Stream.ofNullable(model.latencyMs()).flatMapToDouble(latency -> DoubleStream.of(
                        latency.min(), latency.mean(), latency.p50(), latency.p90(), latency.p99(), latency.max())));
    }
}
