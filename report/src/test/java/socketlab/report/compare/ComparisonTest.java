package socketlab.report.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import socketlab.report.SampleSweep;
import socketlab.report.SampleChat;
import socketlab.report.SampleRounds;
import socketlab.results.Environment;
import socketlab.results.LoadSettings;
import socketlab.results.Run;
import socketlab.results.SampleRun;
import socketlab.results.ServerSettings;
import socketlab.results.files.RunFiles;

class ComparisonTest {
    @TempDir
    private Path folder;

    @Test
    void aModelWithFailedRequestsInOneRunIsNotCompared() throws IOException {
        SampleRun.write(folder.resolve("a"), List.of("single", "pool:4"), 20, 20, 10, 0);
        SampleRun.write(folder.resolve("b"), List.of("single", "pool:4", "select"), 20, 20, 10, 4);
        List<ModelDelta> deltas = ModelDelta.of(ComparedRun.of(List.of(RunFiles.in(folder.resolve("a")),
                RunFiles.in(folder.resolve("b")))));
        assertThat(deltas).extracting(ModelDelta::model).as("select is in one only")
                .containsExactly("single", "pool:4");
        assertThat(deltas.getLast().ratios()).isEmpty();
        assertThat(deltas.getLast().verdict()).isEqualTo("B failed 5 of 20: no comparison");
        assertThat(ModelDelta.headline(deltas)).isEqualTo("One run each: no claim in single; requests failed in pool:4");
    }

    @Test
    void aDifferenceOfTwentyPercentIsNamedWhereSevenRoundsShowIt() throws IOException {
        SampleRounds.write(folder.resolve("a"), Map.of("select", 1.0), 7, 1);
        SampleRounds.write(folder.resolve("b"), Map.of("select", 1.2), 7, 2);
        Comparison comparison = draw("a", "b");
        assertThat(comparison.headline()).contains("CPU per request of select in B is 1.2", " times that in A");
        assertThat(comparison.notes()).first().asString()
                .startsWith("Differences that these rounds find 19 times of 20: p50 from ").contains(" %");
        assertThat(comparison.notes()).last().asString().contains("the machine may have changed in between");
        assertThat(folder.resolve("comparison.html")).content().contains("p50 1.", "CPU per request 1.", "99 % interval",
                "may have changed");
    }

    @Test
    void twoRunsOfTheSameShowNoDifference() throws IOException {
        SampleRounds.write(folder.resolve("a"), Map.of("select", 1.0), 7, 1);
        SampleRounds.write(folder.resolve("b"), Map.of("select", 1.0), 7, 2);
        assertThat(draw("a", "b").headline()).isEqualTo("No difference found");
    }

    @Test
    void oneRunEachIsCountedAndNotClaimed() throws IOException {
        SampleRounds.write(folder.resolve("a"), Map.of("select", 1.0), 1, 1);
        SampleRounds.write(folder.resolve("b"), Map.of("select", 9.0), 1, 2);
        Comparison comparison = draw("a", "b");
        assertThat(comparison.headline()).isEqualTo("One run each: no claim");
        assertThat(comparison.notes()).containsExactly(
                "One run each: no claim about differences. Repeat both runs with --repeat 7.");
    }

    @Test
    void twoModelsAreComparedWhereTheRunsHaveNoneInCommon() throws IOException {
        SampleRounds.write(folder.resolve("a"), Map.of("single", 5.0), 7, 1);
        SampleRounds.write(folder.resolve("b"), Map.of("threaded", 1.0), 7, 2);
        assertThat(draw("a", "b").headline()).contains("p50 of threaded in B is 0.", " times that of single in A");
        assertThat(folder.resolve("comparison.html")).content().contains("<td>threaded</td><td>B</td><td>7</td>");
    }

    @Test
    void aForeignServerIsComparedAndItsUnknownDelayIsAWarning() throws IOException {
        SampleRun.write(folder.resolve("a"), List.of("single"), 5, 5, 500, 0);
        Run run = SampleRun.write(folder.resolve("b"), List.of("python"), 5, 5, 500, 0);
        LoadSettings load = run.load();
        RunFiles.in(folder.resolve("b")).writeRun(new Run(run.origin(), run.environment(), new ServerSettings(0, true, 0, "",
                false, 0), new LoadSettings(load.service(), load.loop(), load.clients(), load.requests(), -1, load.connections()),
                run.models()));
        assertThat(draw("a", "b").warnings()).containsExactly("A and B have different loads: delay (ms) 500.0 and unknown");
        assertThat(folder.resolve("comparison.html")).content().contains("<td>python</td><td>B</td>");
    }

    @Test
    void runsOfDifferentLoadsAreComparedWithAWarning() throws IOException {
        SampleRun.write(folder.resolve("a"), SampleRun.FIVE, 5, 5, 10, 0);
        SampleRun.write(folder.resolve("b"), SampleRun.FIVE, 10, 10, 10, 0);
        assertThat(draw("a", "b").warnings()).contains("A and B have different loads: clients 5 and 10",
                "A and B have different loads: requests 5 and 10");
    }

    @Test
    void aChatIsNotComparedWithRequests() throws IOException {
        SampleRun.write(folder.resolve("a"), List.of("select"), 5, 5, 10, 0);
        SampleChat.write(folder.resolve("b"), List.of("select"), 5, 5);
        assertThatThrownBy(() -> draw("a", "b")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("b is a chat and a is not: deliveries cannot be compared with requests");
        assertThat(folder.resolve("comparison.html")).doesNotExist();
    }

    @Test
    void differentSettingsAndMachinesGiveWarnings() throws IOException {
        SampleRun.write(folder.resolve("a"), List.of("single"), 5, 5, 10, 0);
        Run run = SampleRun.write(folder.resolve("b"), List.of("single"), 5, 5, 10, 0);
        RunFiles.in(folder.resolve("b")).writeRun(new Run(2,
                new Run.Origin(run.command(), run.started(), "<b>"), true, null, new Environment("0.1.0", "25", "Linux",
                        new Environment.Hardware("<script>", 8, 1), new Environment.Limits(1, 1), 0), new ServerSettings(5, false,
                                1, "-Xint", false, 5),
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
        assertThat(draw("a", "b").headline()).isEqualTo("One run each: no claim in all four models");
        assertThat(folder.resolve("comparison.html")).content().contains("poll with 1,000 idle clients");
    }

    private Comparison draw(String one, String other) throws IOException {
        return Comparison.draw(List.of(folder.resolve(one), folder.resolve(other)), folder.resolve("comparison.html"),
                false);
    }
}
