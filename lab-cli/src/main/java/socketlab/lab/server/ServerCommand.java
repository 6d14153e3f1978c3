package socketlab.lab.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import socketlab.core.Model;
import socketlab.lab.plan.Plan;
import socketlab.results.ServerSettings;

/**
 * How every server of a run is started: the same JVM flags for all, and the plan in words that {@code lab} understands.
 *
 * @param arguments the options of the plan, as {@code lab} takes them
 */
public record ServerCommand(Function<Plan, List<String>> arguments) {
    private static final long HEAP_BYTES = 512L << 20;
    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-Xmx" + (HEAP_BYTES >> 20) + "m");

    public ServerProcess start(Plan plan, Model model, long zeroNanos, Path serving) throws InterruptedException {
        List<String> words = new ArrayList<>();
        plan.with().forEach(jar -> words.addAll(List.of("--with", jar.toString())));
        words.addAll(List.of("under-test", model.id(), plan.service().name()));
        words.addAll(List.of("--served", serving.toString(), "--zero", "" + zeroNanos));
        words.addAll(arguments.apply(plan));
        return new ServerProcess(FLAGS, words, serving.resolve("err"));
    }

    public ServerSettings fairness(Plan plan) {
        return new ServerSettings(plan.options().backlog(), plan.options().noDelay(), HEAP_BYTES, String.join(" ", FLAGS),
                plan.options().inlineCompute());
    }
}
