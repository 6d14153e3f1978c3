package socketlab.load.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import socketlab.results.Outcome;

/**
 * Every request of a load, one row each, in order of start. Times are microseconds since the plan's zero; -1: not
 * reached. Written on the loop thread; to be read by others when the load is over.
 *
 * <p>Rows lie in blocks of plain arrays. Writing one allocates nothing, and growing copies nothing: a log that doubled
 * its arrays would now and then stop the loop for milliseconds, and find them in somebody's latency.
 */
public final class RequestLog {
    private final List<LogBlock> blocks = new ArrayList<>();
    private final long[] counts = new long[Outcome.values().length];
    private final LoadCounters counters = new LoadCounters();
    private int size;

    public RequestLog() {}

    public int size() {
        return size;
    }

    public long count(Outcome outcome) {
        return counts[outcome.ordinal()];
    }

    /** Over UDP, where sockets are kept: answers that came before the load was over, to requests given up as lost. */
    public long lateReplies() {
        return counters.lateReplies;
    }

    /** The same, to requests that had been answered already. */
    public long duplicateReplies() {
        return counters.duplicateReplies;
    }

    /** How many idle clients were there when the clock started; over UDP, those who were not refused. */
    public int idleConnected() {
        return counters.idleConnected;
    }

    /** How many idle clients could not connect, or were hung up on before the load was over. */
    public int idleLost() {
        return counters.idleLost;
    }

    /** How the loop kept up with what it was to do. */
    public RateReport rateReport() {
        return counters.rateReport(size);
    }

    /** From 1, over the whole load. */
    public int request(int row) {
        return Objects.checkIndex(row, size) + 1;
    }

    /** From 1. */
    public int client(int row) {
        return block(row).clients[row % LogBlock.ROWS];
    }

    /** The port it called from; -1: never connected. */
    public int clientPort(int row) {
        return block(row).ports[row % LogBlock.ROWS];
    }

    /** Null while it is on its way; no row is, once the load is over. */
    public Outcome outcome(int row) {
        return block(row).outcomes[row % LogBlock.ROWS];
    }

    /** When it was meant to start: in a closed loop right when it did, in an open one when the clock said so. */
    public long intendedUs(int row) {
        return time(row, RequestPhase.INTENDED);
    }

    /** When it began to connect; -1 for the second request on a kept connection, and the next ones. */
    public long connectUs(int row) {
        return time(row, RequestPhase.CONNECT);
    }

    /** When the loop learned that it was connected; -1 as above. */
    public long connectedUs(int row) {
        return time(row, RequestPhase.CONNECTED);
    }

    /** When the kernel had taken the last byte; -1 where the client says nothing. */
    public long sentUs(int row) {
        return time(row, RequestPhase.SENT);
    }

    public long firstByteUs(int row) {
        return time(row, RequestPhase.FIRST_BYTE);
    }

    /** When the whole answer was decoded or, with any outcome that has none, when that was known. */
    public long doneUs(int row) {
        return time(row, RequestPhase.DONE);
    }

    /** A new row; times here and below are nanoseconds since the plan's zero. */
    public int start(int client, long nanos) {
        if (size % LogBlock.ROWS == 0) {
            blocks.add(new LogBlock());
        }
        int row = size++;
        block(row).clients[row % LogBlock.ROWS] = client;
        record(row, RequestPhase.INTENDED, nanos);
        return row;
    }

    public void record(int row, RequestPhase moment, long nanos) {
        block(row).times[row % LogBlock.ROWS * LogBlock.TIMES + moment.ordinal()] = nanos / 1000;
    }

    public void clientPort(int row, int port) {
        block(row).ports[row % LogBlock.ROWS] = port;
    }

    /** Only the first call for a row counts. */
    public void firstByte(int row, long nanos) {
        if (firstByteUs(row) < 0) {
            record(row, RequestPhase.FIRST_BYTE, nanos);
        }
    }

    public void end(int row, long nanos, Outcome outcome) {
        record(row, RequestPhase.DONE, nanos);
        block(row).outcomes[row % LogBlock.ROWS] = outcome;
        counts[outcome.ordinal()]++;
    }

    public LoadCounters counters() {
        return counters;
    }

    private LogBlock block(int row) {
        return blocks.get(Objects.checkIndex(row, size) / LogBlock.ROWS);
    }

    private long time(int row, RequestPhase moment) {
        return block(row).times[row % LogBlock.ROWS * LogBlock.TIMES + moment.ordinal()];
    }
}
