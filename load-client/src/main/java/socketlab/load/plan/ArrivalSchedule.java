package socketlab.load.plan;

import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/** The moments at which an open loop means to ask, in nanoseconds since its start: pure arithmetic and a seed. */
public final class ArrivalSchedule {
    private static final double NANOS = 1e9;

    private final Loop.Open loop;
    private final SplittableRandom random;
    private final long before;
    private final long most;
    private long count;       // of the moments that have been taken
    private double at;        // the moment that comes next

    /** Moments earlier than {@code before} nanoseconds, and no more of them than {@code most}. */
    ArrivalSchedule(Loop.Open loop, long before, long most) {
        this.loop = loop;
        this.before = before;
        this.most = most;
        this.random = new SplittableRandom(loop.seed());
        this.at = loop.arrivals() == Arrivals.POISSON ? gap() : 0;
    }

    public static ArrivalSchedule of(Loop.Open loop, LoadPlan plan) {
        return new ArrivalSchedule(loop, plan.duration().map(time -> time.toNanos()).orElse(Long.MAX_VALUE),
                plan.duration().isPresent() ? Long.MAX_VALUE : plan.requests());
    }

    public boolean hasNext() {
        return count < most && at < before;
    }

    /** The next moment, which stays the next. */
    public long peek() {
        return (long) at;
    }

    public long next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no moment after " + count);
        }
        long moment = peek();
        count++;
        // Counted, not added up: a million roundings would make the rate another one.
        at = loop.arrivals() == Arrivals.POISSON ? at + gap() : count * NANOS / loop.perSecond();
        return moment;
    }

    private double gap() {
        return -Math.log1p(-random.nextDouble()) * NANOS / loop.perSecond();
    }
}
