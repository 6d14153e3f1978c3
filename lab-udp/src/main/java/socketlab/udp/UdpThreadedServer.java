package socketlab.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import socketlab.core.Options;
import socketlab.core.PeerInfo;
import socketlab.core.Server;
import socketlab.core.Service;

/** Receives a datagram and hands it to the thread of whoever sent it; nobody waits for anybody. */
final class UdpThreadedServer implements Server {
    private final Receiver receiver;
    private final Writer writer = new Writer();
    private final Clients clients;
    private final ThreadFactory threads;
    private final Thread thread;

    UdpThreadedServer(Service service, Options options, Wire wire, ThreadFactory threads) throws IOException {
        this.threads = threads;
        this.receiver = new Receiver(wire);
        this.clients = new Clients(new Shared(service, options, wire), this::place);
        this.thread = Thread.ofPlatform().name("receiver").start(this::receiveLoop);
    }

    private Place place(Client client) {
        return new OwnThread(client, clients, new Steps(client, clients, writer), threads);
    }

    private void receiveLoop() {
        while (receiver.isOpen()) {
            try {
                clients.hear(receiver.receive());
            } catch (IOException | OutOfMemoryError e) {
                receiver.backOff(e);
            }
        }
    }

    @Override
    public InetSocketAddress address() {
        return receiver.address();
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
        return clients.close(grace, () -> receiver.close(thread) + writer.close());
    }
}
