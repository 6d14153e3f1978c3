package socketlab.report.classes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import socketlab.results.ModelResult;
import socketlab.results.Run;

/**
 * A run that a student handed in.
 *
 * @param name of the student's folder, shortened
 * @param folder the run's own
 */
record Submission(String name, Run run, Path folder) {
    private static final double LONGEST_MS = 1e9;

    /** The student's own page as seen from the page of the class; empty where there is none. */
    String page(Path classPage) {
        Path page = folder.resolve("report.html").toAbsolutePath().normalize();
        if (!Files.isRegularFile(page)) {
            return "";
        }
        Path from = classPage.toAbsolutePath().normalize().getParent();
        try {
            return StreamSupport.stream(from.relativize(page).spliterator(), false)
                    .map(part -> URLEncoder.encode(part.toString(), UTF_8).replace("+", "%20")).collect(Collectors.joining("/"));
        } catch (IllegalArgumentException otherDrive) {
            return page.toUri().toString();
        }
    }

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
