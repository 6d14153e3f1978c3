package socketlab.report.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import socketlab.report.text.Formats;
import socketlab.results.files.InputFile;
import socketlab.results.files.PrintableText;
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
    private static final int MOST = 1_000;
    private static final int MOST_PARAMS = 20;
    private static final int LONGEST = 200;
    private static final double MOST_UNITS = 1e12;

    /** @throws ResultsException when the file is missing, damaged or not JMH's */
    static BenchFile read(Path path) throws ResultsException {
        try {
            JsonNode all = JsonMapper.shared().readTree(new InputFile(path).text());
            if (all.size() > MOST) {
                throw new ResultsException(Formats.format("%s holds %,d scores; at most %,d are read", path, all.size(), MOST));
            }
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
        one.path("params").properties().stream().limit(MOST_PARAMS)
                .forEach(param -> params.put(text(param.getKey()), text(param.getValue().asString(""))));
        JsonNode metric = one.path("primaryMetric");
        // JMH writes "NaN", a string, where there is no number.
        return new BenchScore(text(shortName(one.path("benchmark").asString(""))), params, number(metric.path("score")),
                metric.path("scoreError").isNumber() ? number(metric.path("scoreError")) : Double.NaN,
                text(metric.path("scoreUnit").asString("")),
                number(one.path("secondaryMetrics").path(WRONG).path("score")), forks(metric.path("rawData")));
    }

    /** As it may be shown. */
    private static String text(String any) {
        return PrintableText.of(any.length() <= LONGEST ? any : any.substring(0, LONGEST));
    }

    /** No axis can be drawn to infinity. */
    private static double number(JsonNode any) {
        return Math.clamp(any.asDouble(0), 0, MOST_UNITS);
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
        return text(Formats.format("JDK %s · %s · %s of %s after %s to warm up · JMH %s", one.path("jdkVersion").asString(
                "?"),
                Formats.count(one.path("forks").asInt(0), "fork"),
                Formats.count(one.path("measurementIterations").asInt(0), "iteration"),
                one.path("measurementTime").asString("?"), Formats.number(one.path("warmupIterations").asInt(0)),
                one.path("jmhVersion").asString("?")));
    }
}
