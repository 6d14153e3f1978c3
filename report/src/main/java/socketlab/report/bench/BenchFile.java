package socketlab.report.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import socketlab.report.text.Formats;
import socketlab.results.files.ResultsException;
import socketlab.results.statistics.RoundValue;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON file that JMH wrote ({@code -rf json}).
 *
 * @param machine the JDK and the number of iterations, for the bottom of the charts
 */
record BenchFile(Path path, String machine, List<BenchScore> scores) {
    private static final String WRONG = "wrong";

    /** @throws ResultsException when the file is missing, damaged or not JMH's */
    static BenchFile read(Path path) throws ResultsException {
        try {
            JsonNode all = JsonMapper.shared().readTree(Files.readString(path));
            List<BenchScore> scores = new ArrayList<>();
            for (JsonNode one : all) {
                scores.add(score(one));
            }
            if (!all.isArray() || scores.isEmpty() || scores.stream().anyMatch(one -> one.unit().isEmpty())) {
                throw new ResultsException(path + " is not a result of JMH; name a file that lab bench has written");
            }
            return new BenchFile(path, machine(all.get(0)), scores);
        } catch (JacksonException e) {
            throw new ResultsException(path + ": " + ResultsException.reason(e) + "; run lab bench again", e);
        } catch (ResultsException e) {
            throw e;
        } catch (IOException e) {
            throw new ResultsException("cannot read " + path + ": " + ResultsException.reason(e), e);
        }
    }

    private static BenchScore score(JsonNode one) {
        Map<String, String> params = new LinkedHashMap<>();
        one.path("params").properties().forEach(param -> params.put(param.getKey(), param.getValue().asString("")));
        JsonNode metric = one.path("primaryMetric");
        // JMH writes "NaN", a string, where there is no number.
        return new BenchScore(shortName(one.path("benchmark").asString("")), params, metric.path("score").asDouble(0),
                metric.path("scoreError").isNumber() ? metric.path("scoreError").asDouble() : Double.NaN,
                metric.path("scoreUnit").asString(""),
                one.path("secondaryMetrics").path(WRONG).path("score").asDouble(0), forks(metric.path("rawData")));
    }

    /** A list of iterations for each fork. */
    private static List<RoundValue> forks(JsonNode raw) {
        List<RoundValue> forks = new ArrayList<>();
        for (JsonNode fork : raw) {
            double mean = fork.valueStream().mapToDouble(value -> value.asDouble(Double.NaN)).average().orElse(Double.NaN);
            if (Double.isFinite(mean) && mean > 0) {
                forks.add(new RoundValue(forks.size() + 1, mean, 0));
            }
        }
        return forks;
    }

    private static String shortName(String benchmark) {
        String[] parts = benchmark.split("\\.");
        return parts.length < 2 ? benchmark : parts[parts.length - 2] + "." + parts[parts.length - 1];
    }

    private static String machine(JsonNode one) {
        return Formats.format("JDK %s · %s · %s of %s after %s to warm up · JMH %s", one.path("jdkVersion").asString(
                "?"),
                Formats.count(one.path("forks").asInt(0), "fork"),
                Formats.count(one.path("measurementIterations").asInt(0), "iteration"),
                one.path("measurementTime").asString("?"), Formats.number(one.path("warmupIterations").asInt(0)),
                one.path("jmhVersion").asString("?"));
    }
}
