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
        assertThat(Assertion.parse(text, MODELS).misses(run(SINGLE, POOL))).isEmpty();
    }

    @Test
    void anAssertionThatDoesNotHoldIsReportedWithModelAndValue() {
        List<Assertion.Miss> misses = Assertion.parse("p99<3s", MODELS).misses(run(SINGLE, POOL));
        assertThat(missed(misses)).containsExactly("single");
        assertThat(misses.getFirst().line()).contains("p99<3s does not hold", "single", "5005");
    }

    @Test
    void besideIdleClientsAModelIsNamedWithTheirNumberAndItsGrowthIsKnown() {
        Run sweep = run(SINGLE.withIdle(new ModelResult.Idle(10, 16, 49L << 20)),
                result("single", 9000, null, 0, Verdict.NO_PREDICTION).withIdle(new ModelResult.Idle(5000, 16, 49L << 20)));
        Set<String> names = Set.of("single", "single@10", "single@5000");
        assertThat(Assertion.parse("single@5000.max>8s", names).misses(sweep)).isEmpty();
        assertThat(missed(Assertion.parse("single.max>8s", names).misses(sweep))).containsExactly("single@10");
        assertThat(Assertion.parse("single@5000.p50_growth==1", names).misses(sweep)).isEmpty();
    }

    @Test
    void inASweepAModelIsNamedWithItsClientsOrItsRate() {
        LoadSettings clients = new LoadSettings("echo", "closed", 1, 5, 0,
                new LoadSettings.Connections(true, true, 0)).withSchedule(new LoadSettings.Schedule(0, "", 1, 0, 0, 0,
                        new LoadSettings.Sweep(LoadSettings.Sweep.CLIENTS, List.of(1.0, 8.0)), null));
        ModelResult slow = result("single", 9000, null, 0, Verdict.NO_PREDICTION);
        Run run = run(clients, SINGLE.withLevel(1, 0), slow.withLevel(8, 0));
        Set<String> names = Set.of("single", "single@1", "single@8", "single@50");
        assertThat(Assertion.parse("single@8.max>8s", names).misses(run)).isEmpty();
        assertThat(missed(Assertion.parse("single.max>8s", names).misses(run))).containsExactly("single@1");
        assertThat(Assertion.parse("single@50.max>8s", names).misses(run).getFirst().line())
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
            assertThat(Assertion.parse(held, MODELS).misses(run)).as(held).isEmpty();
        }
        assertThat(missed(Assertion.parse("checks.not_sent==0", MODELS).misses(run))).containsExactly("single");
        assertThat(Assertion.parse("uncorrected_ms.p99<1s", MODELS).misses(run).getFirst().line())
                .contains("not known");
    }

    @Test
    void anUnknownMetricDoesNotHold() {
        Run unpredicted = run(result("single", 5005, null, 0, Verdict.NO_PREDICTION));
        assertThat(Assertion.parse("off_percent<=2", MODELS).misses(unpredicted).getFirst().line())
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

    @Test
    void theExitCodeIs4IfTheResultIsInconclusive() {
        Run noisy = run(LoadSettings.UNKNOWN,
                result("single", 9000, 80.0, 0, Verdict.INCONCLUSIVE).withStolen(7.2));
        RunOutcome outcome = outcome(noisy, Assertion.parse("off_percent<=2", MODELS));
        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.reasons()).hasSize(2).last().isEqualTo(
                "inconclusive: 7 % of a core was taken by others in all 3 attempts: single");
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
            assertThat(Assertion.parse(text, MODELS).misses(run)).as(text).isEmpty();
        }
        assertThat(missed(Assertion.parse("delivery.p99<7ms", MODELS).misses(run))).containsExactly("single");
        assertThat(Assertion.parse("login.p99<7s", MODELS).misses(run).getFirst().line()).contains("not known");
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
            assertThat(Assertion.parse(text, names).misses(run(alone, beside))).as(text).isEmpty();
        }
        assertThat(missed(Assertion.parse("p99_growth<2", names).misses(run(alone, beside))))
                .containsExactly("single@slow");
    }

    @Test
    void modelsThatMayFailAreJudgedByAssertionsOnly() {
        Run run = run(SINGLE, POOL);
        assertThat(RunOutcome.of(run, List.of(), Set.of("pool:4")).exitCode()).isZero();
        assertThat(RunOutcome.of(run, List.of(), Set.of("pool:4")).reasons()).as("it is reported all the same").hasSize(1);
        assertThat(RunOutcome.of(run, List.of(), Set.of("single")).exitCode()).isEqualTo(3);
        assertThat(RunOutcome.of(run, List.of(Assertion.parse("pool:4.errors==0", MODELS)), Set.of("pool:4")).exitCode())
                .isEqualTo(3);
    }

    @Test
    void aMissingDeliveryIsAFailure() {
        assertThat(outcome(run(chat(0))).exitCode()).isZero();
        RunOutcome failed = outcome(run(chat(2)));
        assertThat(failed.exitCode()).isEqualTo(3);
        assertThat(failed.reasons()).containsExactly("single: of 12 deliveries 2 missing");
    }

    private static RunOutcome outcome(Run run, Assertion... assertions) {
        return RunOutcome.of(run, List.of(assertions), Set.of());
    }

    private static List<String> missed(List<Assertion.Miss> misses) {
        return misses.stream().map(Assertion.Miss::name).toList();
    }
}
