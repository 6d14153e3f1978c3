package socketlab.load.net;

import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import socketlab.load.log.LoadListener;
import socketlab.load.log.RequestLog;
import socketlab.load.plan.LoadPlan;

/**
 * What all clients of one load share; only the loop thread uses it, except for the selector's wake-up.
 *
 * @param buffers     of the loop: every channel reads into one of them and writes from the other
 * @param lateReplies recognizes replies to earlier requests
 * @param packetLoss  decides which datagrams are dropped
 * @param addresses   which of the server's addresses clients connect to
 */
public record LoadContext(LoadPlan plan, LoadListener listener, Selector selector, LoopBuffers buffers, RequestLog log,
        LateReplies lateReplies, PacketLoss packetLoss, TargetAddresses addresses) {
    /** With an empty log; the selector stays the caller's, who closes it. */
    public static LoadContext of(LoadPlan plan, LoadListener listener, Selector selector) {
        RequestLog log = new RequestLog();
        return new LoadContext(plan, listener, selector, LoopBuffers.allocate(), log,
                new LateReplies(plan, log), new PacketLoss(plan.faults()), new TargetAddresses(plan, log));
    }

    /** Every channel reads into it: one buffer for the loop, because only one channel is read at a time. */
    public ByteBuffer readBuffer() {
        return buffers.read();
    }

    /** A message that is written at once is framed in here; what the kernel does not take must be copied out of it. */
    public ByteBuffer writeBuffer() {
        return buffers.write();
    }

    /** Nanoseconds since the plan's zero. */
    public long now() {
        return System.nanoTime() - plan.timing().zeroNanos();
    }
}
