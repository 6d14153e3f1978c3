package socketlab.lab.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import socketlab.load.plan.Arrivals;
import socketlab.load.plan.Loop;

/** The steps of a run, and how each of them goes on. */
class LoadScheduleTest {
    private static LoadSchedule pacing(double rate, String sweep, int repeat) {
        return new LoadSchedule(rate, Arrivals.POISSON, 7, Duration.ZERO, Duration.ofSeconds(1),
                Optional.ofNullable(sweep).map(SweepPlan::parse), repeat, Optional.empty());
    }

    @Test
    void withoutASweepThereIsAStepForEachNumberOfIdleClients() {
        assertThat(pacing(0, null, 1).levels(List.of(), 5)).containsExactly(level(0, 5, 0));
        assertThat(pacing(100, null, 1).levels(List.of(10, 20), 5))
                .containsExactly(level(10, 5, 100), level(20, 5, 100));
    }

    @Test
    void aSweepHasAStepForEachValueAndEachRepeat() {
        assertThat(pacing(0, "clients=1,2,1k", 1).levels(List.of(), 5))
                .containsExactly(level(0, 1, 0), level(0, 2, 0), level(0, 1000, 0));
        assertThat(pacing(0, "rate=0.5,10k", 2).levels(List.of(3), 5)).containsExactly(level(3, 5, 0.5),
                level(3, 5, 0.5), level(3, 5, 10_000), level(3, 5, 10_000));
    }

    @Test
    void aRateMakesTheLoopOpenAndEachRoundHasMomentsOfItsOwn() {
        assertThat(pacing(0, null, 1).loop(step(level(0, 5, 0), 1)))
                .isEqualTo(new Loop.Closed(Duration.ofSeconds(1)));
        assertThat(pacing(0, null, 1).loop(step(level(0, 5, 10), 1)))
                .isEqualTo(new Loop.Open(10, Arrivals.POISSON, 7));
        assertThat(pacing(0, null, 1).loop(step(level(0, 5, 10), 3)))
                .isEqualTo(new Loop.Open(10, Arrivals.POISSON, 9));
        assertThat(pacing(0, "rate=1,2", 1).open()).isTrue();
        assertThat(pacing(0, "clients=1,2", 1).open()).isFalse();
    }

    private static LoadLevel level(int idle, int clients, double ratePerS) {
        return new LoadLevel(idle, clients, ratePerS, false);
    }

    private static RunStep step(LoadLevel level, int round) {
        return new RunStep(level, round, null, 0);
    }
}
