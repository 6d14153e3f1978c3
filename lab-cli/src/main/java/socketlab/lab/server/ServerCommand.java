package socketlab.lab.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import socketlab.core.Model;
import socketlab.core.Options;
import socketlab.lab.plan.Plan;
import socketlab.results.ServerSettings;

/**
 * How every server of a run is started: with the same JVM flags and the same options.
 *
 * @param options the server's options, as {@code lab} takes them on its command line
 */
public record ServerCommand(List<String> options) {
    private static final long HEAP_BYTES = 512L << 20;
    private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-Xmx" + (HEAP_BYTES >> 20) + "m");

    /**
     * Starts the server of one model and returns when it listens.
     *
     * @param zeroNanos the {@link System#nanoTime} from which the server counts its times
     * @param served    the folder in which it leaves its record
     * @throws socketlab.lab.text.LabException when it cannot be started; the message has the reason
     */
    public ServerProcess start(Plan plan, Model model, long zeroNanos, Path served) throws InterruptedException {
        List<String> arguments = new ArrayList<>();
        plan.with().forEach(jar -> arguments.addAll(List.of("--with", jar.toString())));
        arguments.addAll(List.of("under-test", model.id(), plan.server().service().name()));
        arguments.addAll(List.of("--served", served.toString(), "--zero", "" + zeroNanos));
        arguments.addAll(options);
        arguments.addAll(List.of("--max-queued", "" + maxQueuedBytes(plan)));
        return new ServerProcess(FLAGS, arguments, served.resolve("err"));
    }

    /** What all servers of a run have in common, as results have it. */
    public ServerSettings settings(Plan plan) {
        Options options = plan.server().options();
        return new ServerSettings(options.listen().backlog(), options.listen().noDelay(), HEAP_BYTES,
                String.join(" ", FLAGS), options.inlineCompute(), maxQueuedBytes(plan));
    }

    /** As {@code lab serve} has it where nothing is asked for: a quarter of the heap, but that of the servers, not ours. */
    private static long maxQueuedBytes(Plan plan) {
        return plan.server().options().limits().maxQueuedBytes().orElse(HEAP_BYTES / 4);
    }
}
