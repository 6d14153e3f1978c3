package socketlab.load.plan;

import java.time.Duration;

/**
 * What makes the next request start: a reply (closed loop) or the clock (open loop). Which of the two a benchmark uses
 * changes its results (Schroeder, Wierman, Harchol-Balter: "Open Versus Closed: A Cautionary Tale", NSDI 2006).
 */
public sealed interface Loop {
    /** All clients start at the same time. */
    Loop CLOSED = new Closed(Duration.ZERO);
    double MOST_PER_SECOND = 10_000_000;

    /**
     * A client sends its next request when it has the reply to its last one. A slow server therefore gets fewer requests, and
     * the requests that were not sent meanwhile are in no percentile: coordinated omission (Gil Tene).
     *
     * @param ramp the clients' first requests are spread evenly over so long; 0 to 1 day
     */
    record Closed(Duration ramp) implements Loop {
        /** Throws {@link IllegalArgumentException} with one line that names the value out of range. */
        public Closed {
            LoadPlan.check(!ramp.isNegative() && ramp.compareTo(LoadPlan.LONGEST) <= 0,
                    "the ramp must be from 0 to 1 day, not " + ramp);
        }
    }

    /**
     * Requests start at a fixed rate, whether earlier ones have been answered or not. A request for which no client is free
     * waits, and that wait is part of its latency.
     *
     * @param perSecond in total, over all clients; more than 0, at most 10 million
     * @param arrivals  how they are distributed over time
     * @param seed      of the random distances; the same seed makes the same schedule
     */
    record Open(double perSecond, Arrivals arrivals, long seed) implements Loop {
        /** Throws {@link IllegalArgumentException} with one line that names the value out of range. */
        public Open {
            LoadPlan.check(perSecond > 0 && perSecond <= MOST_PER_SECOND,
                    "the rate must be more than 0 and at most 10 million per second, not " + perSecond);
        }
    }
}
