package socketlab.core.server;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Bounds what waits for all clients of one server together, as a {@link SendQueue} bounds what waits for one of them.
 * When more waits, the clients that are furthest behind are disconnected, until the rest fits. Any thread.
 *
 * <p>A queue reserves in steps of {@link #STEP_BYTES}, and the first one is free. So a small reply that leaves at once
 * is never counted here, and clients that read cost nothing.
 */
final class SendBudget {
    static final int STEP_BYTES = 4 << 10;

    private final long limit;
    private final BooleanSupplier disconnectSlowest;
    private final AtomicLong reserved = new AtomicLong();

    /** The action disconnects one client, whose queue gives back what it has reserved; false: nobody is behind. */
    SendBudget(long limit, BooleanSupplier disconnectSlowest) {
        this.limit = limit;
        this.disconnectSlowest = disconnectSlowest;
    }

    /** So many bytes more wait, or fewer. */
    void reserve(long bytes) {
        reserved.addAndGet(bytes);
    }

    /** By a thread that has queued something. It holds no queue's monitor, for here another queue is closed. */
    void enforce() {
        if (isExceeded()) {
            disconnectSlowest();
        }
    }

    private boolean isExceeded() {
        return reserved.get() > limit;
    }

    private synchronized void disconnectSlowest() {
        while (isExceeded() && disconnectSlowest.getAsBoolean()) {
            // the next one
        }
    }
}
