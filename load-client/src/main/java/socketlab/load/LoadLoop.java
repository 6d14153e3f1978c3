package socketlab.load;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;

/**
 * The select lesson seen from the other side: one thread is a thousand clients, because all that a client does is wait.
 *
 * <p>There are no timers. Every request may take equally long, so the first to start is the first to be overdue, and
 * the log, which is in order of start, is the queue of deadlines. Deadlines are exact; the selector sleeps in whole
 * milliseconds, rounded up, so one is noticed up to a millisecond late and the loop never spins towards it.
 */
final class LoadLoop {
    private static final int STARTS_A_TURN = 8;   // then look who has been answered: a burst must not delay them
    private static final long REST_NANOS = 10_000_000;
    private static final long NEVER = Long.MAX_VALUE / 2;   // leaves room to add to it

    private final Shared shared;
    private final RequestLog log;
    private final long timeoutUs;
    private final IdleCrowd idle;
    private final List<Client> clients;
    private final Queue<Client> free = new ArrayDeque<>();      // may ask now; an open loop would fill it by the clock
    private final Queue<Resting> resting = new ArrayDeque<>();  // were refused: without a pause they would only spin
    private int oldest;      // no row before this one is on its way
    private int unfinished;
    private volatile boolean stopped;

    private record Resting(Client client, long untilNanos) {}

    LoadLoop(Shared shared) {
        this.shared = shared;
        this.log = shared.log();
        this.timeoutUs = shared.plan().timeout().toNanos() / 1000;
        this.idle = new IdleCrowd(shared);
        this.clients = IntStream.rangeClosed(1, shared.plan().clients()).mapToObj(n -> new Client(shared, n)).toList();
    }

    /** Any thread. */
    void stop() {
        stopped = true;
        shared.selector().wakeup();
    }

    void run() throws IOException, InterruptedException {
        List<Client> willing = clients.stream().filter(Client::hasMore).toList();
        try {
            idle.open(() -> stopped);
            if (shared.plan().preconnect()) {
                new Preconnect(willing, shared, shared.plan().timeout()).run(() -> stopped);
            }
            idle.count();
            shared.watcher().started();
            free.addAll(willing);
            unfinished = willing.size();
            turnUntil(shared.plan().duration().map(time -> shared.now() + time.toNanos()).orElse(NEVER));
            shared.watcher().ended();
        } finally {
            clients.forEach(client -> client.end(Outcome.ABORTED));
            idle.close();
        }
    }

    private void turnUntil(long end) throws IOException, InterruptedException {
        while (unfinished > 0 && !stopped && shared.now() < end) {
            startFree();
            select(end);
            for (SelectionKey key : shared.selector().selectedKeys()) {
                switch ((Party) key.attachment()) {
                    case Client client -> advance(client);
                    case IdleClient idle -> idle.advance();
                }
            }
            shared.selector().selectedKeys().clear();
            endOverdue();
        }
    }

    private void advance(Client client) throws IOException {
        boolean asking = client.isAsking();
        client.advance();
        if (asking && !client.isAsking()) {
            release(client);
            startFree();   // now, not after the others: the server need not wait for us
        }
    }

    private void startFree() throws IOException {
        for (int started = 0; started < STARTS_A_TURN && !free.isEmpty(); started++) {
            Client client = free.remove();
            client.start();
            if (!client.isAsking()) {
                release(client);
            }
        }
    }

    /** The client has ended a request. */
    private void release(Client client) {
        if (!client.hasMore()) {
            unfinished--;
        } else if (client.wasRefused()) {
            resting.add(new Resting(client, shared.now() + REST_NANOS));
        } else {
            free.add(client);
        }
    }

    private void select(long end) throws IOException, InterruptedException {
        long now = shared.now();
        while (!resting.isEmpty() && resting.element().untilNanos() <= now) {
            free.add(resting.remove().client());
        }
        if (!free.isEmpty() || unfinished == 0) {   // the last request may have ended as it started
            shared.selector().selectNow();
        } else {
            shared.selector().select(Math.max(1, (nextDue(end) - now + 999_999) / 1_000_000));
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("the load was interrupted");
        }
    }

    private long nextDue(long end) {
        long due = resting.isEmpty() ? end : Math.min(end, resting.element().untilNanos());
        return oldest < log.size() ? Math.min(due, 1000 * (log.intendedUs(oldest) + timeoutUs)) : due;
    }

    private void endOverdue() {
        long overdue = shared.now() / 1000 - timeoutUs;
        while (oldest < log.size() && (log.outcome(oldest) != null || log.intendedUs(oldest) <= overdue)) {
            if (log.outcome(oldest) == null) {
                Client client = clients.get(log.client(oldest) - 1);
                client.end(shared.plan().transport().silence());
                release(client);
            }
            oldest++;
        }
    }
}
