package socketlab.lab.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketlab.lab.plan.LoadLevel;
import socketlab.results.ChatResult;
import socketlab.results.LatencyMs;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;
import socketlab.results.Predicted;
import socketlab.results.Run;
import socketlab.results.SelfChecks;
import socketlab.results.Verdict;
import socketlab.results.statistics.Noise;

/** Assertions about a run, and the exit code that follows from them. */
class AssertionTest {
    private static final Set<String> MODELS = Set.of("single", "pool:4");

    private static ModelResult result(String model, double maxMs, Double off, int failed, Verdict verdict) {
        Map<String, Integer> errors = failed > 0 ? Map.of("timeout", failed) : Map.of();
        return new ModelResult(new ModelResult.Setup(model, 1, "tcp", 0, 0),
                new ModelResult.Counts(1, 5, 5 - failed, failed, errors, 0),
                new ModelResult.Times(new LatencyMs(1000, 3000, 3000, maxMs, maxMs, maxMs), null, null, maxMs, 1),
                new ModelResult.Assessment(new Predicted(5000, 3000, 3000), off, verdict), null,
                new ModelResult.Resources(17, 50L << 20, 10), null);
    }

    private static Run run(ModelResult... results) {
        return run(null, results);
    }

    private static Run run(LoadSettings load, ModelResult... results) {
        return new Run(new Run.Origin("./lab run", "2026-01-01T00:00:00Z", "results/x"), null, null, load, List.of(results));
    }

    private static final ModelResult SINGLE = result("single", 5005, 0.1, 0, Verdict.AS_PREDICTED);
    private static final ModelResult POOL = result("pool:4", 2005, 0.25, 1, Verdict.AS_PREDICTED);

    @ParameterizedTest
    @ValueSource(strings = {"off_percent<=2", "single.p99<6s", "single.max>5s", "pool:4.latency_ms.max <= 2005",
        "p50==3s", "single.errors==0", "pool:4.errors.timeout==1", "single.errors.timeout==0", "rss_peak_bytes<=50MiB",
        "threads_peak!=3", "off_percent<1%", "predicted.p50_ms==3s", "reconnected==0"})
    void anAssertionThatHoldsIsNotReported(String text) {
        assertThat(Assertion.parse(text, MODELS).misses(run(SINGLE, POOL), false)).isEmpty();
    }

    @Test
    void aServerThatCrashedIsExitCode3WhateverIsAllowedOrHolds() {
        ModelResult crashed = SINGLE.withCrash("the server was killed by signal 9");
        List<Assertion> holds = List.of(Assertion.parse("single.errors==0", MODELS));
        RunOutcome outcome = new Judge(holds, Set.of("single"), true).outcome(run(crashed));
        assertThat(outcome.exitCode()).isEqualTo(RunOutcome.FAILED);
        assertThat(outcome.reasons()).containsExactly("single: the server was killed by signal 9");
    }

    @Test
    void anAssertionThatDoesNotHoldIsReportedWithModelAndValue() {
        List<Assertion.Miss> misses = Assertion.parse("p99<3s", MODELS).misses(run(SINGLE, POOL), false);
        assertThat(missed(misses)).containsExactly("single");
        assertThat(misses.getFirst().line()).contains("p99<3s does not hold", "single", "5005");
    }

    @Test
    void besideIdleClientsAModelIsNamedWithTheirNumberAndItsGrowthIsKnown() {
        Run sweep = run(SINGLE.withIdle(new ModelResult.Idle(10, 16, 49L << 20)),
                result("single", 9000, null, 0, Verdict.NO_PREDICTION).withIdle(new ModelResult.Idle(5000, 16, 49L << 20)));
        Set<String> names = Set.of("single", "single@10", "single@5000");
        assertThat(Assertion.parse("single@5000.max>8s", names).misses(sweep, false)).isEmpty();
        assertThat(missed(Assertion.parse("single.max>8s", names).misses(sweep, false))).containsExactly("single@10");
        assertThat(Assertion.parse("single@5000.p50_growth==1", names).misses(sweep, false)).isEmpty();
    }

