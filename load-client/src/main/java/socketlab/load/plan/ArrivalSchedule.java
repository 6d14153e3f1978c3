package socketlab.load.plan;

import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/**
 * The times at which the requests of an open loop are intended to start, in nanoseconds since the loop's start: pure
 * arithmetic and a seed. Not thread-safe; every user has an instance of its own.
 */
public final class ArrivalSchedule {
    private static final double NANOS = 1e9;

    private final Loop.Open loop;
    private final SplittableRandom random;
    private final long endNanos;
    private final long limit;
    private long count;          // arrivals that have been taken
    private double nextNanos;

    /** Arrivals earlier than {@code endNanos}, and at most {@code limit} of them. */
    ArrivalSchedule(Loop.Open loop, long endNanos, long limit) {
        this.loop = loop;
        this.endNanos = endNanos;
        this.limit = limit;
        this.random = new SplittableRandom(loop.seed());
        this.nextNanos = loop.arrivals() == Arrivals.POISSON ? gap() : 0;
    }

    /** The arrivals of this plan: until its duration has passed or, where it has none, as many as its requests. */
    public static ArrivalSchedule of(Loop.Open loop, LoadPlan plan) {
        return plan.timing().duration().map(time -> new ArrivalSchedule(loop, time.toNanos(), Long.MAX_VALUE))
                .orElseGet(() -> new ArrivalSchedule(loop, Long.MAX_VALUE, plan.requests()));
    }

    public boolean hasNext() {
        return count < limit && nextNanos < endNanos;
    }

    /** The next arrival, which is not taken. */
    public long peek() {
        return (long) nextNanos;
    }

    /**
     * Takes the next arrival.
     *
     * @throws NoSuchElementException when there is none
     */
    public long next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no arrival after " + count);
        }
        long arrival = peek();
        count++;
        // Multiplied, not added up: a million rounding errors would change the rate.
        nextNanos = loop.arrivals() == Arrivals.POISSON ? nextNanos + gap() : count * NANOS / loop.perSecond();
        return arrival;
    }

    /** Inverse transform sampling of the exponential distribution: -ln(1 - U) / rate. */
    private double gap() {
        return -Math.log1p(-random.nextDouble()) * NANOS / loop.perSecond();
    }
}
