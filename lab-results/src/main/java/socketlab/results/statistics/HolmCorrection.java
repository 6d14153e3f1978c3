package socketlab.results.statistics;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Many comparisons at once: among 36 pairs of equal models chance alone makes one look different. The smallest p-value
 * is held against the level divided by the number of comparisons, the next one against the level divided by one less, and
 * so on until one is too large (Holm 1979).
 */
public final class HolmCorrection {
    private HolmCorrection() {}

    /**
     * The comparisons whose difference may be claimed, so that the probability of any false claim among all is at most
     * {@code level}.
     *
     * @param comparisons all that a sentence, a ranking or a title speaks of
     */
    public static <T> Set<T> claimed(Map<T, RoundRatio> comparisons, double level) {
        List<Map.Entry<T, RoundRatio>> ascending = comparisons.entrySet().stream()
                .sorted(Comparator.comparingDouble(one -> one.getValue().pValue())).toList();
        Set<T> claimed = new HashSet<>();
        for (int i = 0; i < ascending.size(); i++) {
            if (ascending.get(i).getValue().pValue() > level / (ascending.size() - i)) {
                break;
            }
            claimed.add(ascending.get(i).getKey());
        }
        claimed.removeIf(one -> comparisons.get(one).trifling());
        return claimed;
    }
}
