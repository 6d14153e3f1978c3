package socketlab.load.net;

import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import socketlab.load.log.LoadListener;
import socketlab.load.log.RequestLog;
import socketlab.load.plan.LoadPlan;

/**
 * What all clients of one load have in common; only the loop thread touches it.
 *
 * @param in where every connection reads: one buffer for the loop, because only one connection reads at a time
 * @param fate which datagrams get lost
 */
public record LoadContext(LoadPlan plan, LoadListener watcher, Selector selector, ByteBuffer in, RequestLog log,
              LateReplies stragglers, PacketLoss fate) {
    private static final int READ_BYTES = 64 << 10;   // and no datagram is longer

    public static LoadContext of(LoadPlan plan, LoadListener watcher, Selector selector) {
        RequestLog log = new RequestLog();
        return new LoadContext(plan, watcher, selector, ByteBuffer.allocateDirect(READ_BYTES), log,
                new LateReplies(plan, log), new PacketLoss(plan.faults()));
    }

    /** Nanoseconds since the plan's zero. */
    public long now() {
        return System.nanoTime() - plan.timing().zeroNanos();
    }
}
