package socketlab.report.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import socketlab.report.analysis.ModelSeries;
import socketlab.report.analysis.SweepVariable;
import socketlab.report.prose.FaultText;
import socketlab.report.text.Formats;
import socketlab.results.Environment;
import socketlab.results.LoadSettings;
import socketlab.results.Run;
import socketlab.results.ServerSettings;

/** How two runs differ; what differs beside the models is a warning. */
public final class RunDifferences {
    private RunDifferences() {}

    /** Differences of the loads: {@code clients 5 and 10}; empty where they are the same. */
    public static List<String> load(Run one, Run other) {
        return differences(load(one), load(other));
    }

    /** Differences of the server settings. */
    public static List<String> settings(Run one, Run other) {
        return differences(settings(one), settings(other));
    }

    /** Differences of the machines. */
    static List<String> machine(Run one, Run other) {
        return differences(machine(one.environment()), machine(other.environment()));
    }

    /** Equal for runs of the same load and settings. */
    public static String key(Run run) {
        return load(run).toString() + settings(run);
    }

    private static List<String> differences(Map<String, Object> one, Map<String, Object> other) {
        return one.keySet().stream().filter(other::containsKey)
                .filter(what -> !Objects.equals(one.get(what), other.get(what)))
                .map(what -> what + " " + text(one.get(what)) + " and " + text(other.get(what))).toList();
    }

    private static String text(Object value) {
        String text = value == null ? "" : String.valueOf(value);
        return text.isBlank() ? "none" : text;
    }

    /** Without the seed: the same load with other random choices can be compared. */
    private static Map<String, Object> load(Run run) {
        LoadSettings load = run.load();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("service", load.service());
        facts.put("loop", load.loop());
        facts.put("clients", load.sweepVariable().isEmpty() ? load.clients() : levels(run));
        facts.put("requests", load.sweepVariable().isEmpty() ? load.requests() : 0);
        facts.put("requests per second", load.sweepVariable().isEmpty() ? load.ratePerS() : levels(run));
        facts.put("arrivals", load.schedule().arrivals());
        facts.put("duration (ms)", load.schedule().durationMs());
        facts.put("delay (ms)", load.foreign() ? "unknown" : load.delayMs());
        facts.put("idle clients", ModelSeries.counts(run));
        facts.put("path", load.connections().http());
        facts.put("preconnect", load.connections().preconnect());
        facts.put("kept connections", load.keptConnections());
        facts.put("warm-up (ms)", load.schedule().warmupMs());
        facts.put("ramp (ms)", load.schedule().rampMs());
        facts.put("pause (ms)", load.schedule().pause() == null ? 0 : load.schedule().pause().lengthMs());
        facts.put("faults", FaultText.of(load.faults()));
        return facts;
    }

    private static String levels(Run run) {
        return run.models().stream().map(SweepVariable.of(run)::at).distinct().sorted().map(level -> Formats.format("%.0f",
                level))
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Object> settings(Run run) {
        ServerSettings server = run.serverSettings();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("TCP_NODELAY", server.tcpNodelay());
        if (run.load().foreign()) {
            return facts;   // how a foreign server is set up is not known
        }
        facts.put("backlog", server.backlog());
        facts.put("heap (MiB)", server.heapMaxBytes() >> 20);
        facts.put("inline compute", server.inlineCompute());
        facts.put("JVM flags", Objects.requireNonNullElse(server.jvmFlags(), ""));
        facts.put("most bytes waiting to be sent", queued(server));
        return facts;
    }

    /** A file of an older lab does not say: the usual amount is then taken to be the usual one, not a difference. */
    private static Object queued(ServerSettings server) {
        long bytes = server.maxQueuedBytes();
        return bytes == 0 || bytes == server.heapMaxBytes() / 4 ? "a quarter of the heap" : bytes;
    }

    private static Map<String, Object> machine(Environment machine) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("processor", machine.hardware().cpu());
        facts.put("cores", machine.hardware().cores());
        facts.put("system", machine.os());
        facts.put("JDK", machine.jdk());
        return facts;
    }
}
