package socketlab.load.log;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import socketlab.results.Outcome;

/**
 * Every request of a load, one row each, in order of start. Rows count from 0. Times that are read are microseconds since
 * the plan's zero, -1 where a phase was not reached; times that are written are nanoseconds since that zero. The loop thread
 * writes; other threads may read when the load is over. A row out of range throws {@link IndexOutOfBoundsException}.
 *
 * <p>Rows lie in blocks of plain arrays. Writing a row allocates nothing, and growing copies nothing: a log that doubled its
 * arrays would now and then stop the loop for milliseconds, and that would be measured as latency.
 */
public final class RequestLog {
    private static final int WRONG_REPLIES_KEPT = 5;
    private static final Outcome[] OUTCOMES = Outcome.values();

    private final List<LogBlock> blocks = new ArrayList<>();
    private final long[] counts = new long[OUTCOMES.length];
    private final LoadCounters counters = new LoadCounters();
    private final Map<Outcome, String> reasons = new EnumMap<>(Outcome.class);
    private final List<WrongReply> wrongReplies = new ArrayList<>();
    private int size;

    /** An empty log. */
    public RequestLog() {}

    /** How many requests have been started. */
    public int size() {
        return size;
    }

    /** How many requests have ended with this outcome. */
    public long count(Outcome outcome) {
        return counts[outcome.ordinal()];
    }

    /** UDP with kept sockets: replies to requests that had been counted as lost. */
    public long lateReplies() {
        return counters.lateReplies;
    }

    /** UDP with kept sockets: further replies to requests that had their reply already. */
    public long duplicateReplies() {
        return counters.duplicateReplies;
    }

    /** Requests that were sent again on a new connection, because the server had closed the kept one before a byte of reply. */
    public long reconnected() {
        return counters.reconnected;
    }

    /** The server's address that clients were connected to, of those that its name has; null: none was ever connected. */
    public InetSocketAddress address() {
        return counters.address;
    }

    /** When the load began: idle and preconnected clients were connected, and no request had started. */
    public long startedUs() {
        return counters.startedNanos / 1000;
    }

    /** Why the first request of each outcome failed, in words; an outcome that did not occur has no entry. */
    public Map<Outcome, String> reasons() {
        return Collections.unmodifiableMap(reasons);
    }

    /** Each limit that ended a wait for the server or left out some of what it sent, in words without a full stop. */
    public List<String> limits() {
        return List.copyOf(counters.limits);
    }

    /** The first wrong replies, five at most. */
    public List<WrongReply> wrongReplies() {
        return Collections.unmodifiableList(wrongReplies);
    }

    /** Whether any client was connected, or got a reply. */
    public boolean anyConnected() {
        for (int row = 0; row < size; row++) {
            // Over UDP a refused client has a port, too; over TCP one that was reset at once may have none.
            if (outcome(row) == Outcome.RESET || (clientPort(row) >= 0 && outcome(row) != Outcome.REFUSED)) {
                return true;
            }
        }
        return false;
    }

    /** Idle clients that were connected when the clock started; over UDP, those that were not refused. */
    public int idleConnected() {
        return counters.idleConnected;
    }

    /** Idle clients that could not connect, or whose connection the server closed before the load was over. */
    public int idleLost() {
        return counters.idleLost;
    }

    /**
     * When the server closed connections of idle clients, in ascending order, in microseconds since the load began; at
     * most the first ten.
     */
    public List<Long> idleClosedUs() {
        return size == 0 ? List.of() : counters.idleClosedUs.stream().map(us -> us - startedUs()).toList();
    }

    /** How well the load kept its rate; for when the load is over. */
    public RateReport rateReport() {
        return counters.rateReport(size);
    }

    /** The request's number over the whole load, from 1. */
    public int request(int row) {
        return Objects.checkIndex(row, size) + 1;
    }

    /** The request's client, from 1. */
    public int client(int row) {
        return block(row).clients[row % LogBlock.ROWS];
    }

    /** The client's own port; -1: it was never connected. */
    public int clientPort(int row) {
        return block(row).ports[row % LogBlock.ROWS];
    }

