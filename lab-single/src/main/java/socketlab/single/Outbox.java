package socketlab.single;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What is on its way to one client: replies and pushes, in one order.
 *
 * <p>Adding never waits and never writes; {@link #flush} writes all that is queued at once, so a burst costs one write
 * and not one for each message, unless the framing wants them apart. Two locks: {@code writing} is held for as long as
 * the client takes to read, the monitor only for the moment of adding.
 */
final class Outbox {
    private final OutputStream out;
    private final boolean apart;
    private final int limit;
    private final ReentrantLock writing = new ReentrantLock();
    private List<byte[]> queued = new ArrayList<>();
    private int bytes;          // queued, and those the write in progress has taken
    private int pushed;         // how many of them others sent; the client's own replies are no fault of it
    private int pushedTaken;
    private boolean overflowed;
    private boolean closed;

    Outbox(OutputStream out, boolean apart, int limit) {
        this.out = out;
        this.apart = apart;
        this.limit = limit;
    }

    /** A message from somebody else: false when there is no room for it, and from then on for ever. */
    synchronized boolean push(byte[] frame) {
        overflowed |= !closed && pushed > 0 && pushed + frame.length > limit;
        if (!overflowed && !closed) {
            append(frame);
            pushed += frame.length;
        }
        return !overflowed;
    }

    /** The client's own reply: never refused. True when it is time to flush, because the client is behind. */
    synchronized boolean reply(byte[] frame) {
        append(frame);
        return bytes >= limit;
    }

    private void append(byte[] frame) {
        if (closed) {
            return;
        }
        queued.add(frame);
        bytes += frame.length;
        notifyAll();
    }

    /** Writes everything queued so far; waits while the client is slow to read, but not for one that overflowed. */
    void flush() throws IOException {
        if (overflowed()) {
            throw new IOException("too slow a reader: more than %d bytes wait for it".formatted(limit));
        }
        writing.lock();
        try {
            List<byte[]> batch = take();
            if (!batch.isEmpty()) {
                for (byte[] frame : apart ? batch : List.of(joined(batch))) {
                    out.write(frame);
                }
                written(batch);
            }
        } finally {
            writing.unlock();
        }
    }

    private synchronized List<byte[]> take() {
        List<byte[]> batch = queued;
        queued = batch.isEmpty() ? batch : new ArrayList<>();
        pushedTaken = pushed;
        return batch;
    }

    private synchronized void written(List<byte[]> batch) {
        batch.forEach(frame -> bytes -= frame.length);
        pushed -= pushedTaken;
    }

    private static byte[] joined(List<byte[]> batch) {
        if (batch.size() == 1) {
            return batch.getFirst();
        }
        byte[] all = new byte[batch.stream().mapToInt(frame -> frame.length).sum()];
        int at = 0;
        for (byte[] frame : batch) {
            System.arraycopy(frame, 0, all, at, frame.length);
            at += frame.length;
        }
        return all;
    }

    /** For the writer thread, where a service pushes: waits for something to flush; false when no more will come. */
    synchronized boolean awaitWork() throws InterruptedException {
        while (queued.isEmpty() && !closed) {
            wait();
        }
        return !closed;
    }

    /** From here on everything added is forgotten, and the writer thread ends. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** True while something waits that can still arrive. */
    synchronized boolean owes() {
        return bytes > 0 && !overflowed && !closed;
    }

    synchronized int queuedBytes() {
        return bytes;
    }

    private synchronized boolean overflowed() {
        return overflowed;
    }
}
