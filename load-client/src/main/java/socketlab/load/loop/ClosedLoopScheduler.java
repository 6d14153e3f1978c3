package socketlab.load.loop;

import java.util.ArrayDeque;
import java.util.Queue;
import socketlab.load.plan.LoadPlan;

/** Whoever has been answered asks again, at once. */
final class ClosedLoopScheduler implements RequestScheduler {
    private final Queue<VirtualUser> free = new ArrayDeque<>();
    private final LoadPlan plan;
    private long left;        // of all clients together
    private long end;
    private long moment;

    ClosedLoopScheduler(LoadPlan plan) {
        this.plan = plan;
        this.left = plan.timing().duration().isPresent() ? Long.MAX_VALUE : plan.requests();
    }

    @Override
    public void begin(long now) {
        end = plan.timing().duration().map(time -> now + time.toNanos()).orElse(NEVER);
    }

    @Override
    public void free(VirtualUser client, long now) {
        free.add(client);
    }

    @Override
    public VirtualUser next(long now) {
        if (free.isEmpty() || isOver(now)) {
            return null;
        }
        left--;
        moment = now;
        return free.remove();
    }

    @Override
    public long moment() {
        return moment;
    }

    @Override
    public long due() {
        return free.isEmpty() ? end : Math.min(end, moment);
    }

    @Override
    public boolean isOver(long now) {
        return left == 0 || now >= end;
    }
}
