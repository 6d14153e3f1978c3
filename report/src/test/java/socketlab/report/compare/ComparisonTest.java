package socketlab.report.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import socketlab.report.SampleSweep;
import socketlab.report.analysis.Ratio;
import socketlab.results.Environment;
import socketlab.results.Run;
import socketlab.results.SampleRun;
import socketlab.results.ServerSettings;
import socketlab.results.Verdict;
import socketlab.results.files.RunFiles;

class ComparisonTest {
    @TempDir
    private Path folder;

    @Test
    void theSameDistributionIsWithinNoiseAndAnotherIsNot() {
        Ratio same = Ratio.of(latencies(1, 1000), latencies(2, 1000), 0.5);
        assertThat(same.withinNoise()).as(same.text()).isTrue();
        Ratio slower = Ratio.of(latencies(1, 1000), latencies(2, 1300), 0.5);
        assertThat(slower.withinNoise()).as(slower.text()).isFalse();
        assertThat(slower.value()).isBetween(1.2, 1.4);
        assertThat(slower.low()).isLessThan(slower.value());
        assertThat(slower.high()).isGreaterThan(slower.value());
        assertThat(Ratio.of(latencies(1, 1000), latencies(2, 1300), 0.5)).as("the seed is fixed").isEqualTo(slower);
    }

    @Test
    void aModelWithFailedRequestsInOneRunIsNotCompared() throws IOException {
        SampleRun.write(folder.resolve("a"), List.of("single", "pool:4"), 20, 20, 10, 0);
        SampleRun.write(folder.resolve("b"), List.of("single", "pool:4", "select"), 20, 20, 10, 4);
        List<ModelDelta> deltas = ModelDelta.of(ComparedRun.of(List.of(RunFiles.in(folder.resolve("a")),
                RunFiles.in(folder.resolve("b")))));
        assertThat(deltas).extracting(ModelDelta::model).as("select is in one only")
                .containsExactly("single", "pool:4");
        assertThat(deltas.getLast().median()).isNull();
        assertThat(deltas.getLast().verdict()).isEqualTo("B failed 5 of 20: no comparison");
        assertThat(ModelDelta.headline(deltas)).isEqualTo("Within noise in single; requests failed in pool:4");
    }

    @Test
    void aDifferenceIsNamedOnlyWhereChanceSizeAndMachineAllowIt() throws IOException {
        SampleRun.write(folder.resolve("a"), List.of("single"), 20, 20, 10, 0);
        ComparedRun sound = ComparedRun.of(List.of(RunFiles.in(folder.resolve("a")))).getFirst();
        Ratio tiny = new Ratio(1.004, 1.002, 1.006);
        Ratio large = new Ratio(1.3, 1.2, 1.4);
        assertThat(new ModelDelta("single", sound, sound, tiny, tiny).verdict()).isEqualTo("within 2 %");
        assertThat(new ModelDelta("single", sound, sound, large, large).verdict()).isEqualTo("A takes 1.30 times as long");
        Run run = sound.run();
        RunFiles.in(folder.resolve("a")).writeRun(run.withModels(run.models().stream().map(model -> model.withVerdict(
                Verdict.INCONCLUSIVE, "")).toList()));
        ComparedRun noisy = ComparedRun.of(List.of(RunFiles.in(folder.resolve("a")))).getFirst();
        ModelDelta untold = new ModelDelta("single", sound, noisy, large, large);
        assertThat(untold.verdict()).isEqualTo("inconclusive: too noisy");
        assertThat(ModelDelta.headline(List.of(untold))).isEqualTo("Inconclusive: too noisy in single");
    }

    @Test
    void runsOfDifferentLoadsAreRefusedWithTheDifference() throws IOException {
        SampleRun.write(folder.resolve("a"), SampleRun.FIVE, 5, 5, 10, 0);
        SampleRun.write(folder.resolve("b"), SampleRun.FIVE, 10, 10, 10, 0);
        assertThatThrownBy(() -> draw("a", "b")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a and b cannot be compared, their loads differ: clients 5 and 10; requests 5 and 10");
        assertThat(folder.resolve("comparison.html")).doesNotExist();
    }

    @Test
    void differentSettingsAndMachinesGiveWarnings() throws IOException {
        SampleRun.write(folder.resolve("a"), List.of("single"), 5, 5, 10, 0);
        Run run = SampleRun.write(folder.resolve("b"), List.of("single"), 5, 5, 10, 0);
        RunFiles.in(folder.resolve("b")).writeRun(new Run(2,
                new Run.Origin(run.command(), run.started(), "<b>"), true, null, new Environment("0.1.0", "25", "Linux",
                        new Environment.Hardware("<script>", 8, 1), new Environment.Limits(1, 1), 0), new ServerSettings(5, false,
                                1, "-Xint", false),
                run.load(), run.models()));
        assertThat(draw("a", "b").warnings()).contains("A and B have different settings: TCP_NODELAY true and false",
                "A and B ran on different machines: cores 2 and 8", "B was interrupted");
        assertThat(folder.resolve("comparison.html")).content()
                .contains("JVM flags -Xmx256m and -Xint", "&lt;script&gt;", "How to repeat it")
                .doesNotContain("<script>", "src=\"http", "href=\"http", "url(");
    }

    @Test
    void sweepsAreComparedStepByStep() throws IOException {
        for (String name : List.of("a", "b")) {
            SampleSweep.write(folder.resolve(name), List.of("select", "poll"), List.of(10, 1000));
        }
        assertThat(draw("a", "b").headline()).isEqualTo("Within noise in all four models");
        assertThat(folder.resolve("comparison.html")).content().contains("poll with 1,000 idle clients");
    }

    private Comparison draw(String one, String other) throws IOException {
        return Comparison.draw(List.of(folder.resolve(one), folder.resolve(other)), folder.resolve("comparison.html"),
                false);
    }

    private static long[] latencies(int seed, double meanUs) {
        Random random = new Random(seed);
        return LongStream.generate(() -> (long) (meanUs * (1 + 0.1 * random.nextGaussian()))).limit(500).sorted()
                .toArray();
    }
}
