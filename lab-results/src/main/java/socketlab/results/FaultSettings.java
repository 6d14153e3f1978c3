package socketlab.results;

import static java.util.Objects.requireNonNullElse;

import java.util.Map;
import java.util.Optional;

/**
 * What went wrong on purpose.
 *
 * @param cpu           the service computed instead of sleeping
 * @param slowOneIn     every so many-th request was slow; 0: none
 * @param slowMs        and took so long
 * @param acceptAfterMs nobody was accepted for so long after the server had begun to listen
 * @param twoWrites     every message left in two writes
 * @param loss          how likely each datagram was to be lost, from 0 to 1
 * @param retries       how often more a request was said that was not answered
 * @param misfits       how many misbehaved meanwhile, by how they did: {@code never-close}
 */
public record FaultSettings(boolean cpu, int slowOneIn, double slowMs, double acceptAfterMs, boolean twoWrites,
                              double loss, int retries, Map<String, Integer> misfits) {
    public static final FaultSettings NONE = new FaultSettings(false, 0, 0, 0, false, 0, 0, Map.of());

    public FaultSettings {
        misfits = Map.copyOf(requireNonNullElse(misfits, Map.of()));
    }

    /** Why nothing can be predicted of a load amid this, as the rest of a sentence; empty when it can. */
    public Optional<String> because(boolean keptConnections) {
        if (cpu) {
            return Optional.of("the service computes, and how many it serves at once is for the cores to say");
        }
        if (acceptAfterMs > 0) {
            return Optional.of("nobody is accepted at first, and who is let in when is for the kernel to say");
        }
        if (loss > 0) {
            return Optional.of("datagrams are lost by chance");
        }
        if (!misfits.isEmpty()) {
            return Optional.of("others misbehave meanwhile (%s)".formatted(String.join(", ", misfits.keySet())));
        }
        return slowOneIn > 0 && keptConnections
                ? Optional.of("which requests of a kept connection are slow is for chance to say") : Optional.empty();
    }

    /** How long the service takes for the request with this number, from 1 in the order in which they are served. */
    public double serviceMs(int request, double usualMs) {
        return slowOneIn > 0 && request % slowOneIn == 0 ? slowMs : usualMs;
    }
}
