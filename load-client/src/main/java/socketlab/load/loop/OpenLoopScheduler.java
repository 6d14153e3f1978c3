package socketlab.load.loop;

import java.util.ArrayDeque;
import java.util.Queue;
import socketlab.load.log.LoadCounters;
import socketlab.load.net.LoadContext;
import socketlab.load.plan.ArrivalSchedule;
import socketlab.load.plan.Loop;

/** The clock says when; who has been free longest asks. Where nobody is free, moments pass and wait for somebody. */
final class OpenLoopScheduler implements RequestScheduler {
    private static final long LATE_NANOS = 1_000_000;

    private final Queue<VirtualUser> free = new ArrayDeque<>();
    private final LoadContext shared;
    private final ArrivalSchedule schedule;
    private final Pacer alarm;
    private final long earlyNanos;
    private long start;
    private long end;
    private long moment;

    OpenLoopScheduler(Loop.Open open, LoadContext shared) {
        this.shared = shared;
        this.schedule = ArrivalSchedule.of(open, shared.plan());
        this.alarm = new Pacer(ArrivalSchedule.of(open, shared.plan()), open.perSecond(), shared.selector());
        this.earlyNanos = Pacer.earlyNanos(open.perSecond());
    }

    @Override
    public void begin(long now) {
        start = now;
        end = shared.plan().timing().duration().map(time -> now + time.toNanos()).orElse(NEVER);
        alarm.start();
    }

    @Override
    public void free(VirtualUser client, long now) {
        client.freeSince(now);
        free.add(client);
    }

    @Override
    public VirtualUser next(long now) {
        if (free.isEmpty() || !schedule.hasNext() || start + schedule.peek() > now) {
            return null;
        }
        moment = start + schedule.next();
        VirtualUser client = free.remove();
        LoadCounters asides = shared.log().counters();
        asides.sentLate += now - moment > LATE_NANOS ? 1 : 0;
        asides.missed += now - Math.max(moment, client.freeSince()) > LATE_NANOS ? 1 : 0;
        return client;
    }

    @Override
    public long moment() {
        return moment;
    }

    @Override
    public long due() {
        return free.isEmpty() || !schedule.hasNext() ? end : Math.min(end, start + schedule.peek());
    }

    @Override
    public boolean isSoon(long now) {
        return due() - now < earlyNanos;
    }

    /** A moment before the end is still kept when only the loop was late. */
    @Override
    public boolean isOver(long now) {
        return !schedule.hasNext() || now >= end && free.isEmpty();
    }

    /** For what is left of the schedule until now nobody was free in time; what comes later, nobody will ask. */
    @Override
    public void end() {
        alarm.close();
        long now = shared.now();
        while (schedule.hasNext() && start + schedule.peek() <= now) {
            schedule.next();
            shared.log().counters().notSent++;
        }
    }
}
