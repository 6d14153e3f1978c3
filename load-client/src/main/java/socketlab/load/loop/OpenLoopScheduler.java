package socketlab.load.loop;

import java.util.ArrayDeque;
import java.util.Queue;
import socketlab.load.log.LoadCounters;
import socketlab.load.net.LoadContext;
import socketlab.load.plan.ArrivalSchedule;
import socketlab.load.plan.Loop;

/**
 * Open loop: requests start as scheduled, on the client that has been available longest. Where none is available, the
 * request waits, and its wait is part of its latency: this is what avoids coordinated omission (Gil Tene).
 */
final class OpenLoopScheduler implements RequestScheduler {
    private static final long LATE_NANOS = 1_000_000;

    private final Queue<VirtualUser> available = new ArrayDeque<>();
    private final LoadContext context;
    private final ArrivalSchedule schedule;
    private final Pacer pacer;
    private final long wakeEarlyNanos;
    private long startNanos;
    private long endNanos;
    private long intendedNanos;

    OpenLoopScheduler(Loop.Open open, LoadContext context) {
        this.context = context;
        this.schedule = ArrivalSchedule.of(open, context.plan());
        this.pacer = new Pacer(ArrivalSchedule.of(open, context.plan()), open.perSecond(), context.selector());
        this.wakeEarlyNanos = Pacer.wakeEarlyNanos(open.perSecond());
    }

    @Override
    public void start(long now) {
        startNanos = now;
        endNanos = context.plan().timing().duration().map(time -> now + time.toNanos()).orElse(NEVER);
        pacer.start();
    }

    @Override
    public void makeAvailable(VirtualUser user, long now) {
        user.availableSince(now);
        available.add(user);
    }

    @Override
    public boolean hasAvailable() {
        return !available.isEmpty();
    }

    @Override
    public VirtualUser poll(long now) {
        if (available.isEmpty() || !schedule.hasNext() || startNanos + schedule.peek() > now) {
            return null;
        }
        intendedNanos = startNanos + schedule.next();
        VirtualUser user = available.remove();
        LoadCounters counters = context.log().counters();
        counters.sentLate += now - intendedNanos > LATE_NANOS ? 1 : 0;
        counters.missed += now - Math.max(intendedNanos, user.availableSince()) > LATE_NANOS ? 1 : 0;
        return user;
    }

    @Override
    public long intendedNanos() {
        return intendedNanos;
    }

    @Override
    public long nextDueNanos() {
        return available.isEmpty() || !schedule.hasNext() ? endNanos : Math.min(endNanos, startNanos + schedule.peek());
    }

    @Override
    public boolean isImminent(long now) {
        return nextDueNanos() - now < wakeEarlyNanos;
    }

    /** A request that was due before the end is still sent when only this loop was late. */
    @Override
    public boolean isExhausted(long now) {
        return !schedule.hasNext() || (now >= endNanos && available.isEmpty());
    }

    /** What has been due until now found no client available in time; what would have been due later is not counted. */
    @Override
    public void stop() {
        pacer.close();
        long now = context.now();
        while (schedule.hasNext() && startNanos + schedule.peek() <= now) {
            schedule.next();
            context.log().counters().notSent++;
        }
    }
}
