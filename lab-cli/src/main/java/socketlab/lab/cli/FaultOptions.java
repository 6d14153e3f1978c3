package socketlab.lab.cli;

import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Option;
import socketlab.lab.text.Counts;
import socketlab.load.plan.ClientFault;
import socketlab.load.plan.FaultInjection;

/** Faults injected between clients and server: the options that {@code run} and {@code load} share for them. */
final class FaultOptions {
    @Option(names = "--two-writes", description = "TCP: send every message in two writes, four bytes and the rest")
    boolean twoWrites;

    @Option(names = "--loss", paramLabel = "P", defaultValue = "0",
            description = "UDP: lose each datagram with this probability, in both directions: 0.1"
                    + " (default: ${DEFAULT-VALUE})")
    double loss;

    @Option(names = "--retry", paramLabel = "N", defaultValue = "0",
            description = "UDP: send a request again up to N times within its --timeout (default: ${DEFAULT-VALUE})")
    int retries;

    @Option(names = "--never-close", converter = Counts.class, paramLabel = "N",
            description = "TCP: N extra clients that send one request and never close their connection")
    Integer neverClose;

    @Option(names = "--slow-readers", converter = Counts.class, paramLabel = "N",
            description = "TCP: N extra clients that send requests and never read the replies")
    Integer slowReaders;

    @Option(names = "--dribble", converter = Counts.class, paramLabel = "N",
            description = "TCP: N extra clients that send one byte every 100 ms")
    Integer dribble;

    @Option(names = "--reset", converter = Counts.class, paramLabel = "N",
            description = "TCP: N extra clients that reset the connection (RST) in the middle of a message, repeatedly")
    Integer reset;

    @Option(names = "--half-close", converter = Counts.class, paramLabel = "N",
            description = "TCP: N extra clients that send a request, shut down their output (FIN) and read on, repeatedly")
    Integer halfClose;

    /** Throws {@link IllegalArgumentException} with one line where something is out of range. */
    FaultInjection injection(long seed) {
        return new FaultInjection(twoWrites, loss, retries, seed, faultyClients());
    }

    /** How many faulty clients there are. */
    int clients() {
        return faultyClients().values().stream().mapToInt(count -> count).sum();
    }

    private Map<ClientFault, Integer> faultyClients() {
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
