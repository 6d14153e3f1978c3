package socketlab.results;

/**
 * One server and requests that come by chance: how long theory expects them to wait for their turn, and how long they
 * did. Pollaczek (1930) and Khinchine (1932): where requests come at a rate l, knowing nothing of one another, and each
 * takes the server a time S, the mean wait is l E[S²] / (2 (1 - u)), with u = l E[S] the share of time it is busy.
 *
 * @param busyPercent u, from the rate asked for and the service time measured; above 0, below 100
 * @param serviceMs S as measured, mean: from one request's turn to the next one's where that was waiting already
 * @param expectedWaitMs the formula's mean wait for that service time
 * @param waitMs mean wait for the server, measured; the way to a server that is free is not part of it
 * @param lowMs where the 95 % confidence interval of {@code waitMs} begins, by batch means; null where the run was too
 *     short for its batches to know nothing of one another
 * @param highMs where it ends; null as well
 */
public record QueueComparison(double busyPercent, double serviceMs, double expectedWaitMs, double waitMs, Double lowMs,
                       Double highMs) {

    /** Whether the run was long enough to tell. */
    public boolean tells() {
        return lowMs != null && highMs != null;
    }

    /** Whether what theory expects lies within the interval. */
    public boolean met() {
        return tells() && lowMs <= expectedWaitMs && expectedWaitMs <= highMs;
    }
}
