package socketlab.report.analysis;

import java.util.Optional;
import socketlab.report.text.Formats;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;

/**
 * What the idle clients beside a load cost their server: what it needed at most, less what it needed before the first
 * client came.
 *
 * @param threads that the load's own clients are not known to have taken
 * @param bytes resident; may be negative, where memory was given back
 */
public record IdleCost(String model, int idle, int threads, long bytes) {
    private static final double EACH = 0.95;
    private static final double HARDLY = 0.05;
    private static final int FEWEST = 100;   // of fewer clients the cost is lost in the server's own coming and going
    private static final long MIB = 1024 * 1024;

    /** Empty where hardly a client was idle, or where nobody looked at the server. */
    public static Optional<IdleCost> of(ModelResult result, LoadSettings load) {
        if (result.idleClients() < FEWEST || !seen(result)) {
            return Optional.empty();
        }
        int added = Math.max(0, result.threadsPeak() - result.parts().idle().threadsBefore());
        // A thread for each client is one for each active client as well; those are not what the idle ones cost.
        int threads = added <= result.idleClients() ? added : Math.max(result.idleClients(), added - load.clients());
        return Optional.of(new IdleCost(result.model(), result.idleClients(), threads,
                result.rssPeakBytes() - result.parts().idle().rssBeforeBytes()));
    }

    /** Whether anybody looked at the server. */
    public static boolean seen(ModelResult result) {
        return result.parts().idle() != null && result.parts().idle().rssBeforeBytes() > 0 && result.rssPeakBytes() > 0;
    }

    public double kibEach() {
        return bytes / 1024.0 / idle;
    }

    public boolean threadEach() {
        return threads >= EACH * idle;
    }

    /** A few threads beside thousands of clients are the machine's own, such as its compiler's. */
    public boolean threadless() {
        return threads < HARDLY * idle;
    }

    /** {@code no thread}, {@code 10,000 threads}. */
    public String threadsInWords() {
        return threadless() ? "no thread" : Formats.count(threads, "thread");
    }

    /** {@code 29 MiB}, {@code under 1 MiB}, and {@code no memory} where none shows. */
    public String memoryInWords() {
        if (bytes <= 0) {
            return "no memory";
        }
        return bytes < MIB ? "under 1 MiB" : Formats.bytes(bytes);
    }

    /** {@code each idle client cost 2.9 KiB and no thread}. */
    public String eachInWords() {
        String cost = "each idle client cost " + (kibEach() < 0.05 ? "no memory" : Formats.kib(kibEach()));
        if (threadless()) {
            return cost + " and no thread";
        }
        return threadEach() ? cost + " and a thread" : cost + ", and all of them " + Formats.count(threads, "thread");
    }
}
