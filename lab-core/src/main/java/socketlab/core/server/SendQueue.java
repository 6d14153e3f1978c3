package socketlab.core.server;

import static socketlab.core.Text.format;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Bytes that wait to be sent to one client. Bounded, in order, without I/O.
 *
 * <p>{@link #push} may be called from any thread and never blocks; {@link #queuedBytes}, {@link #isEmpty} and
 * {@link #close} may be called from any thread too. All other methods belong to the thread that writes to the client.
 * Bytes stay here until {@link #remove} says that the kernel has taken them. The monitor is held for the moment of
 * adding or copying, never during a write.
 */
public final class SendQueue {
    /** The most that one write of a blocking stream takes; a larger frame is written in pieces of this size. */
    public static final int GATHER_BYTES = 64 << 10;

    private static final int FRAME_BYTES = 48;   // the heap that a frame takes beside its bytes: two small objects

    private final boolean preservesWrites;
    private final int limit;
    private final SendBudget budget;
    private Frame first;            // null while empty: idle clients stay small
    private Frame last;
    private int sentOfFirst;        // bytes of the first frame that have left already
    private volatile int bytes;     // written under the monitor
    private int frames;
    private int sentBytes;
    private long reserved;          // of the budget
    private int pushedBytes;        // the part that others sent: a client is not punished for its own replies
    private boolean flushRequested; // a flush is due, or waits until the client reads: no push need ask again
    private volatile boolean overflowed;   // written under the monitor
    private boolean closed;

    private static final class Frame {
        private final byte[] bytes;
        private final boolean pushed;
        private Frame next;

        private Frame(byte[] bytes, boolean pushed) {
            this.bytes = bytes;
            this.pushed = pushed;
        }
    }

    /**
     * An empty queue.
     *
     * @param preservesWrites each frame is to be a write of its own, so frames are never gathered
     * @param limit           bytes of pushed frames that may wait
     * @param budget          what may wait in all queues of this server
     */
    SendQueue(boolean preservesWrites, int limit, SendBudget budget) {
        this.preservesWrites = preservesWrites;
        this.limit = limit;
        this.budget = budget;
    }

    /**
     * Adds a frame that somebody else sends to this client. Where there is no room for it the queue has overflowed, and
     * takes no push any more; a single frame may be larger than the limit. True: the caller must see to a flush.
     */
    public boolean push(byte[] frame) {
        boolean flushNeeded = tryPush(frame);
        budget.enforce();
        return flushNeeded;
    }

    private synchronized boolean tryPush(byte[] frame) {
        if (closed || overflowed || frame.length == 0) {
            return false;
        }
        boolean flushNeeded = !flushRequested;
        flushRequested = true;
        overflowed = pushedBytes > 0 && pushedBytes + frame.length > limit;
        if (!overflowed) {
            append(new Frame(frame, true));
        }
        return flushNeeded || overflowed;
    }

    /** Adds a reply to the client's own request; never refused. */
    public void add(byte[] frame) {
        append(new Frame(frame, false));
        budget.enforce();
    }

    private synchronized void append(Frame frame) {
        if (closed || frame.bytes.length == 0) {
            return;
        }
        if (first == null) {
            first = frame;
            notifyAll();
        } else {
            last.next = frame;
        }
        last = frame;
        count(frame, frame.bytes.length);
    }

    /** Puts back what a write that began before everything queued here has left over. */
    public void addFirst(byte[] rest) {
        insertFirst(rest);
        budget.enforce();
    }

    private synchronized void insertFirst(byte[] rest) {
        if (closed || rest.length == 0) {
            return;
        }
        Frame frame = new Frame(rest, false);
        frame.next = first;
        last = first == null ? frame : last;
        first = frame;
        flushRequested = true;
        count(frame, rest.length);
    }

    @SuppressWarnings("NonAtomicVolatileUpdate")   // under the monitor
    private void count(Frame frame, int change) {
        bytes += change;
        frames++;
        pushedBytes += frame.pushed ? change : 0;
        reserve();
    }

    /** In whole steps, so that the budget, which all clients share, is asked rarely. */
    private void reserve() {
        long steps = (bytes + (long) frames * FRAME_BYTES) / SendBudget.STEP_BYTES;
        long change = steps * SendBudget.STEP_BYTES - reserved;
        if (change != 0) {
            reserved += change;
            budget.reserve(change);
        }
    }

    /**
     * Copies as much as fits, or one frame where writes are preserved; nothing is removed. False: the queue is empty.
     *
     * @throws IOException when the queue has overflowed: the client reads too slowly
     */
    public synchronized boolean copyTo(ByteBuffer buffer) throws IOException {
        failIfOverflowed();
        flushRequested = first != null;
        int from = sentOfFirst;
        for (Frame frame = first; frame != null && buffer.hasRemaining(); frame = preservesWrites ? null : frame.next) {
            buffer.put(frame.bytes, from, Math.min(frame.bytes.length - from, buffer.remaining()));
            from = 0;
        }
        return first != null;
    }

    /**
     * What a blocking stream is to write next: one frame without a copy where that will do, else up to
     * {@link #GATHER_BYTES} gathered. Null when empty. The caller removes all of it before it looks again.
     *
     * @throws IOException when the queue has overflowed: the client reads too slowly
     */
    public synchronized byte[] peek() throws IOException {
        failIfOverflowed();
        if (first == null) {
            return null;
        }
        boolean small = sentOfFirst == 0 && first.bytes.length <= GATHER_BYTES;
        if (small && (preservesWrites || first.next == null)) {
            return first.bytes;
        }
        int left = preservesWrites ? first.bytes.length - sentOfFirst : bytes;
        ByteBuffer gathered = ByteBuffer.allocate(Math.min(left, GATHER_BYTES));
        copyTo(gathered);
        return gathered.array();
    }

    private void failIfOverflowed() throws IOException {
        if (overflowed) {
            throw new IOException(format("too slow a reader: more than %d bytes wait for it", limit));
        }
    }

    /** The kernel has taken this many bytes. True when those were the last. */
    public synchronized boolean remove(int written) {
        if (closed) {
            return true;
        }
        bytes -= written;
        sentBytes += written;
        sentOfFirst += written;
        while (first != null && sentOfFirst >= first.bytes.length) {
            sentOfFirst -= first.bytes.length;
            pushedBytes -= first.pushed ? first.bytes.length : 0;
            first = first.next;
            frames--;
        }
        reserve();
        flushRequested &= first != null;
        return first == null;
    }

    /** For a thread that writes what others push: waits until something is queued; false when the queue is closed. */
    public synchronized boolean awaitPending() throws InterruptedException {
        while (first == null && !closed) {
            wait();
        }
        return !closed;
    }

    /** Forgets everything, and from here on everything that is added. */
    public synchronized void close() {
        closed = true;
        first = null;
        last = null;
        bytes = 0;
        frames = 0;
        reserve();
        notifyAll();
    }

    /** Any thread: gives up on a client that reads too slowly. What waits is forgotten, and its next write fails. */
    public synchronized void overflow() {
        overflowed = true;
        close();
    }

    /** True while something waits that can still arrive. */
    public synchronized boolean hasPending() {
        return first != null && !overflowed;
    }

    /** True after a push that found no room. */
    public synchronized boolean overflowed() {
        return overflowed;
    }

    /** True when so much waits that no further reply should be made before a flush. */
    public boolean isFull() {
        return bytes >= limit;
    }

    /** True when a flush has nothing to write and no overflow to report. Takes no monitor, for most flushes end here. */
    public boolean isFlushed() {
        return bytes == 0 && !overflowed;
    }

    /** True when nothing waits. */
    public boolean isEmpty() {
        return bytes == 0;
    }

    /** Bytes that wait. */
    public int queuedBytes() {
        return bytes;
    }

    /** Bytes that the kernel has taken so far, modulo 2^32: while this grows, the client reads. */
    public synchronized int sentBytes() {
        return sentBytes;
    }
}
