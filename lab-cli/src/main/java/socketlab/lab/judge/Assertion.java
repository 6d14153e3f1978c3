package socketlab.lab.judge;

import static socketlab.core.Text.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import socketlab.lab.plan.LoadLevel;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.statistics.Noise.Range;

/**
 * A condition that must hold, for example {@code single.p99<6s}: any metric of {@code run.json}, of one model or of all;
 * {@code poll@5000.p50<1ms} is about a model beside 5,000 idle clients, or at this step of a sweep.
 *
 * @param model null: every model
 * @param limit in the metric's own unit
 */
public record Assertion(String text, String model, String metric, String comparison, double limit) {
    private static final Pattern FORM = Pattern.compile(
            "(?<name>[A-Za-z][\\w.:@-]*?)\\s*(?<is><=|>=|==|!=|<|>)\\s*"
                    + "(?<limit>-?[0-9]+(?:\\.[0-9]+)?)(?<unit>[A-Za-z%]*)");
    private static final Map<String, Double> MILLIS = Map.of("", 1.0, "us", 0.001, "ms", 1.0, "s", 1e3, "m", 60e3);
    private static final Map<String, Double> BYTES =
            Map.of("", 1.0, "B", 1.0, "KiB", 1024.0, "MiB", 1024.0 * 1024, "GiB", 1024.0 * 1024 * 1024);
    private static final Map<String, Double> PLAIN = Map.of("", 1.0, "%", 1.0, "k", 1e3);

    /**
     * Parses an assertion.
     *
     * @param models the names that the run's models have, alone and at each level
     * @throws IllegalArgumentException with one line, where it has another form or names no metric or model
     */
    public static Assertion parse(String text, Set<String> models) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    format("'%s' is not an assertion; write 'off_percent<=2' or 'single.p99<6s'", text));
        }
        String name = form.group("name");
        Optional<String> model = models.stream().filter(id -> name.startsWith(id + "."))
                .max(Comparator.comparingInt(String::length));   // single@1 is a prefix of single@1.5
        String metric = model.map(id -> name.substring(id.length() + 1)).orElse(name);
        String full = Metrics.full(metric);
        if (!Metrics.NAMES.contains(full)) {
            throw new IllegalArgumentException(format("'%s': no metric or model is called '%s'; metrics: %s; models: %s", text,
                    metric, String.join(", ",
                            Metrics.NAMES), String.join(", ", models)));
        }
        return new Assertion(text.strip(), model.orElse(null), full, form.group("is"), limit(form, full, text));
    }

    private static double limit(Matcher form, String metric, String text) {
        Map<String, Double> units = metric.contains("_ms") ? MILLIS : metric.endsWith("_bytes") ? BYTES : PLAIN;
        Double factor = units.get(form.group("unit"));
        if (factor == null) {
            throw new IllegalArgumentException(
                    format("'%s': %s cannot have the unit '%s'", text, metric, form.group("unit")));
        }
        return Double.parseDouble(form.group("limit")) * factor;
    }

    /** A result for which the assertion does not hold, or for which noise can have turned whether it does. */
    record Miss(String name, boolean inconclusive, String line) {}

    /**
     * The results for which it does not surely hold; empty where it holds for all.
     *
     * @param acceptNoise take every value as if there were no noise
     */
    List<Miss> misses(Run run, boolean acceptNoise) {
        List<Miss> misses = new ArrayList<>();
        List<ModelResult> meant = run.models().stream()
                .filter(result -> model == null || model.equals(result.model())
                        || model.equals(name(result, run.load()))).toList();
        if (meant.isEmpty()) {
            misses.add(new Miss(String.valueOf(model), false,
                    format("%s does not hold: %s was not measured", text, model)));
        }
        for (ModelResult result : meant) {
            Double value = Metrics.of(result, run).get(metric);
            Range quiet = value == null || acceptNoise ? null : new MetricNoise(result, run).range(metric, value);
            miss(name(result, run.load()), value, quiet).ifPresent(misses::add);
        }
        return misses;
    }

    private Optional<Miss> miss(String name, Double value, Range quiet) {
        if (value == null) {
            return Optional.of(new Miss(name, false, format("%s does not hold: %s of %s is not known", text, metric, name)));
        }
        boolean held = holds(value);
        if (quiet != null && turned(held, quiet)) {
            return Optional.of(new Miss(name, true, format("%s is inconclusive: %s of %s is %s, and without noise %s to %s",
                    text, metric, name, Metrics.text(value), Metrics.text(quiet.low()), Metrics.text(quiet.high()))));
        }
        return held ? Optional.empty() : Optional.of(new Miss(name, false,
                format("%s does not hold: %s of %s is %s", text, metric, name, Metrics.text(value))));
    }

    /** Whether some value of the range gives the other answer. */
    private boolean turned(boolean held, Range quiet) {
        boolean low = holds(quiet.low());
        boolean high = holds(quiet.high());
        boolean within = quiet.low() < limit && limit < quiet.high() && holds(limit) != held;   // == and != inside of it
        return low != held || high != held || within;
    }

    /** The name of a result at its level, as {@link LoadLevel#name}. */
    static String name(ModelResult result, LoadSettings load) {
        boolean slow = result.chat() != null && result.chat().slowReader() != null;
        return new LoadLevel(result.idleClients(), result.clients(), result.ratePerS(), slow)
                .name(result.model(), load.sweepVariable());
    }

    private boolean holds(double value) {
        return switch (comparison) {
            case "<" -> value < limit;
            case "<=" -> value <= limit;
            case ">" -> value > limit;
            case ">=" -> value >= limit;
            case "==" -> value == limit;
            default -> value != limit;
        };
    }
}
