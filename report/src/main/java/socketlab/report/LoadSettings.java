package socketlab.report;

/**
 * What was asked of every model.
 *
 * @param loop {@code closed}: a client sends again when it is answered; {@code open}: requests come at a fixed rate
 * @param clients clients at once
 * @param requests all requests of one round; 0 when the load ran for a time instead
 * @param delayMs how long the service sleeps before it replies, in milliseconds; 0 when it does not
 * @param preconnect every connection was open before the clock started
 * @param keptConnections a client keeps its connection for all its requests
 */
public record LoadSettings(String service, String loop, int clients, int requests, double delayMs,
                           boolean preconnect, boolean keptConnections) {
    static final LoadSettings UNKNOWN = new LoadSettings("unknown", "closed", 0, 0, 0, false, false);

    boolean closed() {
        return "closed".equals(loop);
    }

    /** Every client asks once, all at the same moment. */
    boolean burst() {
        return closed() && requests > 0 && requests <= clients;
    }
}
