package socketlab.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import socketlab.core.Options;
import socketlab.core.PeerInfo;
import socketlab.core.Server;
import socketlab.core.Service;

/** Receives a datagram and serves whoever sent it; what others send meanwhile waits in the kernel's queue. */
final class UdpServer implements Server {
    private final Receiver receiver;
    private final Writer writer = new Writer();
    private final Clients clients;
    private final Thread thread;

    UdpServer(Service service, Options options, Wire wire) throws IOException {
        this.receiver = new Receiver(wire);
        this.clients = new Clients(new Shared(service, options, wire), this::place);
        new Silence(clients, options, receiver::after).begin();
        this.thread = Thread.ofPlatform().name("udp").start(this::receiveLoop);
    }

    private Place place(Client client) {
        return new Inline(new Steps(client, clients, writer), receiver);
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