    /** Null while the request is in flight; no request is, once the load is over. */
    public Outcome outcome(int row) {
        int code = block(row).outcomes[row % LogBlock.ROWS];
        return code == 0 ? null : OUTCOMES[code - 1];
    }

    /** When the request was intended to start: in a closed loop when it did start, in an open loop as scheduled. */
    public long intendedUs(int row) {
        return time(row, RequestPhase.INTENDED);
    }

    /** When its client began to connect; -1 for a further request on a kept connection. */
    public long connectUs(int row) {
        return time(row, RequestPhase.CONNECT);
    }

    /** When the loop learned that its client was connected; -1 as above. */
    public long connectedUs(int row) {
        return time(row, RequestPhase.CONNECTED);
    }

    /** When the kernel had taken its last byte; -1 where the client sends nothing. */
    public long sentUs(int row) {
        return time(row, RequestPhase.SENT);
    }

    /** When the read that brought the first byte of its reply had returned: {@link #doneUs} where one read brought it all. */
    public long firstByteUs(int row) {
        return time(row, RequestPhase.FIRST_BYTE);
    }

    /** When the read that brought the end of its reply had returned or, with an outcome that has no reply, when the outcome was known. */
    public long doneUs(int row) {
        return time(row, RequestPhase.DONE);
    }

    /** Adds a row for a request of this client (from 1) that is intended to start at this time, and returns it. */
    public int start(int client, long nanos) {
        if (size % LogBlock.ROWS == 0) {
            blocks.add(new LogBlock());
        }
        int row = size++;
        block(row).clients[row % LogBlock.ROWS] = client;
        record(row, RequestPhase.INTENDED, nanos);
        return row;
    }

    /** Records when a request reached a phase. */
    public void record(int row, RequestPhase phase, long nanos) {
        block(row).times[row % LogBlock.ROWS * LogBlock.TIMES + phase.ordinal()] = nanos / 1000;
    }

    /** Records the client's own port. */
    public void clientPort(int row, int port) {
        block(row).ports[row % LogBlock.ROWS] = port;
    }

    /** Records the first byte of a reply; only the first call for a row counts. */
    public void firstByte(int row, long nanos) {
        if (firstByteUs(row) < 0) {
            record(row, RequestPhase.FIRST_BYTE, nanos);
        }
    }

    /** What has come was no reply to this request: its first byte is still to come. */
    public void forgetFirstByte(int row) {
        block(row).times[row % LogBlock.ROWS * LogBlock.TIMES + RequestPhase.FIRST_BYTE.ordinal()] = -1;
    }

    /** Ends a request. */
    public void end(int row, long nanos, Outcome outcome) {
        record(row, RequestPhase.DONE, nanos);
        block(row).outcomes[row % LogBlock.ROWS] = (byte) (outcome.ordinal() + 1);
        counts[outcome.ordinal()]++;
    }

    /** Whether {@link #reason} would be of use: the first of each outcome is kept. */
    public boolean wantsReason(Outcome outcome) {
        return !reasons.containsKey(outcome);
    }

    /** Records why a request failed; only the first call for an outcome counts. */
    public void reason(Outcome outcome, String words) {
        reasons.putIfAbsent(outcome, words);
    }

    /** Whether another {@link #wrongReply} would be kept. */
    public boolean wantsWrongReply() {
        return wrongReplies.size() < WRONG_REPLIES_KEPT;
    }

    /** Keeps a wrong reply, and its reason, unless there are enough. */
    public void wrongReply(WrongReply reply) {
        reason(Outcome.WRONG, reply.reason());
        if (wantsWrongReply()) {
            wrongReplies.add(reply);
        }
    }

    /** For the loop, which counts in them. */
    public LoadCounters counters() {
        return counters;
    }

    private LogBlock block(int row) {
        return blocks.get(Objects.checkIndex(row, size) / LogBlock.ROWS);
    }

    private long time(int row, RequestPhase phase) {
        return block(row).times[row % LogBlock.ROWS * LogBlock.TIMES + phase.ordinal()];
    }
}
