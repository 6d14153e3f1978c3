package socketlab.lab.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class StealDetectorTest {
    private static final Duration INTERVAL = Duration.ofMillis(100);
    private static final long TICK = 4_000_000;

    @Test
    void interruptsOfAVirtualMachineAreNotStolenTime() {
        assertThat(StealDetector.measure(INTERVAL, clock(65_000, 0)).stolenPercent()).isZero();
    }

    @Test
    void longGapsBetweenInterruptsAreStolenTime() {
        assertThat(StealDetector.measure(INTERVAL, clock(65_000, 3_000_000)).stolenPercent()).isBetween(11.0, 13.0);
    }

    @Test
    void gapsLongerThanAnyInterruptAreStolenTimeEvenIfRegular() {
        assertThat(StealDetector.measure(INTERVAL, clock(400_000, 0)).stolenPercent()).isBetween(9.0, 11.0);
    }

    @Test
    void theLongestGapIsTheLongestStolenSlice() {
        assertThat(StealDetector.measure(INTERVAL, clock(65_000, 3_000_000)).longestGapMs()).isBetween(3.0, 3.1);
        assertThat(StealDetector.measure(INTERVAL, clock(65_000, 0)).longestGapMs()).as("interrupts are none").isZero();
    }

    @Test
    void withoutGapsNothingIsStolen() {
        assertThat(StealDetector.measure(INTERVAL, clock(0, 0)).stolenPercent()).isZero();
    }

    /** A clock read every 0.4 µs, with an interrupt every 4 ms and, after every sixth of them, a stolen slice. */
    private static LongSupplier clock(long interruptNanos, long sliceNanos) {
        return new LongSupplier() {
            private long now;
            private long nextTick = TICK;
            private int ticks;

            @Override
            public long getAsLong() {
                now += 400;
                if (now >= nextTick) {
                    now += interruptNanos + (++ticks % 6 == 0 ? sliceNanos : 0);
                    nextTick += TICK;
                }
                return now;
            }
        };
    }
}
