package socketlab.udp;

import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.Queue;
import socketlab.core.FrameException;
import socketlab.core.Next;
import socketlab.select.LoopContext;
import socketlab.select.NonBlockingRunner;

/**
 * One peer, served by the event loop. While a step of it takes time, its datagrams wait here, and the loop goes on.
 *
 * <p>{@link #push} and {@link #hangUp} may be called from any thread, the rest belongs to the loop thread.
 */
final class LoopUdpRunner extends NonBlockingRunner {
    private final UdpSelectServer server;
    private final SocketAddress address;
    private final AddressValidation validation;
    private final Queue<byte[]> received = new ArrayDeque<>(1);
    private volatile boolean closed;

    LoopUdpRunner(UdpSelectServer server, SocketAddress address, LoopContext context) {
        super(context);
        this.server = server;
        this.address = address;
        this.validation = new AddressValidation(server.drops.withheld());
    }

    /** Opens the session, then serves this datagram. */
    void open(byte[] first) {
        validation.received(first);
        received.add(first);
        open(address);
    }

    /** Serves this datagram, or lets it wait. False: the peer has left, so this is the first one of a new peer. */
    boolean deliver(byte[] datagram) {
        if (closed || client().isEnding()) {
            return false;
        }
        client().touch();
        validation.received(datagram);
        if (received.size() < Datagrams.MOST_WAITING) {
            received.add(datagram);
        } else {
            server.drops.busy().increment();
        }
        if (isReady()) {
            attempt(() -> run(Next.READY));
        }
        return true;
    }

    /** What is sent in a step of its own session answers the peer; all else is caused by others. */
    @Override
    protected void attempt(Step step) {
        validation.beginStep();
        super.attempt(step);
        validation.endStep();
    }

    @Override
    protected byte[] nextMessage() throws FrameException {
        byte[] datagram = received.poll();
        return datagram == null ? null : Datagrams.requireWhole(datagram, context.clients().options());
    }

    @Override
    protected boolean inputEnded() {
        return false;   // nothing tells that a client has gone
    }

    @Override
    protected boolean send(byte[] message) {
        if (validation.permits(message)) {
            server.send(message, address);
        }
        return true;
    }

    @Override
    protected boolean flush() {
        return true;   // every reply has left already, or was dropped
    }

    @Override
    protected void updateInterest(boolean input, boolean output) {}   // all clients share the channel

    @Override
    protected void disconnect(boolean finalReply) {
        closed = true;
        server.forget(address, this);
        context.clients().remove(client());
    }

    @Override
    public void push(byte[] message) {
        if (!closed && validation.permits(message)) {
            Datagrams.push(message, client(), server);
        }
    }

    @Override
    public int queuedBytes() {
        return 0;   // a datagram is sent at once or never
    }
}
