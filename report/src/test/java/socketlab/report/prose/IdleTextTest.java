package socketlab.report.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import socketlab.report.SampleRounds;
import socketlab.report.SampleSweep;
import socketlab.report.analysis.IdleCost;
import socketlab.report.kind.RunKind;
import socketlab.report.page.TextTable;
import socketlab.results.LatencyMs;
import socketlab.results.LoadSettings;
import socketlab.results.LoadSettings.Connections;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.SampleRun;

class IdleTextTest {
    private static final LoadSettings ECHO = new LoadSettings("echo", "closed", 1, 2000, 0, new Connections(true, true, 0));
    private static final long BEFORE = 50L << 20;

    @TempDir
    private Path folder;

    @Test
    void theCostIsThatOfTheMostIdleClients() {
        Run run = run(result("select", 10, 0.03, 0, 1), result("select", 10_000, 0.03, 0, 29),
                result("threaded", 10, 0.03, 11, 2), result("threaded", 10_000, 0.04, 10_001, 352));
        assertThat(IdleText.costTitle(run)).isEqualTo(
                "10,000 idle clients cost select 29 MiB and no thread, threaded 352 MiB and 10,000 threads");
        assertThat(IdleText.costNotes(run)).anySatisfy(note -> assertThat(note).isEqualTo(
                "Memory per idle client, at the largest number of them: select 3.0 KiB and threaded 36.0 KiB."));
        assertThat(RunKind.of(run).headline()).isEqualTo(IdleText.costTitle(run));
    }

    @Test
    void ofManyModelsTheRangeOfTheMemoryIsSaid() throws IOException {
        Run run = SampleSweep.write(folder, SampleRun.NINE, List.of(10, 1000));
        assertThat(IdleText.costTitle(run)).startsWith("1,000 idle clients cost ").endsWith(" MiB;"
                + " threaded and udp-threaded need a thread for each; single and pool:4 answer no request");
    }

    @Test
    void oneRunEachClaimsNoGrowth() {
        Run run = run(result("select", 10, 0.030, 0, 1), result("select", 5000, 0.031, 0, 14),
                result("poll", 10, 0.031, 0, 1), result("poll", 5000, 0.52, 1, 14));
        assertThat(IdleText.latencyTitle(run)).isEqualTo(
                "p50 of a request with 10 and 5,000 idle clients, one run each: no claim");
        assertThat(RunKind.of(run).headline()).as("counts").isEqualTo(IdleText.costTitle(run));
    }

    @Test
    void aModelThatSlowsDownWithIdleClientsInSevenRoundsIsNamedWithItsFactor() {
        Run run = run(rounds("select", 10, 0.300), rounds("select", 5000, 0.301), rounds("poll", 10, 0.31),
                rounds("poll", 5000, 5.2));
        assertThat(IdleText.latencyTitle(run)).matches("With 5,000 idle clients p50 is 1[67] times that with 10 in poll;"
                + " seven rounds show no growth of p50 in select");
        assertThat(RunKind.of(run).plainFindings().getLast()).containsPattern("5\\.. ms with 5,000, 1[67] times as long");
        assertThat(RunKind.of(run).plainFindings().getFirst()).doesNotContain("times as long");
        assertThat(IdleText.latencyTitle(run(rounds("select", 10, 0.300), rounds("select", 5000, 0.301))))
                .isEqualTo("Seven rounds show no growth of p50 in select");
    }

    private static ModelResult rounds(String model, int idle, double p50) {
        Random random = new Random(idle);
        return SampleRounds.result(model, 7, () -> p50 * Math.exp(0.02 * random.nextGaussian()))
                .withIdle(new ModelResult.Idle(idle, 23, BEFORE));
    }

    @Test
    void aModelWithFailedRequestsIsNotCompared() {
        ModelResult failing = new ModelResult(new ModelResult.Setup("pool:4", 4, "tcp", 1, 0),
                new ModelResult.Counts(1, 5, 3, 2, Map.of("timeout", 2), 0),
                new ModelResult.Times(new LatencyMs(1, 1, 1, 1, 1, 1), null, null, 1, 1), null, null,
                new ModelResult.Resources(24, BEFORE + 1, 1), null).withIdle(new ModelResult.Idle(5000, 23, BEFORE));
        Run run = run(result("select", 10, 0.03, 0, 1), result("select", 5000, 0.03, 0, 14), failing);
        assertThat(IdleText.costTitle(run)).isEqualTo(
                "5,000 idle clients cost select 14 MiB and no thread; pool:4 failed 2 of 5 requests");
        assertThat(IdleText.latencyTitle(run)).doesNotContain("in pool:4").endsWith("; pool:4 failed 2 of 5 requests");
        assertThat(IdleText.costNotes(run)).contains("Failed: pool:4 2 of 5 (2 timeout).");
    }

