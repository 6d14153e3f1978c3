package socketlab.results.files;

import static java.util.Map.entry;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What is read of a {@code run.json} that anybody may have written: so much that every run of a course fits, and so little
 * that every page of it can be drawn. {@code docs/files.md} states these limits. An error names the first value that is
 * outside, such as {@code models[3].requests}.
 */
final class RunLimits {
    static final int MOST_ENTRIES = 1_000;
    static final int MOST_MODELS = 100;
    static final int LONGEST_NAME = 200;
    static final int LONGEST_TEXT = 10_000;
    static final double MOST = 1e12;
    static final double LONGEST_MS = 1e9;
    static final int MOST_CLIENTS = 1_000_000;
    static final int MOST_REQUESTS = 100_000_000;

    private static final Set<String> NAMES = Set.of("model", "name", "service", "loop", "transport", "arrivals", "variable",
            "scenario", "lab", "jdk", "os", "cpu");
    /** Counts of what exists at the same time, or is drawn one by one. */
    private static final Map<String, Integer> COUNTS = Map.ofEntries(entry("clients", MOST_CLIENTS),
            entry("members", MOST_CLIENTS), entry("entered", MOST_CLIENTS), entry("rounds", MOST_ENTRIES),
            entry("requests", MOST_REQUESTS), entry("succeeded", MOST_REQUESTS), entry("failed", MOST_REQUESTS),
            entry("lost", MOST_REQUESTS), entry("reconnected", MOST_REQUESTS));
    /** Maps from a word to a count. */
    private static final Set<String> COUNTED = Set.of("errors", "faulty_clients");
    /** Times that are never negative; others may be differences, or unknown. */
    private static final Set<String> LATENCIES = Set.of("min", "mean", "p50", "p90", "p99", "max", "elapsed_ms");
    /** Numbers of the machine or of chance, which are shown and not computed with. */
    private static final Set<String> ANY = Set.of("seed", "open_files", "memory_bytes", "heap_max_bytes", "rss_before_bytes",
            "rss_peak_bytes");

    private final Path file;

    private RunLimits(Path file) {
        this.file = file;
    }

    /**
     * Makes every text of {@code run} printable, in place.
     *
     * @throws ResultsException where it holds more than is read, or a number that no run has
     */
    static void apply(Path file, JsonNode run) throws ResultsException {
        RunLimits limits = new RunLimits(file);
        limits.check("", "", run);
        long models = run.path("models").valueStream().map(model -> model.path("model").asString("")).distinct().count();
        limits.require(models <= MOST_MODELS, "models", "names %,d models; at most %,d are read", models, MOST_MODELS);
    }

    private void check(String path, String key, JsonNode node) throws ResultsException {
        switch (node) {
            case ObjectNode object -> checkObject(path, object);
            case ArrayNode array -> checkArray(path, key, array);
            case StringNode text -> {
                int longest = NAMES.contains(key) ? LONGEST_NAME : LONGEST_TEXT;
                int length = text.stringValue().length();
                require(length <= longest, path, "has %,d characters; at most %,d are read", length, longest);
            }
            default -> checkNumber(path, key, node);
        }
    }

    private void checkObject(String path, ObjectNode object) throws ResultsException {
        require(object.size() <= MOST_ENTRIES, path, "has %,d keys; at most %,d are read", object.size(), MOST_ENTRIES);
        for (String key : List.copyOf(object.propertyNames())) {
            require(key.length() <= LONGEST_NAME && key.equals(PrintableText.of(key)), path, "has a key that no lab writes");
            JsonNode child = object.get(key);
            check(path.isEmpty() ? key : path + "." + key, COUNTED.contains(path.replaceFirst(".*\\.", "")) ? "requests" : key,
                    child);
            if (child instanceof StringNode text) {
                object.put(key, PrintableText.of(text.stringValue()));
            }
        }
    }

    private void checkArray(String path, String key, ArrayNode array) throws ResultsException {
        require(array.size() <= MOST_ENTRIES, path, "has %,d entries; at most %,d are read", array.size(), MOST_ENTRIES);
        for (int i = 0; i < array.size(); i++) {
            check(path + "[" + i + "]", key, array.get(i));
            if (array.get(i) instanceof StringNode text) {
                array.set(i, StringNode.valueOf(PrintableText.of(text.stringValue())));
            }
        }
    }

    private void checkNumber(String path, String key, JsonNode node) throws ResultsException {
        if (!node.isNumber() || ANY.contains(key)) {
            return;
        }
        double value = node.asDouble();
        boolean time = key.endsWith("_ms") || LATENCIES.contains(key);
        int most = COUNTS.getOrDefault(key, -1);
        double to = most >= 0 ? most : time ? LONGEST_MS : MOST;
        boolean latency = LATENCIES.contains(key) && !path.contains("service_ms");   // in a chat that is negative: no reply
        double from = most >= 0 || latency ? 0 : -to;
        require(value >= from && value <= to, path, "is %s, which is impossible: a run has %,.0f to %,.0f there",
                node.asString(), from, to);
    }

    private void require(boolean holds, String path, String pattern, Object... values) throws ResultsException {
        if (!holds) {
            throw new ResultsException(file + ": " + path + " " + String.format(Locale.ROOT, pattern, values));
        }
    }
}
