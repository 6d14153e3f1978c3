package socketlab.udp;

import java.time.Duration;
import java.util.function.Supplier;
import socketlab.core.Next;
import socketlab.core.Next.Compute;
import socketlab.select.EventLoop;
import socketlab.select.Resume;
import socketlab.select.Timers;
import socketlab.select.Workers;

/** What the peers of an event loop share: who wakes them, and when. On the loop thread. */
record Loop(EventLoop events, Workers workers, Behind behind, boolean inlineCompute) {

    Timers.Timer after(Duration time, Runnable action) {
        return events.after(time, action);
    }

    void sleep(Duration time, Supplier<Next> then, Resume resume) {
        events.after(time, () -> resume.with(then::get));
    }

    void compute(Compute<?> work, Resume resume) {
        if (inlineCompute) {
            events.execute(() -> resume.with(work::inline));   // and everybody waits
        } else {
            workers.run(work, resume);
        }
    }
}
