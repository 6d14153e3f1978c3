package socketlab.core.framing;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Bytes that have arrived and are not yet part of a message: a window that moves through one growing array. Part of a
 * decoder, and like it used by one thread at a time.
 */
public final class InputBuffer {
    private static final byte[] NOTHING = {};

    private byte[] bytes = NOTHING;
    private int start;
    private int end;

    /** Takes all remaining bytes; what was consumed makes room first, so the array stays as small as the backlog. */
    public void append(ByteBuffer more) {
        if (start > 0) {
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

    public int size() {
        return end - start;
    }

    public byte at(int index) {
        return bytes[start + index];
    }

    /** Where the value first stands at or after {@code from}, or -1. */
    public int indexOf(byte value, int from) {
        for (int i = start + from; i < end; i++) {
            if (bytes[i] == value) {
                return i - start;
            }
        }
        return -1;
    }

    /** The first bytes, which are then consumed. */
    public byte[] take(int count) {
        byte[] taken = Arrays.copyOfRange(bytes, start, start + count);
        drop(count);
        return taken;
    }

    public void drop(int count) {
        start += count;
    }

    public ByteBuffer view() {
        return ByteBuffer.wrap(bytes, start, size());
    }
}
