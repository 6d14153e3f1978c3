package socketlab.lab.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import socketlab.load.plan.Arrivals;
import socketlab.load.plan.Loop;

/** The steps of a load, their loops, and the order in which they are measured. */
class LoadScheduleTest {
    private static LoadSchedule schedule(double rate, String sweep, int repeat) {
        return new LoadSchedule(rate, Arrivals.POISSON, 7, Duration.ZERO, Duration.ofSeconds(1),
                Optional.ofNullable(sweep).map(SweepPlan::parse), repeat, Optional.empty());
    }

    @Test
    void withoutASweepThereIsAStepForEachNumberOfIdleClients() {
        assertThat(schedule(0, null, 1).levels(List.of(), 5)).containsExactly(level(0, 5, 0));
        assertThat(schedule(100, null, 1).levels(List.of(10, 20), 5))
                .containsExactly(level(10, 5, 100), level(20, 5, 100));
    }

    @Test
    void aSweepHasAStepForEachValueAndEachRound() {
        assertThat(schedule(0, "clients=1,2,1k", 1).levels(List.of(), 5))
                .containsExactly(level(0, 1, 0), level(0, 2, 0), level(0, 1000, 0));
        assertThat(schedule(0, "rate=0.5,10k", 2).levels(List.of(3), 5)).containsExactly(level(3, 5, 0.5),
                level(3, 5, 0.5), level(3, 5, 10_000), level(3, 5, 10_000));
    }

    @Test
    void aRateMakesTheLoopOpenAndEachRoundHasItsOwnArrivals() {
        assertThat(schedule(0, null, 1).loop(step(level(0, 5, 0), 1)))
                .isEqualTo(new Loop.Closed(Duration.ofSeconds(1)));
        assertThat(schedule(0, null, 1).loop(step(level(0, 5, 10), 1)))
                .isEqualTo(new Loop.Open(10, Arrivals.POISSON, 7));
        assertThat(schedule(0, null, 1).loop(step(level(0, 5, 10), 3)))
                .isEqualTo(new Loop.Open(10, Arrivals.POISSON, 9));
        assertThat(schedule(0, "rate=1,2", 1).open()).isTrue();
        assertThat(schedule(0, "clients=1,2", 1).open()).isFalse();
    }

    @Test
    void aRoundMeasuresEveryStepOnceInShuffledOrder() {
        LoadSchedule twoRounds = schedule(0, "clients=1,2,3,4", 2);
        List<Integer> numbers = List.of(1, 2, 3, 4, 5, 6, 7, 8);   // a level's repetitions follow each other
        List<Integer> order = twoRounds.inRounds(numbers, number -> number);
        assertThat(order.subList(0, 4)).containsExactlyInAnyOrder(1, 3, 5, 7);
        assertThat(order.subList(4, 8)).containsExactlyInAnyOrder(2, 4, 6, 8);
        assertThat(order).isNotEqualTo(List.of(1, 3, 5, 7, 2, 4, 6, 8));
        assertThat(twoRounds.inRounds(numbers, number -> number)).as("the seed decides").isEqualTo(order);
        assertThat(schedule(0, null, 1).inRounds(numbers, number -> number)).isEqualTo(numbers);
    }

    private static LoadLevel level(int idle, int clients, double ratePerS) {
        return new LoadLevel(idle, clients, ratePerS, false);
    }

    private static RunStep step(LoadLevel level, int round) {
        return new RunStep(level, round, null, 0);
    }
}
