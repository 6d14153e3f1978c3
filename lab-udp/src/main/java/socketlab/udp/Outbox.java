package socketlab.udp;

import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import socketlab.udp.Wire.NotSentException;

/**
 * What is on its way to one peer: replies and pushes, in one order, each a datagram of its own.
 *
 * <p>Pushing never waits and never sends; any thread may do it. Two locks: {@code sending} keeps the order of those who
 * send, the monitor is held only for the moment of adding or taking.
 */
final class Outbox {
    private final int limit;
    private final ReentrantLock sending = new ReentrantLock();
    private final Queue<byte[]> queued = new ArrayDeque<>(2);
    private int bytes;
    private boolean refusing;
    private NotSentException refusal;   // until somebody has been told
    private boolean closed;
    private volatile boolean waiting;   // for a flush, which somebody has been asked to do

    Outbox(int limit) {
        this.limit = limit;
    }

    /** A message from somebody else. True: see to it that it is flushed. */
    synchronized boolean push(byte[] message) {
        boolean ask = !waiting && !closed;
        waiting = true;
        if (message.length > Wire.LARGEST) {
            refuse(tooLarge(message));
        } else if (bytes > 0 && bytes + message.length > limit) {
            refuse(new NotSentException("too slow a reader: more than %d bytes wait for it".formatted(limit)));
        } else if (!refusing) {
            append(message);
        }
        return ask;
    }

    private void refuse(NotSentException reason) {
        if (!refusing) {
            refusing = true;
            refusal = reason;
        }
    }

    /** The peer's own reply: leaves at once where nothing is before it. True when it is time to flush. */
    boolean reply(byte[] message, Wire wire, SocketAddress to) throws NotSentException {
        if (message.length > Wire.LARGEST) {
            throw tooLarge(message);
        }
        sending.lock();
        try {
            return (waiting || !wire.send(message, to)) && append(message) >= limit;
        } finally {
            sending.unlock();
        }
    }

    private static NotSentException tooLarge(byte[] message) {
        return new NotSentException("a message of %d bytes fits no datagram, which holds at most %d"
                .formatted(message.length, Wire.LARGEST));
    }

    private synchronized int append(byte[] message) {
        if (!closed) {
            queued.add(message);
            bytes += message.length;
            waiting = true;
        }
        return bytes;
    }

    /** Sends everything queued: false when the kernel has no room for it now. What cannot be sent is forgotten. */
    boolean flush(Wire wire, SocketAddress to) throws NotSentException {
        if (!waiting) {
            return true;
        }
        sending.lock();
        try {
            for (byte[] next = after(null); next != null; next = after(next)) {
                if (!sent(next, wire, to)) {
                    return false;
                }
            }
            return true;
        } finally {
            sending.unlock();
        }
    }

    private boolean sent(byte[] message, Wire wire, SocketAddress to) throws NotSentException {
        try {
            return wire.send(message, to);
        } catch (NotSentException never) {
            forget(message);
            throw never;
        }
    }

    /** What is to be sent next, and null where nothing is; what was sent before it, if anything, is done with. */
    private synchronized byte[] after(byte[] sent) throws NotSentException {
        if (sent != null) {
            forget(sent);
        }
        NotSentException reason = refusal;
        refusal = null;
        if (reason != null) {
            throw reason;
        }
        waiting = !queued.isEmpty();
        return queued.peek();
    }

    private synchronized void forget(byte[] first) {
        if (!closed) {
            queued.remove();
            bytes -= first.length;
        }
    }

    /** From here on everything added is forgotten. */
    synchronized void close() {
        closed = true;
        queued.clear();
        bytes = 0;
    }

    synchronized int queuedBytes() {
        return bytes;
    }
}
