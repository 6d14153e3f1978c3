package socketlab.load.loop;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import socketlab.load.net.LoadContext;

/**
 * The select lesson seen from the other side: one thread is a thousand clients, because all that a client does is wait.
 * Whose turn it is to ask is for {@link RequestScheduler} to say: by the clock, or by who has been answered.
 *
 * <p>The selector sleeps in whole milliseconds, rounded up: a deadline is noticed late, and never spun towards.
 */
final class LoadLoop {
    private static final int STARTS_A_TURN = 8;   // then look who has been answered: a burst must not delay them
    private static final long REST_NANOS = 10_000_000;

    private final LoadContext shared;
    private final List<VirtualUser> clients;
    private final RequestScheduler turns;
    private final Deadlines deadlines;
    private final Queue<Resting> resting = new PriorityQueue<>();   // not yet begun, or refused and not to spin
    private int asking;
    private boolean over;
    private volatile boolean stopped;

    private record Resting(VirtualUser client, long untilNanos) implements Comparable<Resting> {
        @Override
        public int compareTo(Resting other) {
            return Long.compare(untilNanos, other.untilNanos);
        }
    }

    LoadLoop(LoadContext shared, List<VirtualUser> clients) {
        this.shared = shared;
        this.clients = clients;
        this.turns = RequestScheduler.of(shared);
        this.deadlines = new Deadlines(shared, clients);
    }

    /** Any thread. */
    void stop() {
        stopped = true;
        shared.selector().wakeup();
    }

    boolean isStopped() {
        return stopped;
    }

    /** These begin, spread over so long; returns when nobody asks any more and everybody has been answered. */
    void run(List<VirtualUser> willing, long rampNanos) throws IOException, InterruptedException {
        long start = shared.now();
        for (int i = 0; i < willing.size(); i++) {
            resting.add(new Resting(willing.get(i), start + rampNanos / willing.size() * i));
        }
        turns.begin(start);
        while (!stopped && !(over && asking == 0)) {
            startFree();
            lastOrders(start);
            select();
            for (SelectionKey key : shared.selector().selectedKeys()) {
                switch ((ChannelHandler) key.attachment()) {
                    case VirtualUser client -> advance(client);
                    case IdleClient idle -> idle.advance();
                }
            }
            shared.selector().selectedKeys().clear();
            deadlines.tryAgain();
            for (VirtualUser late = deadlines.endOne(); late != null; late = deadlines.endOne()) {
                release(late);
            }
        }
        if (!over) {
            shared.log().counters().requestingNanos = shared.now() - start;
        }
    }

    private void advance(VirtualUser client) throws IOException {
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
            VirtualUser client = over ? null : turns.next(now);
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
    private void release(VirtualUser client) {
        asking--;
        if (over) {
            client.leave();
        } else if (client.hasMore() && client.wasRefused()) {
            resting.add(new Resting(client, shared.now() + REST_NANOS));
        } else if (client.hasMore()) {
            turns.free(client, shared.now());
        }
    }

    private void lastOrders(long start) {
        long now = shared.now();
        if (!over && turns.isOver(now)) {
            over = true;
            shared.log().counters().requestingNanos = now - start;
            shared.log().counters().inFlightAtEnd = shared.plan().timing().duration().isPresent() ? asking : 0;
            clients.forEach(VirtualUser::leave);
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
        if (over) {
            return deadlines.due();
        }
        long begins = resting.isEmpty() ? RequestScheduler.NEVER : resting.element().untilNanos();
        return Math.min(deadlines.due(), Math.min(begins, turns.due()));
    }

    /** However it ended. */
    void end() {
        turns.end();
    }
}
