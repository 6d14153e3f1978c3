package socketlab.udp;

import java.net.SocketAddress;
import java.time.Duration;
import socketlab.core.FrameException;
import socketlab.core.Next;
import socketlab.core.Next.Compute;
import socketlab.core.server.ComputePool;
import socketlab.single.BlockingRunner;

/**
 * One peer, served by the receive thread itself: while it is served, nothing is received from anybody.
 *
 * <p>{@link #push}, {@link #hangUp} and what the idle timeout calls may be called from any thread, the rest belongs to
 * the receive thread.
 */
final class InlineUdpRunner extends BlockingRunner implements UdpServer.Runner {
    private final UdpServer server;
    private final SocketAddress address;
    private final AddressValidation validation;
    private byte[] received;
    private boolean opened;
    private boolean staying;
    private boolean left;
    private volatile boolean closed;

    InlineUdpRunner(UdpServer server, SocketAddress address) {
        super(server.clients(), ComputePool.inline());
        this.server = server;
        this.address = address;
        this.validation = new AddressValidation(server.drops.withheld());
        register(address);
    }

    @Override
    public boolean deliver(byte[] datagram) {
        if (client().isEnding()) {
            leave();
            return false;
        }
        validation.received(datagram);
        received = datagram;
        staying = false;   // unless the next line comes to its end
        attempt(this::serveReceived);
        if (!staying || client().isEnding()) {
            leave();
        }
        client().touch();
        return true;
    }

    /** What is sent in a step of its own session answers the peer; all else is caused by others. */
    @Override
    protected void attempt(Step step) {
        validation.beginStep();
        super.attempt(step);
        validation.endStep();
    }

    private void serveReceived() throws Exception {
        try {
            boolean stays = (opened || openSession()) && serve(receive());
            flush();
            staying = stays;
        } catch (FrameException why) {
            reject(why);
        }
    }

    private boolean openSession() throws Exception {
        opened = true;
        return begin();
    }

    /** Waits for nothing: the receive loop has brought the datagram. */
    @Override
    protected byte[] receive() throws FrameException {
        return Datagrams.requireWhole(received, clients.options());
    }

    @Override
    protected void send(byte[] message) {
        if (validation.permits(message)) {
            server.send(message, address);
        }
    }

    @Override
    protected void write() {}   // every reply has left already

    @Override
    protected void pause(Duration time) throws InterruptedException {
        server.receiving = false;
        try {
            grace.sleep(time);
        } finally {
            server.receiving = true;
        }
    }

    @Override
    protected Next compute(Compute<?> work) throws Exception {
        server.receiving = false;
        try {
            return grace.compute(work);
        } finally {
            server.receiving = true;
        }
    }

    private void leave() {
        if (!left) {
            left = true;
            end();
            clients.remove(client());
        }
    }

    @Override
    protected void close() {
        closed = true;
        server.forget(address, this);
        grace.end();
    }

    @Override
    public void push(byte[] message) {
        if (!closed && validation.permits(message)) {
            Datagrams.push(message, client(), server);
        }
    }

    /** A step that still runs after the grace is interrupted. */
    @Override
    public void hangUp(Duration time) {
        grace.begin(time);
        server.execute(this::leave);
    }

    @Override
    public int queuedBytes() {
        return 0;   // a datagram is sent at once or never
    }

    /** While the receive thread waits for one client it receives from none, so then no client counts as silent. */
    @Override
    public boolean isWaitingForClient() {
        return server.receiving;
    }

    @Override
    public void idleTimedOut() {
        hangUpIdle();
    }
}
