package socketlab.load.plan;

import static socketlab.core.Text.format;

import java.util.Map;

/**
 * Faults that a load injects between its clients and the server.
 *
 * @param twoWrites     TCP: a message is sent in two writes, as by a program that writes the header and then the body
 * @param loss          UDP: probability that a datagram is dropped, in each direction; from 0 to less than 1
 * @param retries       UDP: how often an unanswered request is sent again, at even distances within its timeout; 0 to 20
 * @param seed          of the random choice of dropped datagrams: the same seed drops the same ones if they come in the
 *                      same order
 * @param faultyClients TCP: further clients that break rules beside the load, so many of each kind
 */
public record FaultInjection(boolean twoWrites, double loss, int retries, long seed,
        Map<ClientFault, Integer> faultyClients) {
    private static final int MOST_RETRIES = 20;
    public static final FaultInjection NONE = new FaultInjection(false, 0, 0, 1, Map.of());

    /** Throws {@link IllegalArgumentException} with one line that names the value out of range. */
    public FaultInjection {
        faultyClients = Map.copyOf(faultyClients);
        LoadPlan.check(loss >= 0 && loss < 1, "--loss is a probability from 0 to less than 1, for example 0.1; not " + loss);
        LoadPlan.check(retries >= 0 && retries <= MOST_RETRIES,
                format("--retry takes a number from 0 to %d, not %d", MOST_RETRIES, retries));
    }

    public boolean isNone() {
        return !twoWrites && loss == 0 && retries == 0 && faultyClients.isEmpty();
    }

    /** Throws {@link IllegalArgumentException} with one line when one of these faults does not exist over this transport. */
    public void check(Transport transport) {
        if (transport == Transport.TCP) {
            LoadPlan.check(loss == 0 && retries == 0,
                    "--loss and --retry are for UDP: TCP retransmits lost segments by itself");
        } else {
            LoadPlan.check(!twoWrites, "--two-writes is for TCP: over UDP a message is a datagram");
            faultyClients.keySet().forEach(fault -> LoadPlan.check(false,
                    fault.option() + " is for TCP: over UDP there is no connection"));
        }
    }

    FaultInjection withoutFaultyClients() {
        return new FaultInjection(twoWrites, loss, retries, seed, Map.of());
    }
}
