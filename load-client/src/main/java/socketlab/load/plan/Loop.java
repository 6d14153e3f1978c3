package socketlab.load.plan;

import java.time.Duration;

/** When requests are made: in a closed loop by those who have been answered, in an open one by the clock. */
public sealed interface Loop {
    /** All clients at once, from the start. */
    Loop CLOSED = new Closed(Duration.ZERO);
    double MOST_PER_SECOND = 10_000_000;

    /**
     * A client asks again when it has its answer, so a slow server is asked less often.
     *
     * @param ramp the clients' first requests are spread evenly over so long; 0 to 1 day
     */
    record Closed(Duration ramp) implements Loop {
        public Closed {
            LoadPlan.check(!ramp.isNegative() && ramp.compareTo(LoadPlan.LONGEST) <= 0,
                    "the ramp must be from 0 to 1 day, not " + ramp);
        }
    }

    /**
     * Requests are made whoever has been answered; one for which no client is free waits, with its clock running.
     *
     * @param perSecond in total, over all clients; more than 0, at most 10 million
     * @param seed      the same seed makes the same moments
     */
    record Open(double perSecond, Arrivals arrivals, long seed) implements Loop {
        public Open {
            LoadPlan.check(perSecond > 0 && perSecond <= MOST_PER_SECOND,
                    "the rate must be more than 0 and at most 10 million per second, not " + perSecond);
        }
    }
}
