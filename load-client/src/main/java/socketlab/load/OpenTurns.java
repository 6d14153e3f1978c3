package socketlab.load;

import java.util.ArrayDeque;
import java.util.Queue;

/** The clock says when; who has been free longest asks. Where nobody is free, moments pass and wait for somebody. */
final class OpenTurns implements Turns {
    private static final long LATE_NANOS = 1_000_000;

    private final Queue<Client> free = new ArrayDeque<>();
    private final Shared shared;
    private final Schedule schedule;
    private final Alarm alarm;
    private final long earlyNanos;
    private long start;
    private long end;
    private long moment;

    OpenTurns(Loop.Open open, Shared shared) {
        this.shared = shared;
        this.schedule = Schedule.of(open, shared.plan());
        this.alarm = new Alarm(Schedule.of(open, shared.plan()), open.perSecond(), shared.selector());
        this.earlyNanos = Alarm.earlyNanos(open.perSecond());
    }

    @Override
    public void begin(long now) {
        start = now;
        end = shared.plan().duration().map(time -> now + time.toNanos()).orElse(NEVER);
        alarm.start();
    }

    @Override
    public void free(Client client, long now) {
        client.freeSince(now);
        free.add(client);
    }

    @Override
    public Client next(long now) {
        if (free.isEmpty() || !schedule.hasNext() || start + schedule.peek() > now) {
            return null;
        }
        moment = start + schedule.next();
        Client client = free.remove();
        Asides asides = shared.log().asides();
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
            shared.log().asides().notSent++;
        }
    }
}
