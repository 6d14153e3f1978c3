package socketlab.run;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import socketlab.report.LatencyMs;
import socketlab.report.ModelResult;
import socketlab.report.Outcome;
import socketlab.report.Predicted;
import socketlab.report.ServiceMs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The numbers of one model's result by the names they have in {@code run.json}: {@code latency_ms.p99}. */
final class Metrics {
    private static final JsonMapper JSON =
            JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

    /** Every number there can be. */
    static final Set<String> NAMES = Collections.unmodifiableSet(of(complete()).keySet());

    private Metrics() {}

    /** Those that are known, an error that did not occur counting 0. */
    static Map<String, Double> of(ModelResult result) {
        Map<String, Double> numbers = new TreeMap<>();
        for (Outcome outcome : Outcome.values()) {
            if (outcome != Outcome.OK) {
                numbers.put("errors." + outcome.text(), 0.0);
            }
        }
        collect("", JSON.valueToTree(result), numbers);
        return numbers;
    }

    private static void collect(String prefix, JsonNode node, Map<String, Double> numbers) {
        node.properties().forEach(field -> {
            String name = prefix + field.getKey();
            if (field.getValue().isNumber()) {
                numbers.put(name, field.getValue().asDouble());
            } else if (field.getValue().isObject()) {
                collect(name + ".", field.getValue(), numbers);
            }
        });
    }

    static String shown(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : "%.3f".formatted(value);
    }

    private static ModelResult complete() {
        LatencyMs latency = new LatencyMs(0, 0, 0, 0, 0, 0);
        return new ModelResult("", 1, 1, 0, 0, 0, Map.of(), 0, latency, latency, new ServiceMs(0), 0, 0,
                new Predicted(0, 0), 0.0, "", 0, 0, 0, 0, 0, 0, "", "tcp", 0);
    }
}
