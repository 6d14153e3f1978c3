package socketlab.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.channels.spi.SelectorProvider;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import socketlab.core.Log;
import socketlab.core.Options;
import socketlab.core.PeerInfo;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.select.EventLoop;
import socketlab.udp.Wire.Datagram;

/** Hears everybody on one thread, and takes what is said to the place where its sender is served. */
final class UdpServer implements Server {
    private static final int TURN = 64;   // datagrams, before what is due
    private static final Duration BREATHER = Duration.ofMillis(100);

    private final EventLoop loop;
    private final Wire wire;
    private final Clients clients;

    UdpServer(String thread, Service service, Options options, Wire.Opening opening, Function<Client, Place> places)
            throws IOException {
        this.loop = new EventLoop(thread, SelectorProvider.provider());
        try {
            this.wire = opening.wire(options);
            wire.register(loop, this::receive);
            this.clients = new Clients(new Shared(service, options, wire, loop), places);
            new Silence(clients, options, loop).begin();
            loop.start();
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            loop.discard();
            throw e;
        }
    }

    private void receive() {
        try {
            Datagram next = wire.receive();
            for (int heard = 1; next != null; heard++) {
                clients.hear(next);
                next = heard < TURN ? wire.receive() : null;
            }
        } catch (PortUnreachableException gone) {
            Log.debug("somebody is gone, and nobody knows who", gone);
        } catch (IOException | OutOfMemoryError e) {
            backOff(e);
        }
    }

    /** Memory or threads have run out: trying again at once would burn a core; a peer that leaves will make room. */
    private void backOff(Throwable failure) {
        Log.warn("cannot receive: %s; trying again in %d ms".formatted(failure.getMessage(), BREATHER.toMillis()));
        wire.deafen(true);
        loop.after(BREATHER, () -> wire.deafen(false));
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
        return clients.close(grace);
    }
}
