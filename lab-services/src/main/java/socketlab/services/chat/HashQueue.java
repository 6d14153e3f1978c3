package socketlab.services.chat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import socketlab.core.Next.Compute;
import socketlab.core.Next;
import socketlab.core.Peer;

/**
 * Counts the passwords that wait to be hashed or are being hashed. Where there are too many, a client is told to try
 * again later: to wait in a long queue helps nobody. Any thread.
 */
final class HashQueue {
    /** For an address from which many logins have failed: its guesses must not delay the logins of others. */
    static final int SUSPECT_SHARE = 8;
    private static final int MOST_SECONDS = 60;

    private record Waiting(String address, long sinceNanos) {}

    private final int capacity;
    private final LongSupplier nanoTime;
    private final Map<Peer, Waiting> waiting = new HashMap<>();   // a client has one message in flight
    private long lastStayNanos;

    /** {@code capacity} 0: no limit. */
    HashQueue(int capacity, LongSupplier nanoTime) {
        this.capacity = capacity;
        this.nanoTime = nanoTime;
    }

    /**
     * Computes the task, then goes on; {@code full} gets the seconds after which the client should try again.
     *
     * @param suspect the client's address gets only a small share of the queue
     */
    <T> Next compute(Peer peer, boolean suspect, Callable<T> task, Function<T, Next> then, IntFunction<Next> full) {
        if (!enter(peer, suspect)) {
            return full.apply(secondsToWait());
        }
        return new Compute<>(() -> perform(peer, task), then);
    }

    private synchronized boolean enter(Peer peer, boolean suspect) {
        String address = LoginThrottle.host(peer.address());
        boolean hasRoom = capacity == 0 || (waiting.size() < capacity
                && (!suspect || waiting.values().stream().filter(one -> one.address.equals(address)).count() < SUSPECT_SHARE));
        if (hasRoom) {
            waiting.put(peer, new Waiting(address, nanoTime.getAsLong()));
        }
        return hasRoom;
    }

    private <T> T perform(Peer peer, Callable<T> task) throws Exception {
        if (!isWaiting(peer)) {
            throw new CancellationException("the client has gone");
        }
        try {
            return task.call();
        } finally {
            leave(peer);
        }
    }

    private synchronized boolean isWaiting(Peer peer) {
        return waiting.containsKey(peer);
    }

    /** The client waits no more; its password is not hashed if that has not begun. A second call does nothing. */
    synchronized void leave(Peer peer) {
        Waiting left = waiting.remove(peer);
        if (left != null) {
            lastStayNanos = nanoTime.getAsLong() - left.sinceNanos;
        }
    }

    /** As long as the last one was here: then all who are here now will have left. */
    private synchronized int secondsToWait() {
        return Math.clamp(Math.ceilDiv(lastStayNanos, 1_000_000_000L), 1, MOST_SECONDS);
    }
}
