package socketlab.report;

/**
 * What was asked of every model.
 *
 * @param loop {@code closed}: a client sends again when it is answered; {@code open}: requests come at a fixed rate
 * @param clients clients at once
 * @param requests all requests of one round; 0 when the load ran for a time instead
 * @param delayMs how long the service sleeps before it replies, in milliseconds; 0 when it does not, negative when the
 *     server is not ours and nobody knows
 * @param preconnect every connection was open before the clock started
 * @param keptConnections a client keeps its connection for all its requests
 * @param acceptQueue how many connections may wait to be accepted; 0 where nobody knows
 */
public record LoadSettings(String service, String loop, int clients, int requests, double delayMs,
                           boolean preconnect, boolean keptConnections, int acceptQueue) {
    static final LoadSettings UNKNOWN = new LoadSettings("unknown", "closed", 0, 0, 0, false, false, 0);

    /** As seen by a model that is reached over {@code tcp} or {@code udp}, where there is no connection to hold. */
    public LoadSettings over(String transport) {
        return "udp".equals(transport)
                ? new LoadSettings(service, loop, clients, requests, delayMs, preconnect, false, 0) : this;
    }

    /** More at once than can wait: the rest is dropped by the kernel and tries again a second later. */
    boolean overrun() {
        return !preconnect && acceptQueue > 0 && clients > acceptQueue;
    }

    /** A server that we did not start: all that is known of it is what a client sees. */
    boolean foreign() {
        return delayMs < 0;
    }

    boolean closed() {
        return "closed".equals(loop);
    }

    /** Every client asks once, all at the same moment. */
    boolean burst() {
        return closed() && requests > 0 && requests <= clients;
    }
}
