package socketlab.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Every request of a load, one row each, in order of start. Times are microseconds since the plan's zero; -1: not
 * reached. Written on the loop thread; to be read by others when the load is over.
 *
 * <p>Rows lie in blocks of plain arrays. Writing one allocates nothing, and growing copies nothing: a log that doubled
 * its arrays would now and then stop the loop for milliseconds, and find them in somebody's latency.
 */
public final class RequestLog {
    private static final int BLOCK = 4096;
    private static final int INTENDED = 0, CONNECT = 1, CONNECTED = 2, SENT = 3, FIRST_BYTE = 4, DONE = 5, TIMES = 6;

    private static final class Block {
        final long[] times = new long[BLOCK * TIMES];   // a row's times side by side: one request, one cache line
        final int[] clients = new int[BLOCK];
        final int[] ports = new int[BLOCK];
        final Outcome[] outcomes = new Outcome[BLOCK];

        Block() {
            Arrays.fill(times, -1);
            Arrays.fill(ports, -1);
        }
    }

    private final List<Block> blocks = new ArrayList<>();
    private final long[] counts = new long[Outcome.values().length];
    private int size;

    RequestLog() {}

    public int size() {
        return size;
    }

    public long count(Outcome outcome) {
        return counts[outcome.ordinal()];
    }

    /** From 1, over the whole load. */
    public int request(int row) {
        return Objects.checkIndex(row, size) + 1;
    }

    /** From 1. */
    public int client(int row) {
        return block(row).clients[row % BLOCK];
    }

    /** The port it called from; -1: never connected. */
    public int clientPort(int row) {
        return block(row).ports[row % BLOCK];
    }

    /** Null while it is on its way; no row is, once the load is over. */
    public Outcome outcome(int row) {
        return block(row).outcomes[row % BLOCK];
    }

    /** When it was meant to start: in a closed loop right when it did, before it connected. */
    public long intendedUs(int row) {
        return time(row, INTENDED);
    }

    /** When it began to connect; -1 for the second request on a kept connection, and the next ones. */
    public long connectUs(int row) {
        return time(row, CONNECT);
    }

    /** When the loop learned that it was connected; -1 as above. */
    public long connectedUs(int row) {
        return time(row, CONNECTED);
    }

    /** When the kernel had taken the last byte; -1 where the client says nothing. */
    public long sentUs(int row) {
        return time(row, SENT);
    }

    public long firstByteUs(int row) {
        return time(row, FIRST_BYTE);
    }

    /** When the whole answer was decoded or, with any outcome that has none, when that was known. */
    public long doneUs(int row) {
        return time(row, DONE);
    }

    /** A new row; times here and below are nanoseconds since the plan's zero. */
    int start(int client, long nanos) {
        if (size % BLOCK == 0) {
            blocks.add(new Block());
        }
        int row = size++;
        block(row).clients[row % BLOCK] = client;
        set(row, INTENDED, nanos);
        return row;
    }

    void connect(int row, long nanos) {
        set(row, CONNECT, nanos);
    }

    void connected(int row, long nanos) {
        set(row, CONNECTED, nanos);
    }

    void clientPort(int row, int port) {
        block(row).ports[row % BLOCK] = port;
    }

    void sent(int row, long nanos) {
        set(row, SENT, nanos);
    }

    /** Only the first call for a row counts. */
    void firstByte(int row, long nanos) {
        if (time(row, FIRST_BYTE) < 0) {
            set(row, FIRST_BYTE, nanos);
        }
    }

    void end(int row, long nanos, Outcome outcome) {
        set(row, DONE, nanos);
        block(row).outcomes[row % BLOCK] = outcome;
        counts[outcome.ordinal()]++;
    }

    private Block block(int row) {
        return blocks.get(Objects.checkIndex(row, size) / BLOCK);
    }

    private long time(int row, int which) {
        return block(row).times[row % BLOCK * TIMES + which];
    }

    private void set(int row, int which, long nanos) {
        block(row).times[row % BLOCK * TIMES + which] = nanos / 1000;
    }
}
