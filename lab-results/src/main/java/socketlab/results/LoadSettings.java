package socketlab.results;

import static java.util.Objects.requireNonNullElse;

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
 * @param ratePerS requests per second in total, whoever is answered; 0 in a closed loop
 * @param arrivals {@code uniform} or {@code poisson}; empty in a closed loop
 * @param seed of everything that chance decides
 * @param durationMs how long requests were made; 0 where their number was given
 * @param warmupMs how long requests were made before that, unrecorded
 * @param rampMs the clients began spread over so long
 * @param sweep what differs from step to step, {@code clients} or {@code rate}; empty without one. Each
 *     {@link ModelResult} knows its own, and what stands here is the first of them
 * @param http the path that was asked for over HTTP; empty where it was another protocol
 * @param pauseAtMs when our own server was stopped, counted from the start of each load
 * @param pauseMs for how long; 0: never
 * @param trouble what went wrong on purpose
 */
public record LoadSettings(String service, String loop, int clients, int requests, double delayMs,
                           boolean preconnect, boolean keptConnections, int acceptQueue, double ratePerS,
                           String arrivals, long seed, double durationMs, double warmupMs, double rampMs,
                           String sweep, String http, double pauseAtMs, double pauseMs, FaultSettings trouble) {
    public static final LoadSettings UNKNOWN = new LoadSettings("unknown", "closed", 0, 0, 0, false, false, 0);

    public LoadSettings {
        arrivals = requireNonNullElse(arrivals, "");
        sweep = requireNonNullElse(sweep, "");
        http = requireNonNullElse(http, "");
        trouble = requireNonNullElse(trouble, FaultSettings.NONE);
    }

    /** What every load has; the rest is said after it. */
    public LoadSettings(String service, String loop, int clients, int requests, double delayMs,
                        boolean preconnect, boolean keptConnections, int acceptQueue) {
        this(service, loop, clients, requests, delayMs, preconnect, keptConnections, acceptQueue, 0, "", 0, 0, 0, 0,
                "", "", 0, 0, FaultSettings.NONE);
    }

    /** As seen by a model that is reached over {@code tcp} or {@code udp}, where there is no connection to hold. */
    public LoadSettings over(String transport) {
        return "udp".equals(transport) ? new LoadSettings(service, loop, clients, requests, delayMs, preconnect, false,
                0, ratePerS, arrivals, seed, durationMs, warmupMs, rampMs, sweep, http, pauseAtMs, pauseMs, trouble)
                : this;
    }

    /** The same for this path over HTTP; null: over another protocol. */
    public LoadSettings asking(String path) {
        return new LoadSettings(path == null ? service : "http", loop, clients, requests, delayMs, preconnect,
                keptConnections, acceptQueue, ratePerS, arrivals, seed, durationMs, warmupMs, rampMs, sweep, path,
                pauseAtMs, pauseMs, trouble);
    }

    /** The same with this going wrong on purpose. */
    public LoadSettings amid(FaultSettings trouble) {
        return new LoadSettings(service, loop, clients, requests, delayMs, preconnect, keptConnections, acceptQueue,
                ratePerS, arrivals, seed, durationMs, warmupMs, rampMs, sweep, http, pauseAtMs, pauseMs, trouble);
    }

    /** One step of a sweep. */
    public LoadSettings at(int clients, int requests, double ratePerS) {
        return new LoadSettings(service, loop, clients, requests, delayMs, preconnect, keptConnections, acceptQueue,
                ratePerS, arrivals, seed, durationMs, warmupMs, rampMs, sweep, http, pauseAtMs, pauseMs, trouble);
    }

    /** More at once than can wait: the rest is dropped by the kernel and tries again a second later. */
    public boolean overrun() {
        return !preconnect && acceptQueue > 0 && clients > acceptQueue;
    }

    /** A server that we did not start: all that is known of it is what a client sees. */
    public boolean foreign() {
        return delayMs < 0;
    }

    public boolean closed() {
        return "closed".equals(loop);
    }

    /** Every client asks once, all at the same moment. */
    public boolean burst() {
        return closed() && requests > 0 && requests <= clients;
    }
}
