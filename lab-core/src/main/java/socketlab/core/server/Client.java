package socketlab.core.server;

import static socketlab.core.Text.format;

import java.io.IOException;
import java.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
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
    private final Duration grace;
    private final Instant since = Instant.now();
    private volatile String label = "";
    private volatile long messages;   // counted by one thread, so that counting needs no lock
    private volatile int touches;
    private volatile boolean ending;
    boolean admitted;                 // under the registry's monitor
    private int touchesSeen = -1;     // this and the next: by the idle timeout alone
    private int idleLooks;

    /** What serves the client: its connection. Any thread may call, none of these may wait. */
    public interface Owner {

        /** Sends a message that the client did not ask for, after everything sent before. */
        void push(byte[] message);

        /** Ends the client after its current step; a step that takes longer than this is interrupted. */
        void hangUp(Duration grace);

        /** Bytes that wait to be sent. */
        int queuedBytes();

        /** True while it is the client's turn: to send something, or to take what is sent to it. */
        boolean isWaitingForClient();

        /** It has been the client's turn for too long. Called by the idle timeout's timer. */
        void idleTimedOut();
    }

    /** The client with this number, served by this owner; not yet in any list. */
    public Client(long id, SocketAddress address, Owner owner, Duration grace) {
        this.id = id;
        this.address = address;
        this.owner = owner;
        this.grace = grace;
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
            hangUp(grace);
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

    /** By the idle timeout's timer, at regular intervals: ends a client whose turn it is and that shows no life. */
    void checkIdle(int looks) {
        if (!owner.isWaitingForClient() || touches != touchesSeen) {
            touchesSeen = touches;
            idleLooks = 0;
        } else if (++idleLooks >= looks) {
            idleLooks = 0;
            owner.idleTimedOut();
        }
    }

    /** Logs what ends this client: quietly when it has gone, with a warning when it is a bug. */
    public void report(Throwable fault) {
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
