package socketlab.load.net;

import socketlab.load.log.RequestLog;
import socketlab.load.plan.LoadPlan;
import socketlab.load.plan.Transport;
import socketlab.results.Outcome;

/** Recognizes replies to earlier requests: a datagram can arrive after its request has timed out, or arrive twice. */
public record LateReplies(LoadPlan plan, RequestLog log) {
    /**
     * Whether this reply answers an earlier request of this client (from 1); if so, it is counted as late or as duplicate.
     * The request's number in the reply leads to its row, so this takes the same time however long the log is.
     */
    public boolean countStale(int client, byte[] reply) {
        int row = rowOf(reply);
        if (row < 0 || log.client(row) != client || log.outcome(row) == null || !isCorrect(row, reply)) {
            return false;
        }
        if (log.outcome(row) == Outcome.OK) {
            log.counters().duplicateReplies++;
        } else {
            log.counters().lateReplies++;
        }
        return true;
    }

    /** -1: unknown, or none. On a stream no reply is late: a reply to another request is wrong there. */
    private int rowOf(byte[] reply) {
        int request = plan.transport() == Transport.TCP ? 0 : plan.protocol().requestNumber().applyAsInt(reply);
        return request <= log.size() ? request - 1 : -1;
    }

    private boolean isCorrect(int row, byte[] reply) {
        byte[] sent = plan.message(log.client(row), log.request(row));
        return plan.protocol().accepts().test(sent, reply);
    }
}
