package socketlab.lab.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What a thread waited for while a load lasted, and whose fault it can have been. */
class HiccupMeterTest {
    private static HiccupMeter over(Duration time) {
        HiccupMeter meter = new HiccupMeter();
        meter.begin();
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        meter.end();
        return meter;
    }

    @Test
    void aHiccupIsNotBlamedOnOthersWhereOurOwnProcessesWereBusy() {
        assertThat(over(Duration.ofMillis(50)).longestMs(1e6)).isZero();
    }

    @Test
    void noHiccupIsLongerThanTheLoadAndItsEndCountsOnce() {
        long before = System.nanoTime();
        HiccupMeter meter = over(Duration.ofMillis(50));
        double ms = meter.longestMs(0);
        assertThat(ms).isBetween(0.0, (System.nanoTime() - before) / 1e6);
        meter.end();
        assertThat(meter.longestMs(1e6)).isZero();
    }
}
