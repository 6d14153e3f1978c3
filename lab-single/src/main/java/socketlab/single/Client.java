package socketlab.single;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Instant;
import socketlab.core.Framing;
import socketlab.core.Log;
import socketlab.core.Options;
import socketlab.core.Peer;
import socketlab.core.PeerInfo;

/** A client as others see it, from any thread: an address, a name, an outbox. Nothing here waits. */
final class Client implements Peer {
    private final long id;
    private final Framing framing;
    private final Options options;
    private final SocketAddress address;
    private final Instant since = Instant.now();
    final Wire wire;
    private volatile String label = "";
    private volatile long messages;

    Client(long id, Socket socket, Framing framing, Options options) throws IOException {
        this.id = id;
        this.framing = framing;
        this.options = options;
        this.address = socket.getRemoteSocketAddress();
        this.wire = new Wire(socket, framing.apart(), options);
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
        if (!wire.outbox.push(framing.encode(message))) {
            hangUp();
        }
    }

    @Override
    public void hangUp() {
        if (!wire.ending()) {
            wire.hangUp(options.grace());
        }
    }

    /** By the client's own thread, so that counting needs no lock. */
    void spoke() {
        messages++;
    }

    void note(Throwable gone) {
        Log.debug("client #" + id + " is gone", gone);
    }

    void warn(Throwable bug) {
        Log.warn("client #%d is sent away: %s".formatted(id, bug));
    }

    PeerInfo info() {
        return new PeerInfo(id, label, address, since, messages, wire.outbox.queuedBytes());
    }
}
