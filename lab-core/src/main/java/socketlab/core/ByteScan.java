package socketlab.core;

import static java.lang.invoke.MethodHandles.byteArrayViewVarHandle;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.invoke.VarHandle;

/**
 * Looks at eight bytes at a time, as one {@code long}, for every byte of every message is looked at twice. Any thread.
 */
public final class ByteScan {
    private static final VarHandle LONGS = byteArrayViewVarHandle(long[].class, LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private ByteScan() {}

    /** The first index from {@code from} (inclusive) to {@code to} (exclusive) that has this value, or -1. */
    public static int indexOf(byte[] bytes, byte value, int from, int to) {
        long pattern = (value & 0xFF) * LOW_BITS;
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long different = (long) LONGS.get(bytes, i) ^ pattern;   // the byte that is looked for becomes zero
            long zeros = (different - LOW_BITS) & ~different & HIGH_BITS;   // Warren, Hacker's Delight, 6-1: the lowest is exact
            if (zeros != 0) {
                return i + Long.numberOfTrailingZeros(zeros) / Byte.SIZE;
            }
        }
        for (; i < to; i++) {
            if (bytes[i] == value) {
                return i;
            }
        }
        return -1;
    }

    /** True when none of these bytes, from {@code from} (inclusive) to {@code to} (exclusive), is above 127. */
    static boolean isAscii(byte[] bytes, int from, int to) {
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            if (((long) LONGS.get(bytes, i) & HIGH_BITS) != 0) {
                return false;
            }
        }
        for (; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
