package socketlab.udp;

import java.net.SocketAddress;
import java.time.Instant;
import java.util.function.Function;
import socketlab.core.Peer;
import socketlab.core.PeerInfo;
import socketlab.udp.Wire.NotSentException;

/** A peer as everybody else sees it, from any thread: an address that has spoken. Nothing here waits. */
final class Client implements Peer {
    private final long id;
    private final SocketAddress address;
    private final Instant since = Instant.now();
    private final Clients clients;
    private final Outbox outbox;
    final Shared shared;
    final Place place;
    private volatile String label = "";
    private volatile long messages;
    private volatile boolean ending;
    private int quietLooks;

    Client(long id, SocketAddress address, Clients clients, Function<Client, Place> places) {
        this.id = id;
        this.address = address;
        this.clients = clients;
        this.shared = clients.shared();
        this.outbox = new Outbox(shared.options().limits().sendQueueBytes());
        this.place = places.apply(this);
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
        if (outbox.push(message)) {
            place.flush();
        }
    }

    @Override
    public void hangUp() {
        if (!ending) {
            place.hangUp(shared.options().limits().grace());
        }
    }

    /** True when it is time to flush. Any thread. */
    boolean reply(byte[] message) throws NotSentException {
        return outbox.reply(message, shared.wire(), address);
    }

    /** False: the kernel has no room for all of it now. Any thread; what is sent is sent in order. */
    boolean flush() throws NotSentException {
        return outbox.flush(shared.wire(), address);
    }

    /** No further message is served. */
    void end() {
        ending = true;
    }

    boolean ending() {
        return ending;
    }

    /** By the one thread that serves it, so that counting needs no lock. */
    void spoke() {
        messages++;
    }

    /** On the receiving thread: there was a sign of life. */
    void heard() {
        quietLooks = 0;
    }

    /** On the receiving thread: how often it has been looked at since it was last heard, this time included. */
    int looked() {
        return ++quietLooks;
    }

    /** From here on its address is that of somebody new. By the one thread that serves it. */
    void forget() {
        clients.forget(this);
    }

    /** The last thing done for it, by the one thread that serves it. */
    void left() {
        outbox.close();
        clients.left(this);
    }

    PeerInfo info() {
        return new PeerInfo(id, label, address, since, messages, outbox.queuedBytes());
    }
}
