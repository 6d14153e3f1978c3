package socketlab.report.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import socketlab.report.SampleRounds;
import socketlab.report.analysis.Matrix;
import socketlab.report.analysis.Ranking;
import socketlab.report.kind.RunKind;
import socketlab.results.Run;
import socketlab.results.statistics.RoundFigure;

/** A difference between models is named where repeated rounds support it, and nowhere else. */
class DifferenceTextTest {
    private static final long SEED = 7;

    /** Names with their p50 in milliseconds. */
    private static Map<String, Double> models(Object... namesAndMs) {
        Map<String, Double> models = new LinkedHashMap<>();
        for (int i = 0; i < namesAndMs.length; i += 2) {
            models.put((String) namesAndMs[i], (Double) namesAndMs[i + 1]);
        }
        return models;
    }

    private static Run run(int rounds, Object... namesAndMs) {
        return SampleRounds.run(models(namesAndMs), rounds, SEED);
    }

    @Test
    void oneRunEachClaimsNothingAnywhere() {
        Run run = run(1, "select", 1.0, "poll", 3.0);
        assertThat(DifferenceText.of(run)).singleElement().asString().startsWith("One run each: no claim").contains("--repeat 7");
        assertThat(Headline.of(run)).isEqualTo("select and poll answer 1,000 requests each, one run each: no claim");
        assertThat(DifferenceText.title(run, RoundFigure.P50, "Latency")).isEqualTo("Latency, one run each: no claim");
        Matrix matrix = Matrix.of(run);
        assertThat(matrix.title()).isEqualTo("Two models by seven metrics, one run each: no claim");
        assertThat(matrix.metrics()).allSatisfy(metric -> assertThat(matrix.best(metric)).isEmpty());
        assertThat(RunKind.of(run).questions()).noneMatch(question -> question.contains("The slowest request took"));
    }

    @Test
    void aDifferenceThatSevenRoundsShareIsNamed() {
        Run run = run(7, "select", 1.0, "poll", 1.2, "virtual", 1.5);
        assertThat(Headline.of(run)).matches("p50 is lowest in select, 9\\d\\d µs|p50 is lowest in select, 1\\.0 ms");
        assertThat(DifferenceText.of(run)).hasSize(5).first().asString()
                .matches("p50 is lowest in select, .*\\. Seven rounds can find a difference of \\d+ % .*");
        assertThat(DifferenceText.of(run)).anySatisfy(line -> assertThat(line).startsWith("Throughput is highest in select, "));
        Matrix matrix = Matrix.of(run);
        assertThat(matrix.title()).isEqualTo("Seven rounds show no model better than select in 6 of 7 metrics");
        assertThat(matrix.best(matrix.metrics().getFirst())).extracting(one -> one.model()).containsExactly("select");
        assertThat(matrix.best(matrix.metrics().get(5))).as("equal threads").isEmpty();
    }

    @Test
    void equalModelsAreNotToldApart() {
        Run run = run(7, "select", 1.0, "poll", 1.0);
        assertThat(Headline.of(run)).isEqualTo("p50: seven rounds show no difference between select and poll");
        assertThat(Matrix.of(run).title()).isEqualTo("Seven rounds show no difference in any of seven metrics");
    }

    @Test
    void aTieForTheLowestIsATie() {
        assertThat(Headline.of(run(7, "select", 1.0, "poll", 1.0, "single", 4.0)))
                .isEqualTo("p50 is lowest in select or poll, which seven rounds do not tell apart");
        assertThat(Headline.of(run(7, "a", 1.0, "b", 1.0, "c", 1.0, "d", 1.0, "single", 4.0)))
                .isEqualTo("p50 is not lowest in single; seven rounds do not tell the other four apart");
    }

    @Test
    void aDifferenceOfOnePercentIsATrifleHoweverCertain() {
        Ranking ranking = Ranking.of(List.of(SampleRounds.result("a", 7, () -> 1.00), SampleRounds.result("b", 7, () -> 1.01)),
                List.of(RoundFigure.P50)).getFirst();
        assertThat(ranking.tells()).isFalse();
    }

    @Test
    void whatSlowsDownAWholeRoundIsNoDifference() {
        double[] machine = {1, 3, 1, 2, 1, 5, 1};
        int[] round = {0, 0};
        Ranking ranking = Ranking.of(List.of(
                SampleRounds.result("a", 7, () -> machine[round[0]] * (1 + 0.01 * (round[0]++ % 2))),
                SampleRounds.result("b", 7, () -> 1.3 * machine[round[1]] * (1 + 0.01 * (round[1]++ % 3)))),
                List.of(RoundFigure.P50)).getFirst();
        assertThat(ranking.better("a", "b")).as("30 % in every round, whatever the machine does").isTrue();
        assertThat(ranking.better("b", "a")).isFalse();
    }
}
