package socketlab.services.chat;

import java.util.function.LongSupplier;

/**
 * Limits how many messages a client may send: a token bucket (Tanenbaum, Computer Networks, section 5.4). The bucket
 * holds the tokens of one second and fills at a constant rate; each message takes one token. One thread at a time.
 */
final class TokenBucket {
    private static final double NANOS_PER_SECOND = 1e9;

    private final int perSecond;
    private final LongSupplier nanoTime;
    private double tokens;
    private long refilledAt;

    /** A full bucket. With {@code perSecond} 0 there is no limit. */
    TokenBucket(int perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
        this.tokens = perSecond;
        this.refilledAt = nanoTime.getAsLong();
    }

    /** Takes one token; false when there is none. */
    boolean tryTake() {
        if (perSecond == 0) {
            return true;
        }
        long now = nanoTime.getAsLong();
        tokens = Math.min(perSecond, tokens + (now - refilledAt) * perSecond / NANOS_PER_SECOND);
        refilledAt = now;
        boolean allowed = tokens >= 1;
        tokens -= allowed ? 1 : 0;
        return allowed;
    }
}
