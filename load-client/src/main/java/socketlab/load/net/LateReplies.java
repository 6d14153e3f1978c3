package socketlab.load.net;

import socketlab.load.log.RequestLog;
import socketlab.load.plan.LoadPlan;
import socketlab.load.plan.Transport;
import socketlab.results.Outcome;

/** Knows the answers that nobody waits for any more: a datagram may come when its request is over, or come twice. */
public record LateReplies(LoadPlan plan, RequestLog log) {

    /** Counts the answer and returns true when it answers an earlier request of this client. */
    public boolean claim(int client, byte[] answer) {
        int row = rowOf(answer);
        if (row < 0 || log.client(row) != client || log.outcome(row) == null || !isRight(row, answer)) {
            return false;
        }
        if (log.outcome(row) == Outcome.OK) {
            log.counters().duplicateReplies++;
        } else {
            log.counters().lateReplies++;
        }
        return true;
    }

    /** -1: unknown, or none. A stream is never late: what comes there is wrong if it is not what was asked for. */
    private int rowOf(byte[] answer) {
        int request = plan.transport() == Transport.TCP ? 0 : plan.protocol().requestNumber().applyAsInt(answer);
        return request <= log.size() ? request - 1 : -1;
    }

    private boolean isRight(int row, byte[] answer) {
        byte[] said = plan.message(log.client(row), log.request(row));
        return plan.protocol().accepts().test(said, answer);
    }
}
