package socketlab.results;

/**
 * The measured mean wait in the queue of a single server beside the wait that queueing theory expects (M/G/1). Pollaczek
 * (1930) and Khinchine (1932): where requests arrive at random at a rate l and each takes a service time S, the mean
 * wait is l E[S²] / (2 (1 - u)), where u = l E[S] is the utilisation.
 *
 * @param busyPercent the utilisation u, from the requested rate and the measured service time; above 0, below 100
 * @param serviceMs the measured mean service time S
 * @param expectedWaitMs the mean wait by the formula
 * @param waitMs the measured mean wait; the way to an idle server is not part of it
 * @param lowMs lower end of the 95 % confidence interval of {@code waitMs} by batch means; null where the run was too
 *     short for independent batches
 * @param highMs upper end; null in the same case
 */
public record QueueComparison(double busyPercent, double serviceMs, double expectedWaitMs, double waitMs, Double lowMs,
        Double highMs) {

    /** Whether the run was long enough for a confidence interval. */
    public boolean hasInterval() {
        return lowMs != null && highMs != null;
    }

    /** Whether the expected wait lies within the interval. */
    public boolean agrees() {
        return hasInterval() && lowMs <= expectedWaitMs && expectedWaitMs <= highMs;
    }
}
