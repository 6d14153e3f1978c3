package socketlab.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.SelectionKey;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.stream.IntStream;

/**
 * The select lesson seen from the other side: one thread is a thousand clients, because all that a client does is wait.
 * Whose turn it is to ask is for {@link Turns} to say: by the clock, or by who has been answered.
 *
 * <p>There are no timers. Every request may take equally long, so the first that was meant to start is the first to be
 * overdue, and the log, which is in that order, is the queue of deadlines. Deadlines are exact; the selector sleeps in
 * whole milliseconds, rounded up, so one is noticed up to a millisecond late and the loop never spins towards it.
 */
final class LoadLoop {
    private static final int STARTS_A_TURN = 8;   // then look who has been answered: a burst must not delay them
    private static final long REST_NANOS = 10_000_000;

    private final Shared shared;
    private final RequestLog log;
    private final Turns turns;
    private final long timeoutUs;
    private final IdleCrowd idle;
    private final List<Client> clients;
    private final Queue<Resting> resting = new PriorityQueue<>();   // not yet begun, or refused and not to spin
    private int oldest;      // no row before this one is on its way
    private int asking;
    private boolean over;
    private volatile boolean stopped;

    private record Resting(Client client, long untilNanos) implements Comparable<Resting> {
        @Override
        public int compareTo(Resting other) {
            return Long.compare(untilNanos, other.untilNanos);
        }
    }

    LoadLoop(Shared shared) {
        this.shared = shared;
        this.log = shared.log();
        this.turns = Turns.of(shared);
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
            long start = shared.now();
            long cpu = cpuNanos();
            begin(willing, start);
            turn();
            log.asides().tookNanos = shared.now() - start;
            log.asides().cpuNanos = cpuNanos() - cpu;
            shared.watcher().ended();
        } finally {
            turns.end();
            clients.forEach(client -> client.end(Outcome.ABORTED));
            idle.close();
        }
    }

    private void begin(List<Client> willing, long now) {
        long ramp = shared.plan().loop() instanceof Loop.Closed closed ? closed.ramp().toNanos() : 0;
        for (int i = 0; i < willing.size(); i++) {
            resting.add(new Resting(willing.get(i), now + ramp / willing.size() * i));
        }
        turns.begin(now);
        log.asides().askedNanos = -now;
    }

    private void turn() throws IOException, InterruptedException {
        while (!stopped && !(over && asking == 0)) {
            startFree();
            lastOrders();
            select();
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
        boolean wasAsking = client.isAsking();
        client.advance();
        if (wasAsking && !client.isAsking()) {
            release(client);
            startFree();   // now, not after the others: the server need not wait for us
        }
    }

    private void startFree() throws IOException {
        for (int started = 0; started < STARTS_A_TURN; started++) {
            long now = shared.now();
            Client client = turns.next(now);
            if (client == null) {
                return;
            }
            asking++;
            client.start(turns.moment(), now);
            if (!client.isAsking()) {
                release(client);
            }
        }
    }

    /** The client has ended a request. */
    private void release(Client client) {
        asking--;
        if (over) {
            client.leave();
        } else if (client.hasMore() && client.wasRefused()) {
            resting.add(new Resting(client, shared.now() + REST_NANOS));
        } else if (client.hasMore()) {
            turns.free(client, shared.now());
        }
    }

    private void lastOrders() {
        long now = shared.now();
        if (!over && turns.isOver(now)) {
            over = true;
            log.asides().askedNanos += now;
            log.asides().inFlightAtEnd = shared.plan().duration().isPresent() ? asking : 0;
            clients.forEach(Client::leave);
        }
    }

    private void select() throws IOException, InterruptedException {
        long now = shared.now();
        while (!resting.isEmpty() && resting.element().untilNanos() <= now) {
            turns.free(resting.remove().client(), now);
        }
        long due = nextDue();
        if (due <= now || !over && turns.isSoon(now) || over && asking == 0) {
            shared.selector().selectNow();
        } else {
            shared.selector().select(Math.max(1, (due - now + 999_999) / 1_000_000));
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("the load was interrupted");
        }
    }

    private long nextDue() {
        long due = over ? Turns.NEVER : turns.due();
        if (!over && !resting.isEmpty()) {
            due = Math.min(due, resting.element().untilNanos());
        }
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

    /** What this thread has used of its processor; 0 where the system does not count it. */
    private static long cpuNanos() {
        return Math.max(0, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }
}
