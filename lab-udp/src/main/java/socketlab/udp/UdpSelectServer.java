package socketlab.udp;

import static java.nio.channels.SelectionKey.OP_READ;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.spi.SelectorProvider;
import java.time.Duration;
import java.util.List;
import socketlab.core.Options;
import socketlab.core.PeerInfo;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.select.EventLoop;
import socketlab.select.Workers;

/** Receives whatever has come and serves it on the one thread of an event loop: who waits is a note in its book. */
final class UdpSelectServer implements Server {
    private static final System.Logger LOG = System.getLogger("socketlab");
    private static final int TURN = 64;   // datagrams, before what is due

    private final Wire wire;
    private final EventLoop events;
    private final Loop loop;
    private final Clients clients;

    UdpSelectServer(Service service, Options options, Wire wire) throws IOException {
        this.wire = wire;
        this.events = new EventLoop("udp-select", SelectorProvider.provider());
        this.clients = new Clients(new Shared(service, options, wire), this::place);
        SelectionKey key = events.register(wire.channel(), OP_READ, this::ready);
        this.loop = new Loop(events, new Workers(events), new Behind(key), options.inlineCompute());
        new Silence(clients, options, events::after).begin();
        events.start();
    }

    private Place place(Client client) {
        return new OnLoop(client, clients, loop);
    }

    private void ready(SelectionKey key) {
        if (key.isWritable()) {
            loop.behind().goOn();
        }
        try {
            Datagram next = wire.receive();
            for (int heard = 1; next != null; heard++) {
                clients.hear(next);
                next = heard < TURN ? wire.receive() : null;
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "cannot receive: {0}", e.getMessage());
        }
    }

    @Override
    public InetSocketAddress address() {
        return wire.address();
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
        return clients.close(grace,
                () -> loop.workers().close(Clients.LAST_WORDS) + (events.close(Clients.LAST_WORDS) ? 1 : 0));
    }
}
