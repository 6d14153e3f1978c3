package socketlab.select;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * What is on its way to one client: replies and pushes, in one order.
 *
 * <p>Adding never writes and any thread may do it; {@link #flush}, on the loop thread, writes all that is queued at
 * once, so a burst costs one write and not one for each message, unless the framing wants them apart. The monitor is
 * held for the moment of adding or copying, never for a write.
 */
final class Outbox {
    private final boolean apart;
    private final int limit;
    private Queue<Frame> queued;   // null while there is none: most clients are idle most of the time
    private int sentOfFirst;       // bytes of the first one that have left already
    private int bytes;
    private int pushed;            // how many of them others sent; the client's own replies are no fault of it
    private boolean flushAsked;    // somebody will flush: the loop has been asked to, or waits until the client reads
    private boolean overflowed;
    private boolean closed;

    private record Frame(byte[] bytes, boolean pushed) {}

    Outbox(boolean apart, int limit) {
        this.apart = apart;
        this.limit = limit;
    }

    /** A message from somebody else, forgotten where there is no room for it. True: see to it that it is flushed. */
    synchronized boolean push(byte[] frame) {
        if (closed || overflowed) {
            return false;
        }
        boolean ask = !flushAsked;
        flushAsked = true;
        overflowed = pushed > 0 && pushed + frame.length > limit;
        if (!overflowed) {
            append(new Frame(frame, true));
            pushed += frame.length;
        }
        return ask || overflowed;
    }

    /** The client's own reply: never refused. True when it is time to flush, because much is waiting. */
    synchronized boolean reply(byte[] frame) {
        append(new Frame(frame, false));
        return bytes >= limit;
    }

    private void append(Frame frame) {
        if (queued == null) {
            queued = new ArrayDeque<>(1);
        }
        queued.add(frame);
        bytes += frame.bytes.length;
    }

    /**
     * Writes everything queued, through the buffer, until it is gone or the client is behind: true when it is gone.
     * Throws when the client has been behind for so long that a push found no room.
     */
    boolean flush(WritableByteChannel channel, ByteBuffer buffer) throws IOException {
        while (fill(buffer.clear())) {
            boolean gone = sent(channel.write(buffer.flip()));
            if (gone || buffer.hasRemaining()) {
                return gone;
            }
        }
        return true;
    }

    /** Copies what fits: false when there is nothing. Nothing is forgotten before it has left. */
    private synchronized boolean fill(ByteBuffer buffer) throws IOException {
        if (overflowed) {
            throw new IOException("too slow a reader: more than %d bytes wait for it".formatted(limit));
        }
        flushAsked = bytes > 0;   // a client that is behind is waited for, so no push need ask
        if (!flushAsked) {
            return false;
        }
        int from = sentOfFirst;
        for (Frame frame : queued) {
            buffer.put(frame.bytes, from, Math.min(frame.bytes.length - from, buffer.remaining()));
            from = 0;
            if (apart || !buffer.hasRemaining()) {
                break;
            }
        }
        return true;
    }

    /** So many bytes have left: true when those were the last. */
    private synchronized boolean sent(int count) {
        bytes -= count;
        sentOfFirst += count;
        while (!queued.isEmpty() && sentOfFirst >= queued.element().bytes.length) {
            Frame gone = queued.remove();
            sentOfFirst -= gone.bytes.length;
            pushed -= gone.pushed ? gone.bytes.length : 0;
        }
        if (bytes == 0) {
            queued = null;
            flushAsked = false;
        }
        return bytes == 0;
    }

    /** From here on everything added is forgotten. */
    synchronized void close() {
        closed = true;
        queued = null;
        bytes = 0;
    }

    synchronized int queuedBytes() {
        return bytes;
    }
}