    @Test
    void aModelWithoutTheLargestStepIsNotCompared() {
        Run run = run(result("select", 10, 0.03, 0, 1), result("select", 5000, 0.03, 0, 14),
                result("poll", 10, 0.03, 0, 1));
        assertThat(IdleText.costTitle(run)).doesNotContain("poll");
        assertThat(IdleText.latencyTitle(run)).doesNotContain("poll");
    }

    @Test
    void threadsOfActiveClientsAreNoCostOfIdleOnes() {
        assertThat(cost(result("threaded", 1000, 1, 1001, 36)).threads()).isEqualTo(1000);
        assertThat(cost(result("pool:4", 1000, 1, 3, 1)).threadsText()).isEqualTo("no thread");
        assertThat(cost(result("select", 100, 1, 30, 1)).eachText())
                .isEqualTo("each idle client costs 10.2 KiB, and all together 30 threads");
        assertThat(cost(result("select", 1000, 1, 0, -3)).eachText())
                .isEqualTo("each idle client costs no memory and no thread");
        assertThat(new IdleCost("select", 1, 0, 400_000).memoryText()).isEqualTo("under 1 MiB");
    }

    @Test
    void aFindingNamesTheIdleClientsAndTheCostOfEach() {
        assertThat(RunKind.of(run(result("select", 1000, 0.041, 0, 3))).plainFindings()).containsExactly(
                "select: one thread for every client. 2,000 requests with 1,000 idle clients: p50 41 us;"
                        + " each idle client costs 3.1 KiB and no thread.");
    }

    @Test
    void theCostOfFewIdleClientsIsLeftOutBecauseItIsBelowTheNoise() {
        assertThat(RunKind.of(run(result("threaded", 1, 0.041, 2, 3))).plainFindings()).containsExactly(
                "threaded: a thread for each client. 2,000 requests with 1 idle client: p50 41 us.");
        assertThat(IdleText.costNotes(run(result("threaded", 99, 0.041, 99, 3)))).noneMatch(
                note -> note.contains("was not measured"));
    }

    @Test
    void aSweepIsOneFindingPerModel() {
        assertThat(RunKind.of(run(result("poll", 0, 0.03, 0, 1), result("poll", 1000, 0.13, 0, 4),
                result("poll", 5000, 0.52, 0, 14))).plainFindings()).containsExactly(
                        "poll: one thread for every client, with poll. 2,000 requests each: p50 30 us with no idle clients,"
                                + " 130 us with 1,000 and 520 us with 5,000; each of the 5,000 costs 2.9 KiB and no"
                                + " thread.");
    }

    @Test
    void theTableHasTheIdleClientsAndFitsTheTerminal() throws IOException {
        Run sweep = SampleSweep.write(folder, SampleRun.NINE, List.of(10, 100, 1000, 5000, 10_000));
        assertThat(TextTable.of(sweep).lines()).hasSize(46)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
        assertThat(TextTable.of(sweep)).containsPattern("^model +idle +ok .* RSS +KiB/idle +CPU\n");
        Run predicted = SampleRun.write(folder, SampleRun.NINE, 100, 5000, 1000, 9);
        Run beside = new Run(null, null, null, predicted.load(), predicted.models().stream()
                .map(model -> model.withIdle(new ModelResult.Idle(10_000, 20, BEFORE))).toList());
        assertThat(TextTable.of(beside).lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
        assertThat(TextTable.of(beside)).contains("predicted");
        assertThat(TextTable.of(predicted)).doesNotContain("idle");
    }

    @Test
    void theTextOfATerminalIsAscii() throws IOException {
        Run run = SampleSweep.write(folder, List.of("select", "a-model-of-an-uncommonly-long-name"), List.of(10, 1000));
        assertThat(TextTable.of(run) + String.join("\n", RunKind.of(run).plainFindings())).contains(" us").matches("\\p{ASCII}*");
        assertThat(RunKind.of(run).findings().getFirst()).contains(" µs");
    }

    private static IdleCost cost(ModelResult result) {
        return IdleCost.of(result, ECHO).orElseThrow();
    }

    private static Run run(ModelResult... results) {
        return new Run(null, null, null, ECHO, List.of(results));
    }

    private static ModelResult result(String model, int idle, double p50, int threads, int mib) {
        return new ModelResult(new ModelResult.Setup(model, null, "tcp", 1, 0), new ModelResult.Counts(1, 2000, 2000, 0, null, 0),
                new ModelResult.Times(new LatencyMs(p50, p50, p50, p50, p50, p50), null, null, 100, 20_000), null, null,
                new ModelResult.Resources(23 + threads, BEFORE + ((long) mib << 20), 1), null)
                .withIdle(idle == 0 ? null : new ModelResult.Idle(idle, 23, BEFORE));
    }
}
