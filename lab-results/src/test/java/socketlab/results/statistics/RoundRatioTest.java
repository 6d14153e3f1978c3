package socketlab.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How often a comparison of rounds claims a difference, where there is none and where there is one. */
class RoundRatioTest {
    private static final long SEED = 20261126;
    private static final int ROUNDS = 7;
    private static final double FIVE_PERCENT = 0.05;

    private static List<RoundValue> rounds(double... values) {
        return IntStream.range(0, values.length).mapToObj(i -> new RoundValue(i + 1, values[i], 0)).toList();
    }

    /** Compared with scipy 1.17: ttest_rel and ttest_ind(equal_var=False) of the logarithms. */
    @Test
    void theIntervalAndThePValueAreStudents() {
        List<RoundValue> base = rounds(10, 11, 10.5, 12, 9.5, 10.2, 11.3);
        List<RoundValue> other = rounds(12.1, 12.9, 12.0, 13.8, 11.9, 12.4, 13.0);
        RoundRatio paired = RoundRatio.paired(base, other).orElseThrow();
        assertThat(paired.value()).isCloseTo(1.184280465899926, within(1e-9));
        assertThat(paired.pValue()).isCloseTo(1.4124074582448037e-05, within(1e-9));
        assertThat(paired.low()).isCloseTo(1.127553967974518, within(1e-9));
        assertThat(paired.high()).isCloseTo(1.2438608365961974, within(1e-9));
        RoundRatio apart = RoundRatio.unpaired(base, other).orElseThrow();
        assertThat(apart.value()).isCloseTo(1.184280465899926, within(1e-9));
        assertThat(apart.degrees()).isCloseTo(10.542014784079432, within(1e-6));
        assertThat(apart.pValue()).isCloseTo(0.0007659703355035737, within(1e-9));
    }

    @Test
    void roundsArePairedByTheirNumber() {
        List<RoundValue> base = List.of(new RoundValue(1, 10, 0), new RoundValue(2, 20, 0), new RoundValue(3, 30, 0));
        List<RoundValue> other = List.of(new RoundValue(3, 60, 0), new RoundValue(1, 20, 0), new RoundValue(9, 1, 0));
        RoundRatio ratio = RoundRatio.paired(base, other).orElseThrow();
        assertThat(ratio.rounds()).isEqualTo(2);
        assertThat(ratio.value()).isCloseTo(2, within(1e-12));
        assertThat(ratio.pValue()).as("no spread at all").isZero();
    }

    @Test
    void oneRoundIsNoRepetition() {
        assertThat(RoundRatio.paired(rounds(1), rounds(2))).isEmpty();
        assertThat(RoundRatio.unpaired(rounds(1, 2), rounds(2))).isEmpty();
    }

    @Test
    void equalRoundsAreEqualAndTheClocksTickIsNoDifference() {
        RoundRatio same = RoundRatio.paired(rounds(1, 2, 3), rounds(1, 2, 3)).orElseThrow();
        assertThat(same.pValue()).isEqualTo(1);
        List<RoundValue> ticks = IntStream.rangeClosed(1, 3).mapToObj(i -> new RoundValue(i, 0.040, 0.001)).toList();
        List<RoundValue> more = IntStream.rangeClosed(1, 3).mapToObj(i -> new RoundValue(i, 0.041, 0.001)).toList();
        assertThat(RoundRatio.paired(ticks, more).orElseThrow().pValue()).as("three times one tick more").isGreaterThan(0.01);
    }

    @Test
    void holmHoldsTheSmallestAgainstTheStrictestLevel() {
        Map<String, RoundRatio> ratios = new LinkedHashMap<>();
        ratios.put("large", new RoundRatio(1, 0.05, 6, 7));
        ratios.put("medium", new RoundRatio(0.2, 0.05, 6, 7));         // t = 4, p = 0.007: alone it would be claimed
        ratios.put("none", new RoundRatio(0.01, 0.05, 6, 7));
        ratios.put("trifling", new RoundRatio(0.01, 0.0001, 6, 7));    // certain, but 1 %
        assertThat(HolmCorrection.claimed(Map.of("medium", ratios.get("medium")), RoundRatio.LEVEL)).containsExactly("medium");
        assertThat(HolmCorrection.claimed(ratios, RoundRatio.LEVEL)).containsExactly("large");
    }

