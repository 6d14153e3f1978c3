package socketlab.load.loop;

import java.io.IOException;
import java.util.List;
import socketlab.load.log.RequestLog;
import socketlab.load.net.LoadContext;

/**
 * When requests time out or are sent again, without timers. Every request has the same timeout, so the first that was
 * intended to start is the first to time out, and the log, which is in that order, is the queue of deadlines. In the same
 * way it is the queue of first resends, of second ones, and so on. Times are nanoseconds since the plan's zero.
 */
final class Deadlines {
    private final LoadContext context;
    private final RequestLog log;
    private final List<VirtualUser> users;
    private final long timeoutUs;
    private final int[] nextResend;   // for each resend: rows before this one are through with it
    private int oldest;               // no row before this one is in flight

    Deadlines(LoadContext context, List<VirtualUser> users) {
        this.context = context;
        this.log = context.log();
        this.users = users;
        this.timeoutUs = context.plan().timing().timeout().toNanos() / 1000;
        this.nextResend = new int[context.plan().faults().retries()];
    }

    /** {@link RequestScheduler#NEVER} when no request is in flight. */
    long nextDueNanos() {
        long due = dueNanos(oldest, timeoutUs);
        for (int i = 0; i < nextResend.length; i++) {
            due = Math.min(due, dueNanos(nextResend[i], resendAfterUs(i)));
        }
        return due;
    }

    private long dueNanos(int row, long afterUs) {
        return row < log.size() ? 1000 * (log.intendedUs(row) + afterUs) : RequestScheduler.NEVER;
    }

    /** The resends divide the timeout into equal parts. */
    private long resendAfterUs(int i) {
        return timeoutUs * (i + 1) / (nextResend.length + 1);
    }

    /** Sends again what has been unanswered for so long. */
    void resendDue() throws IOException {
        for (int i = 0; i < nextResend.length; i++) {
            while (dueNanos(nextResend[i], resendAfterUs(i)) <= context.now()) {
                int row = nextResend[i]++;
                users.get(log.client(row) - 1).resend(row);
            }
        }
    }

    /** Ends the oldest request that has timed out, and returns its client; null: none has. */
    VirtualUser expireOne() {
        long expired = context.now() / 1000 - timeoutUs;
        while (oldest < log.size() && (log.outcome(oldest) != null || log.intendedUs(oldest) <= expired)) {
            int row = oldest++;
            if (log.outcome(row) == null) {
                VirtualUser user = users.get(log.client(row) - 1);
                user.end(context.plan().transport().timeoutOutcome());
                return user;
            }
        }
        return null;
    }
}
