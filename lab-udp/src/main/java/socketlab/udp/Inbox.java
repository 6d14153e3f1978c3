package socketlab.udp;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.LongAdder;
import socketlab.udp.Wire.Datagram;

/** What a peer has said while it was being served: one message in flight, a few waiting. Any thread may use it. */
final class Inbox {
    /** Messages of one peer; what there is no room for is dropped, as the kernel does it. */
    static final int ROOM = 16;

    private final LongAdder dropped;
    private final Queue<Datagram> waiting = new ArrayDeque<>(1);
    private boolean closed;

    Inbox(LongAdder dropped) {
        this.dropped = dropped;
    }

    /** False: it is closed, and whoever says this is not the peer that it was for. */
    synchronized boolean offer(Datagram next) {
        if (closed) {
            return false;
        }
        if (waiting.size() < ROOM) {
            waiting.add(next);
            notifyAll();
        } else {
            dropped.increment();
        }
        return true;
    }

    /** The next one, or null where there is none. */
    synchronized Datagram poll() {
        return waiting.poll();
    }

    /** Waits for the next one; null when it is closed, and so it is once the peer has been silent for so long. */
    synchronized Datagram take(Duration silence) throws InterruptedException {
        long end = System.nanoTime() + silence.toNanos();
        for (long left = silence.toNanos(); waiting.isEmpty() && !closed && left > 0;) {
            wait(left / 1_000_000 + 1);
            left = end - System.nanoTime();
        }
        closed = waiting.isEmpty();   // here and now: who speaks up in the next moment must not be let in and forgotten
        return waiting.poll();
    }

    /** Discards what still waits. */
    synchronized void close() {
        closed = true;
        waiting.clear();
        notifyAll();
    }
}
