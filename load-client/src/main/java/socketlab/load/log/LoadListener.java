package socketlab.load.log;

import socketlab.results.Outcome;

/** Is told of a load's progress, on the loop thread. A slow listener delays the load, so each method returns quickly. */
@FunctionalInterface
public interface LoadListener {
    LoadListener NONE = (client, request, outcome, reply, latencyNanos) -> {};

    /** Idle and preconnected clients are connected; the clock starts when this returns. */
    default void started() {}

    /** The last request has ended; idle clients are still connected. */
    default void ended() {}

    /**
     * A request has ended.
     *
     * @param client       its client, from 1
     * @param request      its number over the whole load, from 1, in order of start
     * @param reply        correct or not; null when there was none
     * @param latencyNanos nanoseconds since the time the request was intended to start
     */
    void requestEnded(int client, int request, Outcome outcome, byte[] reply, long latencyNanos);
}
