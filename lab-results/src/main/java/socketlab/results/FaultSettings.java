package socketlab.results;

import static java.util.Objects.requireNonNullElse;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The faults that a run injected on purpose.
 *
 * @param cpu the service computes instead of sleeping
 * @param slowOneIn every n-th request is slow; 0: none
 * @param slowMs the service time of a slow request
 * @param acceptAfterMs how long the server listens before it accepts; 0: not at all
 * @param twoWrites every message is sent in two writes
 * @param loss the probability that a datagram is dropped, 0 to 1
 * @param retries how many times the client repeats an unanswered request
 * @param faultyClients clients that misbehave during the load, by kind: {@code never-close}
 */
public record FaultSettings(boolean cpu, int slowOneIn, double slowMs, double acceptAfterMs, boolean twoWrites,
        double loss, int retries, Map<String, Integer> faultyClients) {
    public static final FaultSettings NONE = new FaultSettings(false, 0, 0, 0, false, 0, 0, Map.of());

    public FaultSettings {
        faultyClients = Map.copyOf(requireNonNullElse(faultyClients, Map.of()));
    }

    /** Why no prediction applies to a load with these faults, to follow "No prediction: "; empty when one does. */
    public Optional<String> noPrediction(boolean keptConnections) {
        if (cpu) {
            return Optional.of("the service computes, so the cores limit how many requests it serves at once");
        }
        if (acceptAfterMs > 0) {
            return Optional.of("the server does not accept at first, and the kernel decides who connects when");
        }
        if (loss > 0) {
            return Optional.of("datagrams are lost at random");
        }
        if (!faultyClients.isEmpty()) {
            return Optional.of(String.format(Locale.ROOT, "faulty clients take part (%s)", String.join(", ", faultyClients
                    .keySet())));
        }
        return slowOneIn > 0 && keptConnections
                ? Optional.of("which requests of a kept connection are slow is random") : Optional.empty();
    }

    /** The service time in milliseconds of the n-th request in the order of service, n from 1. */
    public double serviceMs(int request, double usualMs) {
        return slowOneIn > 0 && request % slowOneIn == 0 ? slowMs : usualMs;
    }

    /** Tells Jackson which value to leave out of the file. */
    static final class Absent {
        @Override
        public boolean equals(Object value) {
            return value == null || value.equals(NONE);
        }

        @Override
        public int hashCode() {
            return NONE.hashCode();
        }
    }
}
