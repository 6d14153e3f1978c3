package socketlab.core.service;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import socketlab.core.Next;
import socketlab.core.Next.Compute;
import socketlab.core.Next.Sleep;
import socketlab.core.ServiceOptions;
import socketlab.core.ServiceOptions.Work;

/** What comes between a request and its answer: time that passes, or work for a core; now and then more of it. */
final class Duty {
    private final Duration usual;
    private final Work work;
    private final AtomicLong requests = new AtomicLong();

    Duty(ServiceOptions options) {
        this.usual = options.delay();
        this.work = options.work();
        if (work.cpu()) {
            Labour.nanosEach();   // measured now, for it is in nobody's latency yet
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
        return time.isZero() ? answer.get() : new Compute<>(() -> Labour.of(time), _ -> answer.get());
    }

    private Duration time(long request) {
        return work.slow().filter(slow -> request % slow.oneIn() == 0).map(Work.Slow::time).orElse(usual);
    }
}
