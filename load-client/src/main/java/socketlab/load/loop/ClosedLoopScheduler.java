package socketlab.load.loop;

import java.util.ArrayDeque;
import java.util.Queue;
import socketlab.load.plan.LoadPlan;

/** Closed loop: a client that has its reply sends its next request at once. */
final class ClosedLoopScheduler implements RequestScheduler {
    private final Queue<VirtualUser> available = new ArrayDeque<>();
    private final LoadPlan plan;
    private long requestsLeft;   // of all clients together
    private long endNanos;
    private long intendedNanos;

    ClosedLoopScheduler(LoadPlan plan) {
        this.plan = plan;
        this.requestsLeft = plan.timing().duration().isPresent() ? Long.MAX_VALUE : plan.requests();
    }

    @Override
    public void start(long now) {
        endNanos = plan.timing().duration().map(time -> now + time.toNanos()).orElse(NEVER);
    }

    @Override
    public void makeAvailable(VirtualUser user, long now) {
        available.add(user);
    }

    @Override
    public boolean hasAvailable() {
        return !available.isEmpty();
    }

    @Override
    public VirtualUser poll(long now) {
        if (available.isEmpty() || isExhausted(now)) {
            return null;
        }
        requestsLeft--;
        intendedNanos = now;
        return available.remove();
    }

    @Override
    public long intendedNanos() {
        return intendedNanos;
    }

    @Override
    public long nextDueNanos() {
        return available.isEmpty() ? endNanos : Math.min(endNanos, intendedNanos);
    }

    @Override
    public boolean isExhausted(long now) {
        return requestsLeft == 0 || now >= endNanos;
    }
}
