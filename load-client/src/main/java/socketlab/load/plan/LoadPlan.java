package socketlab.load.plan;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * One load, described in full before it starts. Begin with {@link #closedLoop} and change what differs with the
 * {@code with} methods.
 *
 * @param target      the server's address; must be resolved
 * @param protocol    what is sent, and which reply is correct
 * @param transport   TCP, or UDP, where {@link RequestProtocol#framing} is ignored
 * @param clients     clients that send requests at the same time, at least 1
 * @param requests    the total, at least 0, split evenly: the first {@code requests % clients} clients send one more
 * @param timing      when requests are sent, and for how long
 * @param connections the sockets of the load
 * @param faults      faults that are injected
 */
public record LoadPlan(InetSocketAddress target, RequestProtocol protocol, Transport transport, int clients, int requests,
        Timing timing, Connections connections, FaultInjection faults) {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(1);
    private static final int LARGEST_DATAGRAM = 65_507;   // 65,535 less the IPv4 header (20) and the UDP header (8)

    /**
     * When requests are sent.
     *
     * @param loop      closed or open
     * @param duration  requests are sent until this time has passed, whatever {@link LoadPlan#requests} says; 1 ms to 1 day.
     *                  Requests in flight at its end are waited for: to cut them off would leave out the slowest
     * @param warmup    the same load runs for so long before, on connections of its own, unrecorded; 1 ms to 1 day, or 0
     * @param timeout   for one request, counted from the time it was intended to start; 1 ms to 1 day
     * @param zeroNanos the {@link System#nanoTime} from which all recorded times count; not later than the load's start
     */
    public record Timing(Loop loop, Optional<Duration> duration, Duration warmup, Duration timeout, long zeroNanos) {
        /** Throws {@link IllegalArgumentException} with one line that names the value out of range. */
        public Timing {
            check(inRange(timeout), "the timeout must be from 1 ms to 1 day, not " + timeout);
            check(warmup.isZero() || inRange(warmup), "the warm-up must be from 1 ms to 1 day, or 0");
            check(duration.isEmpty() || inRange(duration.get()), "the duration must be from 1 ms to 1 day");
        }
    }

    /**
     * The sockets of the load.
     *
     * @param preconnect each client's first connection is open before the clock starts
     * @param idle       further clients that are connected from before the clock starts until the end and send no request
     * @param noDelay    TCP_NODELAY: a small message is sent at once; otherwise Nagle's algorithm (RFC 896) holds it back
     *                   until the one before is acknowledged
     */
    public record Connections(boolean preconnect, int idle, boolean noDelay) {
        /** Throws {@link IllegalArgumentException} with one line that names the value out of range. */
        public Connections {
            check(idle >= 0, "idle clients must be at least 0, not " + idle);
        }
    }

    /** Throws {@link IllegalArgumentException} with one line that names the value out of range. */
    public LoadPlan {
        Objects.requireNonNull(protocol);
        check(!target.isUnresolved(), "unknown host: " + target.getHostString());
        check(clients >= 1, "clients must be at least 1, not " + clients);
        check(requests >= 0, "requests must not be negative: " + requests);
        faults.check(transport);
        if (transport == Transport.UDP) {
            byte[] longest = protocol.messages().message(clients, Math.max(1, requests));
            check(longest == null || longest.length <= LARGEST_DATAGRAM, "no datagram holds more than "
                    + LARGEST_DATAGRAM + " bytes: take smaller messages, or TCP");
        }
    }

    /**
     * A closed loop over TCP with {@code TCP_NODELAY}, a timeout of one minute, no warm-up, no idle clients, no faults and no
     * preconnecting; the zero of its times is now.
     *
     * @throws IllegalArgumentException with one line that names the value out of range
     */
    public static LoadPlan closedLoop(InetSocketAddress target, RequestProtocol protocol, int clients, int requests) {
        return new LoadPlan(target, protocol, Transport.TCP, clients, requests,
                new Timing(Loop.CLOSED, Optional.empty(), Duration.ZERO, DEFAULT_TIMEOUT, System.nanoTime()),
                new Connections(false, 0, true), FaultInjection.NONE);
    }

    public LoadPlan withClients(int clients, int requests) {
        return new LoadPlan(target, protocol, transport, clients, requests, timing, connections, faults);
    }

    public LoadPlan withTransport(Transport transport) {
        return new LoadPlan(target, protocol, transport, clients, requests, timing, connections, faults);
    }

    public LoadPlan withFaults(FaultInjection faults) {
        return new LoadPlan(target, protocol, transport, clients, requests, timing, connections, faults);
    }

    public LoadPlan withLoop(Loop loop) {
        return with(new Timing(loop, timing.duration, timing.warmup, timing.timeout, timing.zeroNanos));
    }

    /** Empty: the number of requests ends the load. */
    public LoadPlan withDuration(Optional<Duration> duration) {
        return with(new Timing(timing.loop, duration, timing.warmup, timing.timeout, timing.zeroNanos));
    }

    public LoadPlan withWarmup(Duration warmup) {
        return with(new Timing(timing.loop, timing.duration, warmup, timing.timeout, timing.zeroNanos));
    }

    public LoadPlan withTimeout(Duration timeout) {
        return with(new Timing(timing.loop, timing.duration, timing.warmup, timeout, timing.zeroNanos));
    }

    public LoadPlan withZeroNanos(long zeroNanos) {
        return with(new Timing(timing.loop, timing.duration, timing.warmup, timing.timeout, zeroNanos));
    }

    public LoadPlan withIdle(int idle) {
        return with(new Connections(connections.preconnect, idle, connections.noDelay));
    }

    public LoadPlan withPreconnect(boolean preconnect) {
        return with(new Connections(preconnect, connections.idle, connections.noDelay));
    }

    public LoadPlan withNoDelay(boolean noDelay) {
        return with(new Connections(connections.preconnect, connections.idle, noDelay));
    }

    private LoadPlan with(Timing timing) {
        return new LoadPlan(target, protocol, transport, clients, requests, timing, connections, faults);
    }

    private LoadPlan with(Connections connections) {
        return new LoadPlan(target, protocol, transport, clients, requests, timing, connections, faults);
    }

    /** How many requests the client of this number (from 1) sends; {@link Long#MAX_VALUE} where the clock decides. */
    public long requestsOf(int client) {
        if (timing.duration.isPresent() || timing.loop instanceof Loop.Open) {
            return Long.MAX_VALUE;
        }
        int evenShare = requests / clients;
        return client <= requests % clients ? evenShare + 1L : evenShare;
    }

    /**
     * What the client sends in this request; both numbers count from 1. Null: the client sends nothing and waits for the
     * server to speak first; never null over UDP, where a server cannot know a client that has sent nothing.
     */
    public byte[] message(int client, int request) {
        byte[] message = protocol.messages().message(client, request);
        return message == null && transport == Transport.UDP ? RequestProtocol.HELLO : message;
    }

    /** The load that runs unrecorded before this one: the same for the time of the warm-up, without the other clients. */
    public LoadPlan asWarmup() {
        return withDuration(Optional.of(timing.warmup)).withIdle(0).withWarmup(Duration.ZERO)
                .withFaults(faults.withoutFaultyClients());
    }

    private static boolean inRange(Duration time) {
        return time.compareTo(SHORTEST) >= 0 && time.compareTo(LONGEST) <= 0;
    }

    static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
