package socketlab.core.framing;

import java.nio.ByteBuffer;
import java.util.Arrays;
import socketlab.core.ByteScan;

/**
 * Bytes received and not yet decoded: a window that moves through one growing array. Part of a decoder; one thread at a
 * time.
 */
public final class InputBuffer {
    private static final byte[] NOTHING = {};

    private byte[] bytes = NOTHING;
    private int start;
    private int end;

    /**
     * Takes all remaining bytes. Moves the window to the start first, so that the array grows with the unread bytes
     * only.
     */
    public void append(ByteBuffer more) {
        if (start > 0) {   // most often all of it is read: then nothing moves
            System.arraycopy(bytes, start, bytes, 0, size());
            end -= start;
            start = 0;
        }
        int needed = end + more.remaining();
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
        }
        int count = more.remaining();
        more.get(bytes, end, count);
        end += count;
    }

    /** The number of unread bytes. */
    public int size() {
        return end - start;
    }

    /** The unread byte at this index; 0 is the oldest. */
    public byte at(int index) {
        return bytes[start + index];
    }

    /** The first index at or after {@code from} with this value, or -1. */
    public int indexOf(byte value, int from) {
        int found = ByteScan.indexOf(bytes, value, start + from, end);
        return found < 0 ? -1 : found - start;
    }

    /** Removes and returns the first {@code count} bytes. */
    public byte[] take(int count) {
        byte[] taken = Arrays.copyOfRange(bytes, start, start + count);
        drop(count);
        return taken;
    }

    /** Removes the first {@code count} bytes. */
    public void drop(int count) {
        start += count;
    }

    /** The unread bytes; valid until the next call of another method. */
    public ByteBuffer view() {
        return ByteBuffer.wrap(bytes, start, size());
    }
}
