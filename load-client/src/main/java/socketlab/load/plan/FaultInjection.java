package socketlab.load.plan;

import java.util.Map;

/**
 * What goes wrong on purpose between clients and their server.
 *
 * @param twoWrites TCP: a message leaves in two writes, as from a program that writes its header apart
 * @param loss      UDP: how likely each datagram is to be lost, on its way there as on its way back; from 0 to 1
 * @param retries   UDP: how often more a request is said that is not answered, spread over its time
 * @param seed      the same seed loses the same datagrams, as far as they come in the same order
 * @param misfits   TCP: others who misbehave meanwhile, so many of each kind
 */
public record FaultInjection(boolean twoWrites, double loss, int retries, long seed, Map<ClientFault, Integer> misfits) {
    private static final int MOST_RETRIES = 20;

    public static final FaultInjection NONE = new FaultInjection(false, 0, 0, 1, Map.of());

    /** Throws {@link IllegalArgumentException} with one line that says what is out of range. */
    public FaultInjection {
        misfits = Map.copyOf(misfits);
        LoadPlan.check(loss >= 0 && loss < 1, "--loss is a chance from 0 to less than 1, 0.1 say; not " + loss);
        LoadPlan.check(retries >= 0 && retries <= MOST_RETRIES,
                "--retry takes a number from 0 to %d, not %d".formatted(MOST_RETRIES, retries));
    }

    public boolean isNone() {
        return !twoWrites && loss == 0 && retries == 0 && misfits.isEmpty();
    }

    /** Throws as above when there is no such trouble over this transport. */
    public void check(Transport transport) {
        if (transport == Transport.TCP) {
            LoadPlan.check(loss == 0 && retries == 0,
                    "--loss and --retry are for UDP: TCP says again by itself what got lost");
        } else {
            LoadPlan.check(!twoWrites, "--two-writes is for TCP: over UDP a message is a datagram");
            misfits.keySet().forEach(kind -> LoadPlan.check(false,
                    kind.option() + " is for TCP: over UDP nobody holds a connection"));
        }
    }

    FaultInjection withoutMisfits() {
        return new FaultInjection(twoWrites, loss, retries, seed, Map.of());
    }
}
