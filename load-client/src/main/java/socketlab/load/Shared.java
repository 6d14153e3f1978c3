package socketlab.load;

import java.nio.ByteBuffer;
import java.nio.channels.Selector;

/**
 * What all clients of one load have in common; only the loop thread touches it.
 *
 * @param in where every connection reads: one buffer for the loop, because only one connection reads at a time
 * @param fate which datagrams get lost
 */
record Shared(LoadPlan plan, Watcher watcher, Selector selector, ByteBuffer in, RequestLog log,
              Stragglers stragglers, Fate fate) {
    private static final int READ_BYTES = 64 << 10;   // and no datagram is longer

    static Shared of(LoadPlan plan, Watcher watcher, Selector selector) {
        RequestLog log = new RequestLog();
        return new Shared(plan, watcher, selector, ByteBuffer.allocateDirect(READ_BYTES), log,
                new Stragglers(plan, log), new Fate(plan.trouble()));
    }

    /** Nanoseconds since the plan's zero. */
    long now() {
        return System.nanoTime() - plan.zeroNanos();
    }
}
