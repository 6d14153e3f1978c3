package socketlab.services.chat;

import java.util.function.LongSupplier;

/**
 * How fast one client may talk: a bucket of one second's worth of tokens that fills as time passes, and each message
 * takes one. By one thread at a time.
 */
final class TokenBucket {
    private static final double SECOND = 1e9;

    private final int perSecond;
    private final LongSupplier nanoTime;
    private double tokens;
    private long filled;

    /** At 0 a second there is no limit. */
    TokenBucket(int perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
        this.tokens = perSecond;
        this.filled = nanoTime.getAsLong();
    }

    /** False: too fast. */
    boolean allows() {
        if (perSecond == 0) {
            return true;
        }
        long now = nanoTime.getAsLong();
        tokens = Math.min(perSecond, tokens + (now - filled) * perSecond / SECOND);
        filled = now;
        boolean allowed = tokens >= 1;
        tokens -= allowed ? 1 : 0;
        return allowed;
    }
}
