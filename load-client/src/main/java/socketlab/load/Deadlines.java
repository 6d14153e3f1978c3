package socketlab.load;

import java.util.List;

/**
 * When requests are overdue, without a timer. Every request may take equally long, so the first that was meant to start
 * is the first to be overdue, and the log, which is in that order, is the queue of deadlines.
 */
final class Deadlines {
    private final Shared shared;
    private final RequestLog log;
    private final List<Client> clients;
    private final long timeoutUs;
    private int oldest;      // no row before this one is on its way

    Deadlines(Shared shared, List<Client> clients) {
        this.shared = shared;
        this.log = shared.log();
        this.clients = clients;
        this.timeoutUs = shared.plan().timeout().toNanos() / 1000;
    }

    /** Nanoseconds since the plan's zero; {@link Turns#NEVER} when nothing is on its way. */
    long due() {
        return oldest < log.size() ? 1000 * (log.intendedUs(oldest) + timeoutUs) : Turns.NEVER;
    }

    /** Ends the request that is overdue longest and returns whose it was; null: none is. */
    Client endOne() {
        long overdue = shared.now() / 1000 - timeoutUs;
        while (oldest < log.size() && (log.outcome(oldest) != null || log.intendedUs(oldest) <= overdue)) {
            int row = oldest++;
            if (log.outcome(row) == null) {
                Client client = clients.get(log.client(row) - 1);
                client.end(shared.plan().transport().silence());
                return client;
            }
        }
        return null;
    }
}
