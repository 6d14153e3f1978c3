package socketlab.services.simple;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import socketlab.core.Next.Compute;
import socketlab.core.Next.Sleep;
import socketlab.core.Next;
import socketlab.core.ServiceOptions.Work;
import socketlab.core.ServiceOptions;

/** What comes between a request and its answer: time that passes, or work for a core; now and then more of it. */
final class SimulatedWork {
    private final Duration usual;
    private final Work work;
    private final AtomicLong requests = new AtomicLong();

    SimulatedWork(ServiceOptions options) {
        this.usual = options.delay();
        this.work = options.work();
        if (work.cpu()) {
            CpuWork.nanosEach();   // measured now, for it is in nobody's latency yet
        }
    }

    /** Every request is answered at once. */
    boolean isNone() {
        return usual.isZero() && work.slow().isEmpty();
    }

    /** Any thread, several at once: what is slow is decided by the order in which requests get here. */
    Next then(Supplier<Next> answer) {
        Duration time = time(requests.incrementAndGet());
        if (!work.cpu()) {
            return new Sleep(time, answer);
        }
        return time.isZero() ? answer.get() : new Compute<>(() -> CpuWork.of(time), _ -> answer.get());
    }

    private Duration time(long request) {
        return work.slow().filter(slow -> request % slow.oneIn() == 0).map(Work.Slow::time).orElse(usual);
    }
}
