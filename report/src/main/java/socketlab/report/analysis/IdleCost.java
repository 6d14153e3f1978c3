package socketlab.report.analysis;

import java.util.Optional;
import socketlab.report.text.Formats;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;

/**
 * What idle clients cost their server: its peak during the load, minus what it needed before the first client came.
 *
 * @param threads threads beyond those of the active clients
 * @param bytes resident memory; negative where the server gave memory back
 */
public record IdleCost(String model, int idle, int threads, long bytes) {
    private static final double EACH = 0.95;
    private static final double HARDLY = 0.05;
    private static final int FEWEST = 100;   // the cost of fewer clients is below the noise
    private static final long MIB = 1024 * 1024;

    /** The cost; empty for fewer than 100 idle clients, and where the server was not watched. */
    public static Optional<IdleCost> of(ModelResult result, LoadSettings load) {
        if (result.idleClients() < FEWEST || !watched(result)) {
            return Optional.empty();
        }
        int added = Math.max(0, result.threadsPeak() - result.parts().idle().threadsBefore());
        // A thread per client is one for each active client too; those are not the cost of idle clients.
        int threads = added <= result.idleClients() ? added : Math.max(result.idleClients(), added - load.clients());
        return Optional.of(new IdleCost(result.model(), result.idleClients(), threads,
                result.rssPeakBytes() - result.parts().idle().rssBeforeBytes()));
    }

    /** Whether the server's process was watched. */
    public static boolean watched(ModelResult result) {
        return result.parts().idle() != null && result.parts().idle().rssBeforeBytes() > 0 && result.rssPeakBytes() > 0;
    }

    /** Memory per idle client, in KiB. */
    public double kibEach() {
        return bytes / 1024.0 / idle;
    }

    /** Whether every idle client has a thread. */
    public boolean threadEach() {
        return threads >= EACH * idle;
    }

    /** Whether idle clients need no thread: a few threads more are the JVM's own, such as its compiler's. */
    public boolean threadless() {
        return threads < HARDLY * idle;
    }

    /** {@code no thread}, {@code 10,000 threads}. */
    public String threadsText() {
        return threadless() ? "no thread" : Formats.count(threads, "thread");
    }

    /** {@code 29 MiB}, {@code under 1 MiB}, and {@code no memory} where none shows. */
    public String memoryText() {
        if (bytes <= 0) {
            return "no memory";
        }
        return bytes < MIB ? "under 1 MiB" : Formats.bytes(bytes);
    }

    /** {@code each idle client cost 2.9 KiB and no thread}. */
    public String eachText() {
        String cost = "each idle client costs " + (kibEach() < 0.05 ? "no memory" : Formats.kib(kibEach()));
        if (threadless()) {
            return cost + " and no thread";
        }
        return threadEach() ? cost + " and a thread" : cost + ", and all together " + Formats.count(threads, "thread");
    }
}
