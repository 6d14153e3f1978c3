package socketlab.report;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.List;
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
public record TroubleSettings(boolean cpu, int slowOneIn, double slowMs, double acceptAfterMs, boolean twoWrites,
                              double loss, int retries, Map<String, Integer> misfits) {
    public static final TroubleSettings NONE = new TroubleSettings(false, 0, 0, 0, false, 0, 0, Map.of());

    public TroubleSettings {
        misfits = Map.copyOf(requireNonNullElse(misfits, Map.of()));
    }

    /** Why nothing can be predicted of a load amid this, as the rest of a sentence; empty when it can. */
    Optional<String> because(boolean keptConnections) {
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

    /** In words, separated by commas; empty where nothing went wrong on purpose. */
    String words() {
        List<String> words = new ArrayList<>(cpu ? List.of("computing instead of waiting") : List.of());
        if (slowOneIn > 0) {
            words.add(Words.format("1/%d of the requests take %s", slowOneIn, Words.time(slowMs)));
        }
        if (acceptAfterMs > 0) {
            words.add("nobody accepted for " + Words.time(acceptAfterMs));
        }
        if (twoWrites) {
            words.add("two writes");
        }
        if (loss > 0 || retries > 0) {
            words.add(Words.format("loss %s with %d retries", loss, retries));
        }
        misfits.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .forEach(misfit -> words.add(misfit.getValue() + " " + misfit.getKey()));
        return String.join(", ", words);
    }

    /** How long the service takes for the request with this number, from 1 in the order in which they are served. */
    double serviceMs(int request, double usualMs) {
        return slowOneIn > 0 && request % slowOneIn == 0 ? slowMs : usualMs;
    }
}