    @Test
    void inASweepAModelIsNamedWithItsClientsOrItsRate() {
        LoadSettings clients = new LoadSettings("echo", "closed", 1, 5, 0,
                new LoadSettings.Connections(true, true, 0)).withSchedule(new LoadSettings.Schedule(0, "", 1, 0, 0, 0,
                        new LoadSettings.Sweep(LoadSettings.Sweep.CLIENTS, List.of(1.0, 8.0)), null));
        ModelResult slow = result("single", 9000, null, 0, Verdict.NO_PREDICTION);
        Run run = run(clients, SINGLE.withLevel(1, 0), slow.withLevel(8, 0));
        Set<String> names = Set.of("single", "single@1", "single@8", "single@50");
        assertThat(Assertion.parse("single@8.max>8s", names).misses(run, false)).isEmpty();
        assertThat(missed(Assertion.parse("single.max>8s", names).misses(run, false))).containsExactly("single@1");
        assertThat(Assertion.parse("single@50.max>8s", names).misses(run, false).getFirst().line())
                .contains("was not measured");
        assertThat(new LoadLevel(0, 5, 2500, false).name("single", "rate")).isEqualTo("single@2500");
        assertThat(new LoadLevel(0, 5, 0.5, false).name("single", "rate")).isEqualTo("single@0.5");
    }

    @Test
    void theChecksOfTheClientCanBeAsserted() {
        Run run = run(SINGLE.withChecks(new SelfChecks(2.5, 0.03, new SelfChecks.Sending(1000, 990, 7, 5, 3, 1), 42)));
        for (String held : List.of("checks.little_off_percent<=5", "checks.noise_floor_ms<=30us", "checks.not_sent==7",
                "checks.sent_late==5", "checks.missed==3", "checks.in_flight_at_end==1", "checks.client_cpu_percent<50%",
                "checks.achieved_per_s>=990", "checks.target_per_s==1k", "clients==0", "rate_per_s==0")) {
            assertThat(Assertion.parse(held, MODELS).misses(run, false)).as(held).isEmpty();
        }
        assertThat(missed(Assertion.parse("checks.not_sent==0", MODELS).misses(run, false))).containsExactly("single");
        assertThat(Assertion.parse("uncorrected_ms.p99<1s", MODELS).misses(run, false).getFirst().line())
                .contains("not known");
    }

    @Test
    void anUnknownMetricDoesNotHold() {
        Run unpredicted = run(result("single", 5005, null, 0, Verdict.NO_PREDICTION));
        assertThat(Assertion.parse("off_percent<=2", MODELS).misses(unpredicted, false).getFirst().line())
                .contains("not known");
    }

    @Test
    void theExitCodeIs0IfEveryRequestSucceedsAndEveryAssertionHolds() {
        assertThat(outcome(run(SINGLE), Assertion.parse("off_percent<=2", MODELS)).exitCode()).isZero();
    }

    @Test
    void theExitCodeIs3IfARequestFailsOrAnAssertionDoesNotHold() {
        assertThat(outcome(run(SINGLE, POOL)).exitCode()).isEqualTo(3);
        assertThat(outcome(run(SINGLE), Assertion.parse("max<1s", MODELS)).exitCode()).isEqualTo(3);
    }

    private static final Set<String> HELD_IN_SPITE_OF_NOISE = Set.of("errors==0", "threads_peak==17", "rss_peak_bytes==50MiB",
            "requests==5", "max<=6s", "max>4.8s", "max>=5s", "p50<5s", "p50>=3s", "throughput_per_s>=1", "off_percent<=2",
            "predicted.max_ms==5s");
    private static final Set<String> MISSED_IN_SPITE_OF_NOISE = Set.of("errors>0", "threads_peak==18", "max<=4.8s", "p50<2s",
            "throughput_per_s>2", "requests!=5");

    /** 20 % of a core, and 100 ms at a time. */
    private static ModelResult noisy(ModelResult result) {
        return result.withStolen(20, 100);
    }

    @Test
    void anAssertionIsInconclusiveOnlyWhereNoiseCanHaveTurnedIt() {
        Run run = run(noisy(SINGLE));
        for (String text : HELD_IN_SPITE_OF_NOISE) {
            assertThat(Assertion.parse(text, MODELS).misses(run, false)).as(text).isEmpty();
        }
        for (String text : MISSED_IN_SPITE_OF_NOISE) {
            assertThat(Assertion.parse(text, MODELS).misses(run, false)).as(text).singleElement()
                    .matches(miss -> !miss.inconclusive());
        }
        for (String text : List.of("max<=5002ms", "max>=5002ms", "p99<=4950ms",
                "throughput_per_s<=1", "throughput_per_s>=1.1")) {
            assertThat(Assertion.parse(text, MODELS).misses(run, false)).as(text).singleElement()
                    .matches(Assertion.Miss::inconclusive);
            assertThat(Assertion.parse(text, MODELS).misses(run, true)).as("accepted: " + text)
                    .allMatch(miss -> !miss.inconclusive());
        }
        assertThat(Assertion.parse("max<=5002ms", MODELS).misses(run, false).getFirst().line()).isEqualTo(
                "max<=5002ms is inconclusive: latency_ms.max of single is 5005, and without noise 5000 to 5005");
    }

