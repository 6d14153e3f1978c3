package socketlab.load.chat;

import java.util.Arrays;

/** What one member of a chat has heard: which messages, and in which order. */
final class ReceivedMessages {
    private final long[] known;
    private final int[] order;
    private int size;

    ReceivedMessages(int messages) {
        known = new long[messages / Long.SIZE + 1];
        order = new int[messages];   // all of it now: growing would cost somebody's latency
    }

    /** False when it has been heard before. */
    boolean add(int message) {
        long bit = 1L << message;
        if ((known[message / Long.SIZE] & bit) != 0) {
            return false;
        }
        known[message / Long.SIZE] |= bit;
        order[size++] = message;
        return true;
    }

    boolean has(int message) {
        return (known[message / Long.SIZE] & 1L << message) != 0;
    }

    int size() {
        return size;
    }

    /** The how-manieth it heard, from 0. */
    int at(int position) {
        return order[position];
    }

    @Override
    public String toString() {
        return Arrays.toString(Arrays.copyOf(order, size));
    }
}
