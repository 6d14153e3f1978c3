package socketlab.load.plan;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * One load, said in full before it starts: {@link #closed} is the usual one, and what is unusual is said after it.
 *
 * @param target       who is asked; must be resolved
 * @param conversation what is said
 * @param clients      how many ask at once, at least 1
 * @param requests     the total, split evenly: the first {@code requests % clients} clients make one more
 * @param transport    over TCP or UDP, where {@link RequestProtocol#framing} is ignored
 * @param loop         when requests are made
 * @param duration     requests are made until this time is over, whatever {@code requests} says; what is on its way
 *                     then is waited for, because the slowest would be missing otherwise
 * @param warmup       the same load is made for so long before, on connections of its own, and not recorded
 * @param timeout      for one request, counted from the moment it was meant to start; 1 ms to 1 day
 * @param idle         how many others are connected before the clock starts and until the end, and never ask
 * @param preconnect   each client's first connection is open before the clock starts
 * @param noDelay      TCP_NODELAY: a small message leaves at once instead of waiting for an acknowledgement (RFC 896)
 * @param zeroNanos    the {@link System#nanoTime} from which all recorded times are counted; not later than the start
 * @param trouble      what goes wrong on purpose
 */
public record LoadPlan(InetSocketAddress target, RequestProtocol conversation, int clients, int requests,
                       Transport transport, Loop loop, Optional<Duration> duration, Duration warmup,
                       Duration timeout, int idle,
                       boolean preconnect, boolean noDelay, long zeroNanos, FaultInjection trouble) {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    public static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration USUAL_TIMEOUT = Duration.ofMinutes(1);
    private static final int LARGEST_DATAGRAM = 65_507;   // what IPv4's and UDP's headers leave of 64 KiB

    /** Throws {@link IllegalArgumentException} with one line that says what is out of range. */
    public LoadPlan {
        Objects.requireNonNull(conversation);
        check(!target.isUnresolved(), "unknown host: " + target.getHostString());
        check(clients >= 1, "clients must be at least 1, not " + clients);
        check(requests >= 0, "requests must not be negative: " + requests);
        check(idle >= 0, "idle clients must not be fewer than none: " + idle);
        check(inRange(timeout), "the timeout must be from 1 ms to 1 day, not " + timeout);
        check(warmup.isZero() || inRange(warmup), "the warm-up must be from 1 ms to 1 day, or 0");
        check(duration.isEmpty() || inRange(duration.get()), "the duration must be from 1 ms to 1 day");
        trouble.check(transport);
        if (transport == Transport.UDP) {
            byte[] longest = conversation.says().message(clients, Math.max(1, requests));
            check(longest == null || longest.length <= LARGEST_DATAGRAM, "no datagram holds more than "
                    + LARGEST_DATAGRAM + " bytes: take smaller messages, or TCP");
        }
    }

    /** Over TCP, so many requests, a minute for each, none connected before the clock starts; zero is now. */
    public static LoadPlan closed(InetSocketAddress target, RequestProtocol conversation, int clients, int requests) {
        return new LoadPlan(target, conversation, clients, requests, Transport.TCP, Loop.CLOSED, Optional.empty(),
                Duration.ZERO, USUAL_TIMEOUT, 0, false, true, System.nanoTime(), FaultInjection.NONE);
    }

    public LoadPlan withClients(int others, int theirRequests) {
        return new LoadPlan(target, conversation, others, theirRequests, transport, loop, duration, warmup, timeout,
                idle, preconnect, noDelay, zeroNanos, trouble);
    }

    public LoadPlan withTransport(Transport over) {
        return new LoadPlan(target, conversation, clients, requests, over, loop, duration, warmup, timeout, idle,
                preconnect, noDelay, zeroNanos, trouble);
    }

    public LoadPlan withLoop(Loop other) {
        return new LoadPlan(target, conversation, clients, requests, transport, other, duration, warmup, timeout, idle,
                preconnect, noDelay, zeroNanos, trouble);
    }

    public LoadPlan withDuration(Optional<Duration> time) {
        return new LoadPlan(target, conversation, clients, requests, transport, loop, time, warmup, timeout, idle,
                preconnect, noDelay, zeroNanos, trouble);
    }

    public LoadPlan withWarmup(Duration time) {
        return new LoadPlan(target, conversation, clients, requests, transport, loop, duration, time, timeout, idle,
                preconnect, noDelay, zeroNanos, trouble);
    }

    public LoadPlan withTimeout(Duration time) {
        return new LoadPlan(target, conversation, clients, requests, transport, loop, duration, warmup, time, idle,
                preconnect, noDelay, zeroNanos, trouble);
    }

    public LoadPlan withIdle(int others) {
        return new LoadPlan(target, conversation, clients, requests, transport, loop, duration, warmup, timeout, others,
                preconnect, noDelay, zeroNanos, trouble);
    }

    public LoadPlan withPreconnect(boolean ahead) {
        return new LoadPlan(target, conversation, clients, requests, transport, loop, duration, warmup, timeout, idle,
                ahead, noDelay, zeroNanos, trouble);
    }

    public LoadPlan withNoDelay(boolean atOnce) {
        return new LoadPlan(target, conversation, clients, requests, transport, loop, duration, warmup, timeout, idle,
                preconnect, atOnce, zeroNanos, trouble);
    }

    public LoadPlan withZeroNanos(long zero) {
        return new LoadPlan(target, conversation, clients, requests, transport, loop, duration, warmup, timeout, idle,
                preconnect, noDelay, zero, trouble);
    }

    public LoadPlan withTrouble(FaultInjection other) {
        return new LoadPlan(target, conversation, clients, requests, transport, loop, duration, warmup, timeout, idle,
                preconnect, noDelay, zeroNanos, other);
    }

    /** How many requests the client of this number (from 1) makes. */
    public long requestsOf(int client) {
        if (duration.isPresent() || loop instanceof Loop.Open) {   // then it is the clock that counts
            return Long.MAX_VALUE;
        }
        return requests / clients + (client <= requests % clients ? 1 : 0);
    }

    /** Null: the client only listens. Nobody does over UDP, where a server cannot answer whom it has not heard. */
    public byte[] message(int client, int request) {
        byte[] message = conversation.says().message(client, request);
        return message == null && transport == Transport.UDP ? RequestProtocol.HELLO : message;
    }

    /** What is done before anybody counts: as much of the load as its warm-up lasts. */
    public LoadPlan asWarmup() {
        return withDuration(Optional.of(warmup)).withIdle(0).withWarmup(Duration.ZERO)
                .withTrouble(trouble.withoutMisfits());
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
