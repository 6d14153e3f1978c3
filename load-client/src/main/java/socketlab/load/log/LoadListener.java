package socketlab.load.log;

import socketlab.results.Outcome;

/** Looks over the load's shoulder while it runs; its time is taken from the load, so it had better be quick. */
@FunctionalInterface
public interface LoadListener {
    LoadListener NONE = (client, request, outcome, message, tookNanos) -> {};

    /** Whoever was to be connected is connected; now the clock starts. Called on the loop thread. */
    default void started() {}

    /** The last request has ended, and those who say nothing are still connected. Called on the loop thread. */
    default void ended() {}

    /**
     * A request has ended. Called on the loop thread.
     *
     * @param client    who asked, from 1
     * @param request   its number over the whole load, from 1, in order of start
     * @param message   the answer, right or wrong; null when there was none
     * @param tookNanos from the moment it was meant to start until now
     */
    void requestEnded(int client, int request, Outcome outcome, byte[] message, long tookNanos);
}
