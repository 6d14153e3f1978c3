package socketlab.lab.cli;

import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Option;
import socketlab.lab.text.Counts;
import socketlab.load.plan.ClientFault;
import socketlab.load.plan.FaultInjection;

/** What is to go wrong between clients and their server: the options that {@code run} and {@code load} share for it. */
final class FaultOptions {
    @Option(names = "--two-writes", description = "TCP: every message leaves in two writes, four bytes and the rest")
    boolean twoWrites;

    @Option(names = "--loss", paramLabel = "P", defaultValue = "0",
            description = "UDP: lose each datagram, there and back, with this chance: 0.1 (default: ${DEFAULT-VALUE})")
    double loss;

    @Option(names = "--retry", paramLabel = "N", defaultValue = "0",
            description = "UDP: say a request again, N times within its --timeout (default: ${DEFAULT-VALUE})")
    int retries;

    @Option(names = "--never-close", converter = Counts.class, paramLabel = "N",
            description = "TCP: so many more clients who ask once and stay for ever")
    Integer neverClose;

    @Option(names = "--slow-readers", converter = Counts.class, paramLabel = "N",
            description = "TCP: so many more who ask and ask and take no answer in")
    Integer slowReaders;

    @Option(names = "--dribble", converter = Counts.class, paramLabel = "N",
            description = "TCP: so many more who say a byte every 100 ms")
    Integer dribble;

    @Option(names = "--reset", converter = Counts.class, paramLabel = "N",
            description = "TCP: so many more who break off in the middle of a message, again and again")
    Integer reset;

    @Option(names = "--half-close", converter = Counts.class, paramLabel = "N",
            description = "TCP: so many more who ask, close their half and read on, again and again")
    Integer halfClose;

    /** Throws {@link IllegalArgumentException} with one line when something is out of range. */
    FaultInjection trouble(long seed) {
        return new FaultInjection(twoWrites, loss, retries, seed, misfits());
    }

    /** How many misbehave. */
    int clients() {
        return misfits().values().stream().mapToInt(count -> count).sum();
    }

    private Map<ClientFault, Integer> misfits() {
        Map<ClientFault, Integer> counts = new EnumMap<>(ClientFault.class);
        counts.put(ClientFault.NEVER_CLOSE, neverClose);
        counts.put(ClientFault.SLOW_READERS, slowReaders);
        counts.put(ClientFault.DRIBBLE, dribble);
        counts.put(ClientFault.RESET, reset);
        counts.put(ClientFault.HALF_CLOSE, halfClose);
        counts.values().removeIf(count -> count == null);
        return counts;
    }
}
