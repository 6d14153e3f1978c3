package socketlab.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What one model did in the first run and in a later one.
 *
 * @param model its name, and the step where the load grew
 * @param median how the medians compare; null where a request failed in either run, for then nothing may be won
 * @param tail the same of what 99 of 100 requests do not exceed
 */
record Duel(String model, Contender base, Contender other, Ratio median, Ratio tail) {

    /** Of every model that all the runs have, in the order of the first; each later run against the first. */
    static List<Duel> of(List<Contender> contenders) {
        List<Duel> duels = new ArrayList<>();
        Contender base = contenders.getFirst();
        for (String model : common(contenders)) {
            for (Contender other : contenders.subList(1, contenders.size())) {
                Spread first = base.spreads().get(model);
                Spread second = other.spreads().get(model);
                boolean sound = first.sound() && second.sound();
                duels.add(new Duel(model, base, other,
                        sound ? Ratio.of(first.sortedUs(), second.sortedUs(), 0.5) : null,
                        sound ? Ratio.of(first.sortedUs(), second.sortedUs(), 0.99) : null));
            }
        }
        return duels;
    }

    static List<String> common(List<Contender> contenders) {
        return contenders.getFirst().spreads().keySet().stream()
                .filter(model -> contenders.stream().allMatch(one -> one.spreads().containsKey(model))).toList();
    }

    /** The model's bare name, by which it has its colour. */
    String bareModel() {
        return base.spreads().get(model).model();
    }

    /** {@code within noise}, {@code B takes 1.2 times as long}, {@code B takes 0.8 times as long}. */
    String verdict() {
        if (median == null) {
            return failed(base) + (failed(base).isEmpty() || failed(other).isEmpty() ? "" : ", ") + failed(other)
                    + ": no comparison";
        }
        return median.withinNoise() ? "within noise"
                : other.letter() + " takes " + Words.format("%.2f", median.value()) + " times as long";
    }

    private String failed(Contender one) {
        Spread spread = one.spreads().get(model);
        int failed = spread.asked() - spread.sortedUs().length;
        return failed == 0 && spread.asked() > 0 ? "" : one.letter() + " failed " + Words.number(failed) + " of "
                + Words.number(spread.asked());
    }

    /** {@code B takes 1.30 times as long in select; within noise in the other four}. */
    static String headline(List<Duel> duels) {
        List<Duel> real = duels.stream().filter(duel -> duel.median != null && !duel.median.withinNoise()).toList();
        List<String> noise = duels.stream().filter(duel -> duel.median != null && duel.median.withinNoise())
                .map(Duel::model).distinct().toList();
        List<String> failed = duels.stream().filter(duel -> duel.median == null).map(Duel::model).distinct().toList();
        List<String> parts = new ArrayList<>();
        if (real.size() <= 3) {
            real.forEach(duel -> parts.add(duel.verdict() + " in " + duel.model()));
        } else {
            parts.add(Words.spelled(real.size()) + " of " + Words.spelled(duels.size())
                    + " medians differ by more than noise");
        }
        if (!noise.isEmpty()) {
            parts.add("within noise in " + Words.some(noise, real.isEmpty() && failed.isEmpty() ? "all %s models"
                    : "%s models"));
        }
        if (!failed.isEmpty()) {
            parts.add("requests failed in " + Words.some(failed, "%s models"));
        }
        return Words.capital(String.join("; ", parts), true);
    }
}
