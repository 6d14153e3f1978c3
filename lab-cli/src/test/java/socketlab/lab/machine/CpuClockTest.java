package socketlab.lab.machine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class CpuClockTest {
    private static final double TICK_MS = 10;
    private static final double TWO_TICKS_MS = 2 * TICK_MS;   // the JVM's own figure is in ticks

    private final OperatingSystemMXBean jvm = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "a process has a CPU clock of its own on Linux")
    void theClockIsTheProcesssCpuTimeAndFinerThanATick() {
        CpuClock clock = new CpuClock(Machine.process(ProcessHandle.current().pid()));
        double before = jvm.getProcessCpuTime() / 1e6;
        double first = clock.millis();
        double second = first;
        while (second == first) {
            second = clock.millis();
        }
        assertThat(second - first).isPositive();
        assertThat(first).isGreaterThan(before - TWO_TICKS_MS);
        assertThat(second).isLessThan(jvm.getProcessCpuTime() / 1e6 + TWO_TICKS_MS);
        assertThat(Math.rint(first / TICK_MS) * TICK_MS).as("not a whole number of ticks").isNotEqualTo(first);
    }

    @Test
    void aProcessThatHasEndedKeepsWhatWasLastSeenOfIt() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        CpuClock clock = new CpuClock(Machine.process(process.pid()));
        assertThat(clock.millis()).isNotNegative();
        process.destroyForcibly().waitFor();
        assertThat(clock.millis()).isNotNegative();
    }
}