    @Test
    void noGapMakesAPercentileShorterThanThePredictedMedian() {
        Run run = run(SINGLE.withStolen(20, 60_000));
        assertThat(Assertion.parse("p99>=3s", MODELS).misses(run, false)).isEmpty();
        assertThat(Assertion.parse("p99<3s", MODELS).misses(run, false)).singleElement().matches(miss -> !miss.inconclusive());
        assertThat(Assertion.parse("p99<4s", MODELS).misses(run, false)).singleElement().matches(Assertion.Miss::inconclusive);
    }

    @Test
    void theGrowthOfTwoResultsHasTheNoiseOfBoth() {
        Run sweep = run(noisy(SINGLE).withIdle(new ModelResult.Idle(10, 16, 49L << 20)),
                noisy(SINGLE).withIdle(new ModelResult.Idle(5000, 16, 49L << 20)));
        Set<String> names = Set.of("single", "single@10", "single@5000");
        assertThat(Assertion.parse("single@5000.p50_growth<=2", names).misses(sweep, false)).isEmpty();
        assertThat(Assertion.parse("single@5000.p50_growth<=1.2", names).misses(sweep, false)).singleElement()
                .matches(Assertion.Miss::inconclusive);
    }

    @Test
    void theExitCodeIs4IfNoiseCanHaveTurnedWhatIsJudged() {
        Run noisy = run(LoadSettings.UNKNOWN, noisy(SINGLE));
        RunOutcome outcome = outcome(noisy, Assertion.parse("max<5002ms", MODELS), Assertion.parse("errors==0", MODELS));
        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.reasons()).hasSize(2).last().asString().startsWith(
                "inconclusive: single: others took 20 % of a core, up to 100.0 ms at a time in all 3 attempts")
                .endsWith("Close other programs and run again, or judge all the same: --accept-noise");
        assertThat(outcome(noisy, Assertion.parse("errors==0", MODELS)).exitCode()).as("counts are judged").isZero();
        assertThat(outcome(noisy, Assertion.parse("max<5002ms", MODELS), Assertion.parse("max<1s", MODELS)).exitCode())
                .as("what surely fails comes first").isEqualTo(3);
        assertThat(new Judge(List.of(Assertion.parse("max<5002ms", MODELS)), Set.of(), true).outcome(noisy).exitCode())
                .as("noise accepted").isEqualTo(3);
    }

    @Test
    void withoutAssertionsThePredictionsAreJudged() {
        Run inconclusive = run(LoadSettings.UNKNOWN, result("single", 9000, 80.0, 0, Verdict.INCONCLUSIVE));
        assertThat(outcome(inconclusive).exitCode()).isEqualTo(4);
        assertThat(outcome(inconclusive, Assertion.parse("errors==0", MODELS)).exitCode()).isZero();
        assertThat(outcome(run(result("single", 9000, 80.0, 0, Verdict.OFF))).exitCode()).as("missed, but not asserted").isZero();
    }

    private static final LoadSettings BURST = new LoadSettings("sleep", "closed", 5, 5, 1000,
            new LoadSettings.Connections(true, false, 0));

    private static Verdict judged(double maxMs, Verdict verdict, LoadSettings load, Noise noise) {
        return new Judge(List.of(), Set.of(), false).judged(result("single", maxMs, 1.0, 0, verdict), load, noise).verdict();
    }

    @Test
    void aVerdictIsInconclusiveOnlyWhereNoiseCanHaveTurnedIt() {
        Noise gap = new Noise(30, 60);
        assertThat(judged(5120, Verdict.OFF, BURST, gap)).as("5.06 s without the gap").isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judged(5250, Verdict.OFF, BURST, gap)).as("5 % slower, whatever the gap").isEqualTo(Verdict.OFF);
        assertThat(judged(4800, Verdict.OFF, BURST, gap)).as("noise makes nothing faster").isEqualTo(Verdict.OFF);
        assertThat(judged(5001, Verdict.AS_PREDICTED, BURST, gap)).isEqualTo(Verdict.AS_PREDICTED);
        assertThat(judged(5120, Verdict.OFF, BURST, Noise.NONE)).isEqualTo(Verdict.OFF);
        LoadSettings stream = new LoadSettings("sleep", "closed", 5, 500, 1000, new LoadSettings.Connections(true, false, 0));
        assertThat(judged(9000, Verdict.OFF, stream, new Noise(3, 900))).as("p50 of 3 s, predicted 3 s: no gap moves it")
                .isEqualTo(Verdict.OFF);
        assertThat(new Judge(List.of(), Set.of(), true).judged(result("single", 5120, 2.4, 0, Verdict.OFF), BURST, gap)
                .verdict()).as("noise accepted").isEqualTo(Verdict.OFF);
    }

    @Test
    void aModelIsMeasuredAgainOnlyWhereThatCanTellMore() {
        Judge counts = new Judge(List.of(Assertion.parse("errors==0", MODELS)), Set.of(), false);
        Judge times = new Judge(List.of(Assertion.parse("max<5002ms", MODELS), Assertion.parse("pool:4.max<1s", MODELS)), Set
                .of(),
                false);
        assertThat(counts.inconclusive(run(noisy(SINGLE)))).isFalse();
        assertThat(times.inconclusive(run(noisy(SINGLE)))).isTrue();
        assertThat(times.inconclusive(run(SINGLE))).isFalse();
        assertThat(new Judge(List.of(), Set.of(), false).inconclusive(run(result("single", 9000, 80.0, 0,
                Verdict.INCONCLUSIVE)))).isTrue();
        assertThat(times.held(run(noisy(POOL)))).as("2.0 s is below 5 s, and above 1 s").containsExactly("max<5002ms");
        assertThat(counts.held(run(noisy(SINGLE)))).containsExactly("errors==0");
    }

    @Test
    void aFailedRequestIsExitCode3EvenIfTheResultIsInconclusive() {
        Run failed = run(LoadSettings.UNKNOWN, result("single", 9000, 80.0, 2, Verdict.INCONCLUSIVE));
        assertThat(outcome(failed).exitCode()).isEqualTo(3);
    }

    private static ModelResult chat(long missing) {
        return SINGLE.withChat(new ChatResult(new ChatResult.Room("talk", 3, 3, 64),
                new ChatResult.Deliveries(12, 12 - missing, missing, 0, 0, 0), new LatencyMs(1, 2, 2, 3, 7, 9), 100, null, null,
                null));
    }

    @Test
    void theMetricsOfAChatHaveShortNames() {
        Run run = run(chat(0));
        for (String text : List.of("deliveries==12", "deliveries_missing==0", "single.out_of_order==0",
                "delivery.p99<=7ms", "single.delivery.max<10ms", "chat.delivery_ms.p50==2")) {
            assertThat(Assertion.parse(text, MODELS).misses(run, false)).as(text).isEmpty();
        }
        assertThat(missed(Assertion.parse("delivery.p99<7ms", MODELS).misses(run, false))).containsExactly("single");
        assertThat(Assertion.parse("login.p99<7s", MODELS).misses(run, false).getFirst().line()).contains("not known");
    }

    @Test
    void besideASlowReaderAModelHasItsOwnNameAndTheGrowthOfItsP99IsKnown() {
        ModelResult alone = chat(0);
        ChatResult chat = alone.chat();
        ModelResult beside = alone.withChat(chat.withSlowReader(new ChatResult.SlowReader(true, 12.0),
                new LatencyMs(1, 2, 2, 3, 14, 20)));
        Set<String> names = Set.of("single", "single@slow");
        assertThat(chat.deliveryMs().p99()).isEqualTo(7);
        for (String text : List.of("p99_growth<=2", "single@slow.p99_growth==2", "single@slow.slow_reader.dropped==1",
                "single@slow.delivery.p99==14ms")) {
            assertThat(Assertion.parse(text, names).misses(run(alone, beside), false)).as(text).isEmpty();
        }
        assertThat(missed(Assertion.parse("p99_growth<2", names).misses(run(alone, beside), false)))
                .containsExactly("single@slow");
    }

    @Test
    void modelsThatMayFailAreJudgedByAssertionsOnly() {
        Run run = run(SINGLE, POOL);
        assertThat(allowing("pool:4").outcome(run).exitCode()).isZero();
        assertThat(allowing("pool:4").outcome(run).reasons()).as("it is reported all the same").hasSize(1);
        assertThat(allowing("single").outcome(run).exitCode()).isEqualTo(3);
        assertThat(allowing("pool:4", Assertion.parse("pool:4.errors==0", MODELS)).outcome(run).exitCode()).isEqualTo(3);
    }

    @Test
    void aMissingDeliveryIsAFailure() {
        assertThat(outcome(run(chat(0))).exitCode()).isZero();
        RunOutcome failed = outcome(run(chat(2)));
        assertThat(failed.exitCode()).isEqualTo(3);
        assertThat(failed.reasons()).containsExactly("single: of 12 deliveries 2 missing");
    }

    private static RunOutcome outcome(Run run, Assertion... assertions) {
        return new Judge(List.of(assertions), Set.of(), false).outcome(run);
    }

    private static Judge allowing(String model, Assertion... assertions) {
        return new Judge(List.of(assertions), Set.of(model), false);
    }

    private static List<String> missed(List<Assertion.Miss> misses) {
        return misses.stream().map(Assertion.Miss::name).toList();
    }
}