    /** How the figures of equal models scatter from round to round, as logarithms. */
    enum Noise {
        NORMAL(random -> FIVE_PERCENT * random.nextGaussian()),
        /** Student's t of three degrees: now and then a round is far out. */
        HEAVY_TAILED(random -> 0.03 * random.nextGaussian() / Math.sqrt((Math.pow(random.nextGaussian(), 2)
                + Math.pow(random.nextGaussian(), 2) + Math.pow(random.nextGaussian(), 2)) / 3)),
        /** One round of ten is slowed down by something else. */
        SPIKES(random -> 0.01 * random.nextGaussian() - (random.nextInt(10) == 0 ? 0.5 * Math.log(random.nextDouble()) : 0));

        @SuppressWarnings("ImmutableEnumChecker")   // only functions without a state
        private final ToDoubleFunction<Random> draw;

        Noise(ToDoubleFunction<Random> draw) {
            this.draw = draw;
        }
    }

    @ParameterizedTest
    @EnumSource
    void equalModelsAreToldApartInFewerThanOneRunOfForty(Noise noise) {
        Random random = new Random(SEED);
        int runs = 800;
        long wrong = IntStream.range(0, runs).filter(_ -> {
            List<List<RoundValue>> models = new ArrayList<>();
            double[] machine = random.doubles(ROUNDS).map(slow -> 0.3 * slow).toArray();   // slows a whole round down
            for (int model = 0; model < 9; model++) {
                models.add(rounds(IntStream.range(0, ROUNDS).mapToDouble(round -> Math.exp(machine[round]
                        + noise.draw.applyAsDouble(random))).toArray()));
            }
            return !HolmCorrection.claimed(allPairs(models), RoundRatio.LEVEL).isEmpty();
        }).count();
        assertThat(wrong).as("of %d runs of nine equal models, seed %d", runs, SEED).isLessThanOrEqualTo(runs / 40);
    }

    private static Map<String, RoundRatio> allPairs(List<List<RoundValue>> models) {
        Map<String, RoundRatio> ratios = new LinkedHashMap<>();
        for (int i = 0; i < models.size(); i++) {
            for (int k = i + 1; k < models.size(); k++) {
                ratios.put(i + " " + k, RoundRatio.paired(models.get(i), models.get(k)).orElseThrow());
            }
        }
        return ratios;
    }

    /** Four figures are tested together, as {@code lab report A B} does. */
    @ParameterizedTest
    @EnumSource(names = {"NORMAL", "HEAVY_TAILED", "SPIKES"})
    void twoRunsOfTheSameAreToldApartInFewerThanOneOfForty(Noise noise) {
        Random random = new Random(SEED);
        int pairs = 2000;
        long wrong = IntStream.range(0, pairs).filter(_ -> {
            Map<Integer, RoundRatio> figures = new LinkedHashMap<>();
            for (int figure = 0; figure < 4; figure++) {
                figures.put(figure, RoundRatio.unpaired(drawn(noise, random, 1), drawn(noise, random, 1)).orElseThrow());
            }
            return !HolmCorrection.claimed(figures, RoundRatio.LEVEL).isEmpty();
        }).count();
        assertThat(wrong).as("of %d pairs of runs, seed %d", pairs, SEED).isLessThanOrEqualTo(pairs / 40);
    }

    @Test
    void twentyPercentAreFoundThirtyEightTimesOfFortyAtASpreadOfFourPercent() {
        Random random = new Random(SEED);
        int pairs = 2000;
        double four = 0.8;   // of five percent
        long found = IntStream.range(0, pairs).filter(_ -> RoundRatio.unpaired(normal(random, four, 1), normal(random, four,
                1.2)).orElseThrow().pValue() <= RoundRatio.LEVEL / 4).count();
        assertThat(found).as("of %d pairs of runs, seed %d", pairs, SEED).isGreaterThanOrEqualTo(pairs * 38 / 40);
        RoundRatio one = RoundRatio.unpaired(normal(random, four, 1), normal(random, four, 1.2)).orElseThrow();
        assertThat(one.detectable(RoundRatio.LEVEL / 4)).as("and so it is said").isBetween(1.05, 1.35);
    }

    private static List<RoundValue> drawn(Noise noise, Random random, double factor) {
        return rounds(IntStream.range(0, ROUNDS).mapToDouble(_ -> factor * Math.exp(noise.draw.applyAsDouble(random))).toArray());
    }

    private static List<RoundValue> normal(Random random, double scale, double factor) {
        return rounds(IntStream.range(0, ROUNDS).mapToDouble(_ -> factor * Math.exp(scale * FIVE_PERCENT * random.nextGaussian()))
                .toArray());
    }
}
