package socketlab.threaded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import socketlab.core.Options;
import socketlab.core.PeerInfo;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.single.Clients;
import socketlab.single.Computing;
import socketlab.single.Connection;
import socketlab.single.Listener;

/** Accepts a client and gives it a thread of its own; nobody waits for anybody. */
final class ThreadedServer implements Server {
    private final ServerSocket listener;
    private final Clients clients;
    private final List<Thread> acceptors;
    private final Thread.Builder threads;

    ThreadedServer(Service service, Options options, Thread.Builder threads, Computing computing) throws IOException {
        this.threads = threads;
        this.clients = new Clients(service, options, computing);
        this.listener = Listener.bind(options);
        this.acceptors = Listener.start(listener, 1, Thread.ofPlatform().name("acceptor").factory(), this::acceptLoop);
    }

    private void acceptLoop() {
        while (!listener.isClosed()) {
            try {
                Connection client = clients.admit(listener.accept());
                client.startOn(threads);
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
