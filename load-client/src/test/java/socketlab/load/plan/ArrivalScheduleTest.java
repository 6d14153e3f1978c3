package socketlab.load.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** The arrival times of an open loop, as values. */
class ArrivalScheduleTest {
    private static final long SECOND = 1_000_000_000;
    private static final long ENDLESS = Long.MAX_VALUE;

    private static long[] arrivalTimes(Arrivals arrivals, double perSecond, long seed, long endNanos, long limit) {
        ArrivalSchedule schedule = new ArrivalSchedule(new Loop.Open(perSecond, arrivals, seed), endNanos, limit);
        long[] times = new long[200_000];
        int count = 0;
        while (count < times.length && schedule.hasNext()) {
            assertThat(schedule.peek()).isEqualTo(schedule.peek());
            times[count++] = schedule.next();
        }
        return Arrays.copyOf(times, count);
    }

    @Test
    void uniformArrivalsHaveEqualDistancesAndDoNotDrift() {
        assertThat(arrivalTimes(Arrivals.UNIFORM, 4, 1, 2 * SECOND, ENDLESS)).containsExactly(0, 250_000_000, 500_000_000,
                750_000_000, 1_000_000_000, 1_250_000_000, 1_500_000_000, 1_750_000_000);
        long[] thirds = arrivalTimes(Arrivals.UNIFORM, 3, 1, ENDLESS, 150_001);
        assertThat(thirds[150_000]).isEqualTo(50_000 * SECOND);
    }

    @Test
    void theScheduleEndsWithTheDurationOrTheNumberOfRequests() {
        assertThat(arrivalTimes(Arrivals.UNIFORM, 1000, 1, 10 * SECOND, ENDLESS)).hasSize(10_000);
        assertThat(arrivalTimes(Arrivals.UNIFORM, 1000, 1, ENDLESS, 7)).hasSize(7);
        assertThat(Arrays.stream(arrivalTimes(Arrivals.POISSON, 1000, 1, SECOND, ENDLESS)).max().orElseThrow())
                .isLessThan(SECOND);
        ArrivalSchedule none = new ArrivalSchedule(new Loop.Open(1, Arrivals.UNIFORM, 1), SECOND, 0);
        assertThat(none.hasNext()).isFalse();
        assertThatThrownBy(none::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void poissonArrivalsHaveTheRequestedMeanRate() {
        long[] arrivals = arrivalTimes(Arrivals.POISSON, 500, 7, ENDLESS, 200_000);
        assertThat(arrivals).isSorted();
        assertThat(200_000.0 * SECOND / arrivals[199_999]).isCloseTo(500, within(5.0));
    }

    @Test
    void poissonDistancesAreExponentialAndIndependent() {
        long[] arrivals = arrivalTimes(Arrivals.POISSON, 1000, 3, ENDLESS, 100_000);
        double[] gaps = new double[arrivals.length - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = (arrivals[i + 1] - arrivals[i]) / 1e6;   // the mean is 1
        }
        for (double t : new double[] {0.1, 0.5, 1, 2, 4}) {
            double beyond = Arrays.stream(gaps).filter(gap -> gap > t).count() / (double) gaps.length;
            assertThat(beyond).as("longer than %s", t).isCloseTo(Math.exp(-t), within(0.01));
        }
        double square = Arrays.stream(gaps).map(gap -> gap * gap).average().orElseThrow();
        assertThat(square).as("the variance of exponential distances is the square of their mean, and that is 1")
                .isCloseTo(2, within(0.1));
        double neighbours = 0;
        for (int i = 1; i < gaps.length; i++) {
            neighbours += (gaps[i] - 1) * (gaps[i - 1] - 1) / gaps.length;
        }
        assertThat(neighbours).as("correlation of neighbouring distances").isCloseTo(0, within(0.02));
    }

    @Test
    void theSameSeedMakesTheSameArrivalsAndAnotherSeedMakesOthers() {
        assertThat(arrivalTimes(Arrivals.POISSON, 10, 5, ENDLESS, 100))
                .isEqualTo(arrivalTimes(Arrivals.POISSON, 10, 5, ENDLESS, 100))
                .isNotEqualTo(arrivalTimes(Arrivals.POISSON, 10, 6, ENDLESS, 100));
    }

    @Test
    void aRateOutOfRangeIsRefused() {
        for (double rate : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e8}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Loop.Open(rate, Arrivals.UNIFORM, 1))
                    .withMessageContaining("the rate must be more than 0");
        }
    }
}
