package socketlab.lab.judge;

import static socketlab.core.Text.format;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import socketlab.results.ChatResult;
import socketlab.results.LatencyMs;
import socketlab.results.ModelResult;
import socketlab.results.Outcome;
import socketlab.results.Predicted;
import socketlab.results.QueueComparison;
import socketlab.results.Run;
import socketlab.results.SelfChecks;
import socketlab.results.ServiceMs;
import socketlab.results.files.RunJson;
import tools.jackson.databind.JsonNode;

/**
 * The numbers of a model's result under their names in {@code run.json}: {@code latency_ms.p99}; what they can have been
 * without noise says {@link MetricNoise}.
 */
final class Metrics {
    private static final String GROWTH = "p50_growth";
    private static final String TAIL_GROWTH = "p99_growth";

    /** The names of all metrics. */
    static final Set<String> NAMES = names();

    private static final Map<String, String> SHORT = Map.of("errors", "failed", "ok", "succeeded",
            "max", "latency_ms.max", "min", "latency_ms.min", "mean", "latency_ms.mean",
            "p50", "latency_ms.p50", "p90", "latency_ms.p90", "p99", "latency_ms.p99");

    private Metrics() {}

    /** The full name of a short one: {@code p99}, or of a chat {@code deliveries} or {@code login.p99}. */
    static String full(String name) {
        String chat = "chat." + name.replaceFirst("^delivery\\.", "delivery_ms.")
                .replaceFirst("^(register|login|talk|logout)\\.(?=m|p)", "$1.latency_ms.");
        return NAMES.contains(chat) ? chat : SHORT.getOrDefault(name, name);
    }

    private static Set<String> names() {
        Set<String> names = new TreeSet<>(of(complete()).keySet());
        names.add(GROWTH);
        names.add(TAIL_GROWTH);
        return Collections.unmodifiableSet(names);
    }

    /** The same, and the growth of p50 and p99 against the first result of the same model: 2 is twice the latency. */
    static Map<String, Double> of(ModelResult result, Run run) {
        Map<String, Double> numbers = of(result);
        run.models().stream().filter(first -> first.model().equals(result.model())).findFirst()
                .filter(first -> latency(first) != null && latency(result) != null).ifPresent(first -> {
                    numbers.put(GROWTH, latency(result).p50() / latency(first).p50());
                    numbers.put(TAIL_GROWTH, latency(result).p99() / latency(first).p99());
                });
        return numbers;
    }

    /** Whether a metric sets a result against another one of its run. */
    static boolean compares(String metric) {
        return metric.equals(GROWTH) || metric.equals(TAIL_GROWTH);
    }

    /** The latency of a chat is that of its deliveries. */
    static LatencyMs latency(ModelResult result) {
        return result.chat() == null ? result.latencyMs() : result.chat().deliveryMs();
    }

    /** The known numbers; an error that did not occur counts 0. */
    static Map<String, Double> of(ModelResult result) {
        Map<String, Double> numbers = new TreeMap<>();
        for (Outcome outcome : Outcome.values()) {
            if (outcome != Outcome.OK) {
                numbers.put("errors." + outcome.text(), 0.0);
            }
        }
        collect("", RunJson.tree(result), numbers);
        return numbers;
    }

    private static void collect(String prefix, JsonNode node, Map<String, Double> numbers) {
        node.properties().forEach(field -> {
            String name = prefix + field.getKey();
            if (field.getValue().isBoolean()) {
                numbers.put(name, field.getValue().asBoolean() ? 1.0 : 0.0);
            } else if (field.getValue().isNumber()) {
                numbers.put(name, field.getValue().asDouble());
            } else if (field.getValue().isObject()) {
                collect(name + ".", field.getValue(), numbers);
            }
        });
    }

    /** A whole number without decimals, any other with three. */
    static String text(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : format("%.3f", value);
    }

    private static ModelResult complete() {
        LatencyMs latency = new LatencyMs(0, 0, 0, 0, 0, 0);
        ChatResult.Phase phase = new ChatResult.Phase(0, 0, latency);
        return new ModelResult(new ModelResult.Setup("", 1, "tcp", 1, 0),
                new ModelResult.Counts(1, 0, 0, 0, Map.of(), 0, "", 0),
                new ModelResult.Times(latency, latency, new ServiceMs(0), 0, 0),
                new ModelResult.Assessment(0.0, new Predicted(0, 0, 0), 0.0, null, 0, 0, ""), List.of(),
                new ModelResult.Resources(0, 0, 0), new ModelResult.Parts(new ModelResult.Idle(0, 0, 0),
                        new ChatResult(null, null, latency, 0, new ChatResult.SlowReader(false, 0.0),
                                new ChatResult.Accounts(phase, phase, phase, phase), ""),
                        new SelfChecks(0.0, 0.0, null, 0), new QueueComparison(0, 0, 0, 0, 0.0, 0.0)));
    }
}
