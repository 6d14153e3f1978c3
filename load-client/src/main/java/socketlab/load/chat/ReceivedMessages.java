package socketlab.load.chat;

import java.util.Arrays;

/** The messages that one member has received, in order; and which they are, as a bit set. */
final class ReceivedMessages {
    private final long[] bits;
    private final int[] order;
    private int size;

    /** @param messages how many messages there are; their numbers count from 0 */
    ReceivedMessages(int messages) {
        bits = new long[messages / Long.SIZE + 1];
        order = new int[messages];   // all of it now: growing would add to a message's latency
    }

    /** False when the message had been received before. */
    boolean add(int message) {
        if (contains(message)) {
            return false;
        }
        bits[message / Long.SIZE] |= 1L << message;
        order[size++] = message;
        return true;
    }

    boolean contains(int message) {
        return (bits[message / Long.SIZE] & 1L << message) != 0;
    }

    int size() {
        return size;
    }

    /** The message at this position, from 0. */
    int get(int position) {
        return order[position];
    }

    @Override
    public String toString() {
        return Arrays.toString(Arrays.copyOf(order, size));
    }
}
