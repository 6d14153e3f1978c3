package socketlab.load.net;

import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import socketlab.load.log.LoadListener;
import socketlab.load.log.RequestLog;
import socketlab.load.plan.LoadPlan;

/**
 * What all clients of one load share; only the loop thread uses it, except for the selector's wake-up.
 *
 * @param readBuffer  every channel reads into it: one buffer for the loop, because only one channel is read at a time
 * @param lateReplies recognizes replies to earlier requests
 * @param packetLoss  decides which datagrams are dropped
 * @param addresses   which of the server's addresses clients connect to
 */
public record LoadContext(LoadPlan plan, LoadListener listener, Selector selector, ByteBuffer readBuffer, RequestLog log,
        LateReplies lateReplies, PacketLoss packetLoss, TargetAddresses addresses) {
    private static final int READ_BYTES = 64 << 10;   // no datagram is longer

    /** With an empty log; the selector stays the caller's, who closes it. */
    public static LoadContext of(LoadPlan plan, LoadListener listener, Selector selector) {
        RequestLog log = new RequestLog();
        return new LoadContext(plan, listener, selector, ByteBuffer.allocateDirect(READ_BYTES), log,
                new LateReplies(plan, log), new PacketLoss(plan.faults()), new TargetAddresses(plan, log));
    }

    /** Nanoseconds since the plan's zero. */
    public long now() {
        return System.nanoTime() - plan.timing().zeroNanos();
    }
}
