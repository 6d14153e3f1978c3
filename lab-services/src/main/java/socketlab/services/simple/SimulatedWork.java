package socketlab.services.simple;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import socketlab.core.Next.Compute;
import socketlab.core.Next.Sleep;
import socketlab.core.Next;
import socketlab.core.ServiceOptions.Work;
import socketlab.core.ServiceOptions;

/** The service time of a request: a sleep or CPU work; every Nth request may take longer ({@code --slow}). */
final class SimulatedWork {
    private final Duration delay;
    private final Work work;
    private final AtomicLong requests = new AtomicLong();

    SimulatedWork(ServiceOptions options) {
        this.delay = options.delay();
        this.work = options.work();
        if (work.cpu()) {
            CpuWork.nanosPerUnit();   // measures now, before the first request, so that no latency contains it
        }
    }

    /** True when every request is answered at once. */
    boolean isNone() {
        return delay.isZero() && work.slow().isEmpty();
    }

    /**
     * The step that does the work of one request and then asks {@code reply} what comes next. Any thread, several at
     * once: the order of the calls decides which requests are slow.
     */
    Next thenReply(Supplier<Next> reply) {
        Duration time = serviceTime(requests.incrementAndGet());
        if (!work.cpu()) {
            return new Sleep(time, reply);
        }
        return time.isZero() ? reply.get() : new Compute<>(() -> CpuWork.run(time), _ -> reply.get());
    }

    private Duration serviceTime(long request) {
        return work.slow().filter(slow -> request % slow.oneIn() == 0).map(Work.Slow::time).orElse(delay);
    }
}
