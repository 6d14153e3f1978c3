package socketlab.core.contract;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** CPU time of the threads of this JVM, from one look to the next. */
final class CpuUsage {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private Map<Long, Long> lastNanos = Map.of();

    /** What the busiest thread has used since the last look; at the first look, all it ever used. */
    Duration busiestThread() {
        Map<Long, Long> nowNanos = new HashMap<>();
        for (long id : threads.getAllThreadIds()) {
            nowNanos.put(id, threads.getThreadCpuTime(id));
        }
        Map<Long, Long> before = lastNanos;
        lastNanos = nowNanos;
        return Duration.ofNanos(nowNanos.entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L)).max().orElse(0));
    }
}
