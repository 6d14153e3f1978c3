package socketlab.select;

import java.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import socketlab.core.Peer;
import socketlab.core.PeerInfo;

/**
 * One client as everybody else sees it. Any thread may call: what happens here is that word is left for the loop, so
 * that no session is ever called from inside another.
 */
final class Client implements Peer {
    private static final Duration CUT_OFF = Duration.ofSeconds(1);   // after the grace

    private final long id;
    private final SocketAddress address;
    private final Instant since = Instant.now();
    private final Clients clients;
    private final Visits visits;
    private final Outbox outbox;
    private volatile String label = "";
    private volatile long messages;
    boolean seated;   // on the loop thread

    Client(long id, SocketAddress address, Clients clients, Visits visits, Outbox outbox) {
        this.id = id;
        this.address = address;
        this.clients = clients;
        this.visits = visits;
        this.outbox = outbox;
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
        if (outbox.push(clients.framing().encode(message))) {
            clients.loop().execute(visits::flush);
        }
    }

    @Override
    public void hangUp() {
        hangUp(clients.options().grace());
    }

    /** After its current step; what still waits after the grace is told, or else cut off. */
    void hangUp(Duration grace) {
        visits.end();
        clients.loop().execute(() -> {
            visits.hangUp();
            clients.loop().after(grace, visits::hangUpNow);
            clients.loop().after(grace.plus(CUT_OFF), visits::hangUpNow);
        });
    }

    /** On the loop thread only, so that counting needs no lock. */
    void spoke() {
        messages++;
    }

    void report(Throwable fault) {
        clients.report(this, fault);
    }

    PeerInfo info() {
        return new PeerInfo(id, label, address, since, messages, outbox.queuedBytes());
    }
}
