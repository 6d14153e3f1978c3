package socketlab.select;

import static socketlab.schedules.Scenario.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import socketlab.schedules.Scenario;

/**
 * Two threads submit tasks to an event loop that waits whenever it has nothing to do. Every task runs, on the loop's
 * thread, once and in its sender's order; a wake-up that is lost is a deadlock.
 */
public final class WakeUpSchedule implements Scenario {
    private final FakeSelector selector = new FakeSelector();
    private final Thread loop = Thread.ofPlatform().unstarted(() -> Scenario.runUninterrupted(this::loop));
    private final TaskQueue tasks = new TaskQueue(loop, selector::wakeup);
    private final List<String> ran = new ArrayList<>();   // only the loop touches it
    private int waits;
    private boolean stopped;

    /** A selector without channels: a wake-up ends the current wait, or the next one (see {@code Selector.wakeup}). */
    private static final class FakeSelector {
        private boolean wokenUp;
        private int wakeups;

        synchronized void select() throws InterruptedException {
            while (!wokenUp) {
                wait();
            }
            wokenUp = false;
        }

        synchronized void wakeup() {
            wokenUp = true;
            wakeups++;
            notifyAll();
        }
    }

    /** As in {@code EventLoop}, without channels and timers. */
    private void loop() throws InterruptedException {
        while (!stopped) {
            if (tasks.mayBlock()) {
                waits++;
                selector.select();
            }
            tasks.unblock();
            tasks.takeAll().forEach(Runnable::run);
        }
    }

    private void submit(String name) {
        tasks.execute(() -> {
            expect(loop, Thread.currentThread(), "the thread of " + name);
            ran.add(name);
        });
    }

    @Override
    public void run() throws InterruptedException {
        loop.start();
        Scenario.inParallel(
                () -> Stream.of("a1", "a2").forEach(this::submit),
                () -> tasks.execute(() -> submit("b1, which a task on the loop has submitted")));
        tasks.execute(() -> submit("last"));
        tasks.execute(() -> tasks.execute(() -> stopped = true));
        loop.join();
        expect(4, ran.size(), "tasks that ran, of four: " + ran);
        expect(List.of("a1", "a2", "last"), ran.stream().filter(name -> !name.startsWith("b1")).toList(), "the order");
        expect(true, selector.wakeups <= waits, "no more wake-ups than waits");
    }
}
