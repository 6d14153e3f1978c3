package socketlab.single;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import socketlab.core.Next.Compute;
import socketlab.core.Options;
import socketlab.core.PeerInfo;
import socketlab.core.Server;
import socketlab.core.Service;

/** Accepts a client and serves it to the end; whoever comes meanwhile waits in the kernel's queue. */
public final class SingleServer implements Server {
    private final ServerSocket listener;
    private final Clients clients;
    private final List<Thread> acceptors;

    /** Each acceptor runs the same loop; the lesson needs one, {@code pool:N} starts N. */
    public SingleServer(Service service, Options options, ThreadFactory threads, int acceptors) throws IOException {
        this.clients = new Clients(service, options, Compute::inline);
        this.listener = Listener.bind(options);
        this.acceptors = Listener.start(listener, acceptors, threads, this::acceptLoop);
    }

    private void acceptLoop() {
        while (!listener.isClosed()) {
            try {
                Connection client = clients.admit(listener.accept());
                client.run();
            } catch (IOException | OutOfMemoryError e) {
                Listener.backOff(listener, e);
            }
        }
    }

    @Override
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    @Override
    public List<PeerInfo> clients() {
        return clients.list();
    }

    @Override
    public boolean hangUp(long id) {
        return clients.hangUp(id);
    }

    @Override
    public int close(Duration grace) {
        return clients.close(listener, acceptors, grace);
    }
}
