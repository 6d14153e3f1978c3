package socketlab.core.server;

import static socketlab.schedules.Scenario.expect;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import socketlab.schedules.Scenario;

/**
 * The grace period of a client ends while its thread sleeps, is about to, or has gone on to somebody else. A sleep for
 * this client is always cut short, and the interrupt never hits what the thread does next.
 */
public final class GraceSchedule implements Scenario {
    private static final Duration FOR_EVER = Duration.ofHours(1);   // in the time of the schedule

    private final GracePeriod sleeping = new GracePeriod();
    private final GracePeriod leaving = new GracePeriod();
    private final AtomicBoolean cutShort = new AtomicBoolean();

    private void sleep() {
        try {
            sleeping.sleep(FOR_EVER);
        } catch (InterruptedException over) {
            cutShort.set(true);
        }
        expect(false, Thread.currentThread().isInterrupted(), "interrupted after the sleep");
    }

    private void leave() {
        leaving.own();
        leaving.end();
        Thread.yield();
        expect(false, Thread.currentThread().isInterrupted(), "interrupted while it serves somebody else");
    }

    @Override
    public void run() throws InterruptedException {
        Scenario.inParallel(this::sleep, this::leave, () -> {
            leaving.interrupt();
            sleeping.interrupt();
        });
        expect(true, cutShort.get(), "the sleep is cut short");
    }
}
