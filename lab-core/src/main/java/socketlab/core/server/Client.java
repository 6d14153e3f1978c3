package socketlab.core.server;

import static socketlab.core.Text.format;

import java.io.IOException;
import java.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import socketlab.core.Log;
import socketlab.core.Peer;
import socketlab.core.PeerInfo;

/**
 * One client as everybody else sees it: number, address, label, counters. Any thread may call, and no call waits; what
 * has to be done is passed to the {@link Owner}. Only {@link #countMessage} and {@link #touch} belong to the thread
 * that serves the client.
 */
public final class Client implements Peer {
    private final long id;
    private final SocketAddress address;
    private final Owner owner;
    private final ClientRegistry clients;
    private final Instant since = Instant.now();
    private volatile String label = "";
    private volatile long messages;   // counted by one thread, so that counting needs no lock
    private volatile int touches;
    private volatile boolean ending;
    private final AtomicBoolean cutOff = new AtomicBoolean();
    boolean arriving;                 // this and the next: under the registry's monitor
    boolean admitted;
    private long lifeSeen = -1;       // this and the next: by the idle timeout alone
    private int idleLooks;

    /** What serves the client: its connection. Any thread may call, none of these may wait. */
    public interface Owner {

        /** Sends a message that the client did not ask for, after everything sent before. */
        void push(byte[] message);

        /** Ends the client after its current step; a step that takes longer than this is interrupted. */
        void hangUp(Duration grace);

        /** Bytes that wait to be sent. */
        int queuedBytes();

        /** Bytes that have been sent from what waits, modulo 2^32; where nothing ever waits, zero. */
        default int sentBytes() {
            return 0;
        }

        /** True while something is being sent that the client has to read first. */
        default boolean isBehind() {
            return queuedBytes() > 0;
        }

        /** True while it is the client's turn to send something. */
        boolean isWaitingForClient();

        /** It has been the client's turn for too long. Called by the idle timeout's timer. */
        void idleTimedOut();

        /** Ends at once a client that reads too slowly, and forgets what waits for it. Never called where nothing waits. */
        default void cutOff() {}
    }

    /** The client with this number, served by this owner; not yet in any list. */
    public Client(long id, SocketAddress address, Owner owner, ClientRegistry clients) {
        this.id = id;
        this.address = address;
        this.owner = owner;
        this.clients = clients;
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public SocketAddress address() {
        return address;
    }

    @Override
    public void label(String name) {
        label = name;
    }

    @Override
    public void push(byte[] message) {
        owner.push(message);
    }

    @Override
    public void hangUp() {
        if (!ending) {
            hangUp(clients.options().limits().grace());
        }
    }

    /** Ends it after its current step, which may take this long; a second call may shorten that. */
    void hangUp(Duration time) {
        endAfterStep();
        owner.hangUp(time);
    }

    /** At once: no further message of this client is served. */
    public void endAfterStep() {
        ending = true;
    }

    /** True once no further message is to be served. */
    public boolean isEnding() {
        return ending;
    }

    /** By the serving thread: the session is about to be given a message. */
    @SuppressWarnings("NonAtomicVolatileUpdate")   // one thread writes
    public void countMessage() {
        messages++;
    }

    /** By the serving thread: the client has shown a sign of life, or it is its turn from now on. */
    @SuppressWarnings("NonAtomicVolatileUpdate")   // one thread writes
    public void touch() {
        touches++;
    }

    /**
     * By the idle timeout's timer, at regular intervals: ends a client that has read nothing, or has sent nothing though
     * it is its turn.
     *
     * @param silentToo false: a client may be silent for as long as it likes
     */
    void checkIdle(int looks, boolean silentToo) {
        boolean behind = owner.isBehind();
        long life = behind ? Long.MIN_VALUE + owner.sentBytes() : touches;
        boolean due = behind || (silentToo && owner.isWaitingForClient());
        if (!due || life != lifeSeen) {
            lifeSeen = life;
            idleLooks = 0;
        } else if (++idleLooks >= looks) {
            idleLooks = 0;
            end(behind);
        }
    }

    private void end(boolean behind) {
        if (behind) {
            cutOff("it has read nothing for too long");
        } else {
            owner.idleTimedOut();
        }
    }

    /** Any thread: disconnects, at once and without a final reply, a client that reads too slowly; the log is told why. */
    public void cutOff(String why) {
        endAfterStep();
        if (!cutOff.getAndSet(true)) {
            Log.warn(format("client #%d is disconnected, too slow a reader: %s (%d bytes wait)", id, why,
                    owner.queuedBytes()));
        }
        owner.cutOff();
    }

    /** Bytes that wait to be sent. */
    int queuedBytes() {
        return owner.queuedBytes();
    }

    /**
     * Logs what ends this client: quietly when it has gone, with a warning when it is a bug. What no client can be blamed
     * for ends the server.
     */
    public void report(Throwable fault) {
        if (clients.failsFrom(fault)) {
            return;
        }
        if (fault instanceof IOException gone) {
            Log.debug("client #" + id + " is gone", gone);
        } else {
            Log.warn(format("client #%d is disconnected after an error: %s", id, fault));
        }
    }

    PeerInfo info() {
        return new PeerInfo(id, label, address, since, messages, owner.queuedBytes());
    }
}
