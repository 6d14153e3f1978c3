package socketlab.load.loop;

import java.util.List;
import socketlab.load.log.RequestLog;
import socketlab.load.net.LoadContext;

/**
 * When requests are overdue, or to be said once more, without a timer. Every request may take equally long, so the
 * first that was meant to start is the first to be overdue, and the log, which is in that order, is the queue of
 * deadlines. It is the queue of the first further tries as well, and of the second.
 */
final class Deadlines {
    private final LoadContext shared;
    private final RequestLog log;
    private final List<VirtualUser> clients;
    private final long timeoutUs;
    private final int[] tried;   // by the number of the try: no row before this one is to be said again
    private int oldest;          // no row before this one is on its way

    Deadlines(LoadContext shared, List<VirtualUser> clients) {
        this.shared = shared;
        this.log = shared.log();
        this.clients = clients;
        this.timeoutUs = shared.plan().timing().timeout().toNanos() / 1000;
        this.tried = new int[shared.plan().faults().retries()];
    }

    /** Nanoseconds since the plan's zero; {@link RequestScheduler#NEVER} when nothing is on its way. */
    long due() {
        long due = due(oldest, timeoutUs);
        for (int i = 0; i < tried.length; i++) {
            due = Math.min(due, due(tried[i], afterUs(i)));
        }
        return due;
    }

    private long due(int row, long afterUs) {
        return row < log.size() ? 1000 * (log.intendedUs(row) + afterUs) : RequestScheduler.NEVER;
    }

    /** The tries share the time of a request evenly. */
    private long afterUs(int i) {
        return timeoutUs * (i + 1) / (tried.length + 1);
    }

    /** Says again what is unanswered for so long. */
    void tryAgain() {
        for (int i = 0; i < tried.length; i++) {
            while (due(tried[i], afterUs(i)) <= shared.now()) {
                int row = tried[i]++;
                clients.get(log.client(row) - 1).askAgain(row);
            }
        }
    }

    /** Ends the request that is overdue longest and returns whose it was; null: none is. */
    VirtualUser endOne() {
        long overdue = shared.now() / 1000 - timeoutUs;
        while (oldest < log.size() && (log.outcome(oldest) != null || log.intendedUs(oldest) <= overdue)) {
            int row = oldest++;
            if (log.outcome(row) == null) {
                VirtualUser client = clients.get(log.client(row) - 1);
                client.end(shared.plan().transport().timeoutOutcome());
                return client;
            }
        }
        return null;
    }
}
