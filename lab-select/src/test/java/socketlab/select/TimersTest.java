package socketlab.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Timers on a clock that moves when it is told to. */
class TimersTest {
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 50);   // passes the end of the range on the way
    private final Timers timers = new Timers(clock::get);
    private final List<String> happened = new ArrayList<>();

    private Timers.Timer after(long nanos, String what) {
        return timers.after(nanos, () -> happened.add(what));
    }

    private void pass(long nanos) {
        clock.addAndGet(nanos);
        timers.runDue(Runnable::run);
    }

    @Test
    void nothingRunsEarlyAndWhatIsDueRunsOnce() {
        after(100, "a");
        pass(99);
        assertThat(happened).isEmpty();
        pass(1);
        pass(1000);
        assertThat(happened).containsExactly("a");
    }

    @Test
    void whatIsDueTogetherRunsInOneBatchTheEarliestFirst() {
        after(30, "c");
        after(10, "a");
        after(20, "b");
        after(99, "not yet");
        pass(50);
        assertThat(happened).containsExactly("a", "b", "c");
        assertThat(timers.nanosToNext()).isEqualTo(49);
    }

    @Test
    void timersForTheSameMomentRunInTheOrderOfAdding() {
        List<String> names = IntStream.range(0, 1000).mapToObj(i -> "n" + i).toList();
        names.forEach(name -> after(10, name));
        pass(10);
        assertThat(happened).isEqualTo(names);
    }

    @Test
    void aCancelledTimerNeverRunsEvenWhenAnEarlierOneOfItsBatchCancelsIt() {
        Timers.Timer second = after(20, "second");
        timers.after(10, second::cancel);
        after(30, "third");
        pass(100);
        second.cancel();
        assertThat(happened).containsExactly("third");
    }

    @Test
    void whatATimerAddsAtOnceWaitsForTheNextBatch() {
        timers.after(0, () -> after(0, "again"));
        pass(0);
        assertThat(happened).isEmpty();
        pass(0);
        assertThat(happened).containsExactly("again");
    }

    @Test
    void withNothingToWaitForTheNextIsNever() {
        assertThat(timers.nanosToNext()).isEqualTo(Timers.NEVER);
        after(10, "a").cancel();
        assertThat(timers.nanosToNext()).isEqualTo(Timers.NEVER);
    }

    @Test
    void longerThanTheClockCanCountIsFarAwayAndNotInThePast() {
        after(Long.MAX_VALUE, "in 292 years");
        after(-5, "late already");
        pass(0);
        assertThat(happened).containsExactly("late already");
        assertThat(timers.nanosToNext()).isPositive();
    }

    @Test
    void anExceptionInOneLeavesTheOthers() {
        List<Runnable> run = new ArrayList<>();
        after(1, "a");
        after(2, "b");
        clock.addAndGet(5);
        timers.runDue(run::add);
        assertThat(run).hasSize(2);
        assertThat(timers.nanosToNext()).isEqualTo(Timers.NEVER);
    }

    @Test
    void amongManyAddedAndCancelledAtRandomExactlyTheRightOnesRunInOrder() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<long[]> expected = new ArrayList<>();
        List<Long> seen = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            long due = random.nextInt(1000);
            long number = i;
            Timers.Timer timer = timers.after(due, () -> seen.add(number));
            if (random.nextInt(3) > 0) {
                timer.cancel();
            } else {
                expected.add(new long[] {due, number});
            }
        }
        pass(1000);
        expected.sort((a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]));
        assertThat(seen).as("seed " + seed).isEqualTo(expected.stream().map(pair -> pair[1]).toList());
    }
}
