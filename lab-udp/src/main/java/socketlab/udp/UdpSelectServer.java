package socketlab.udp;

import static java.nio.channels.SelectionKey.OP_READ;
import static socketlab.core.Text.format;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.spi.SelectorProvider;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import socketlab.core.Log;
import socketlab.core.Options;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.server.ClientRegistry;
import socketlab.core.server.ComputePool;
import socketlab.core.server.IdleTimeout;
import socketlab.core.server.RunningServer;
import socketlab.select.EventLoop;
import socketlab.select.LoopContext;

/**
 * One datagram channel on lab-select's event loop: the model {@code udp-select}. There is no listening socket and no
 * accept: an address that sends a datagram is a client, and that datagram is its first message.
 *
 * <p>Any thread may send: the channel does not block, so a send never waits and no interrupt closes it. The rest
 * belongs to the loop thread.
 */
class UdpSelectServer implements EventLoop.Handler, Datagrams.Sender {
    private static final int DATAGRAMS_PER_TURN = 64;   // then timers and tasks
    private static final Duration RECEIVE_BACKOFF = Duration.ofMillis(100);

    private final int maxClients;
    private final DatagramChannel channel;
    private final InetSocketAddress address;
    private final ByteBuffer output = Datagrams.outputBuffer();
    private final LoopContext context;
    private final Map<SocketAddress, LoopUdpRunner> peers = new HashMap<>();
    final DropCounters drops = new DropCounters();

    /** Binds the address; nothing is received yet. */
    UdpSelectServer(Service service, Options options) throws IOException {
        ClientRegistry clients = Datagrams.registry(service, options);
        this.maxClients = options.limits().maxClients();
        this.channel = Datagrams.bind(options);
        try {
            this.address = (InetSocketAddress) channel.getLocalAddress();
            this.context = new LoopContext(new EventLoop("udp-select", SelectorProvider.provider()), clients,
                    ComputePool.of(options), Datagrams.inputBuffer(options), ByteBuffer.allocate(0));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Receives from now on. */
    Server start() throws IOException {
        EventLoop loop = context.loop();
        try {
            loop.register(channel, OP_READ, this);
            IdleTimeout.start(context.clients(), loop::after);
            loop.start(context.clients()::fail);
        } catch (IOException | OutOfMemoryError e) {
            loop.discard();
            throw e;
        }
        Runnable stopAccepting = () -> {};   // no new peer is admitted once the registry is closing
        return new RunningServer(address, context.clients(), stopAccepting,
                List.of(), context.pool(), this::close);
    }

    @Override
    public void ready(SelectionKey key) {   // the event loop calls: datagrams have come
        try {
            // tag::loop
            for (int received = 0; received < DATAGRAMS_PER_TURN; received++) {
                SocketAddress from = channel.receive(context.input().clear());
                if (from == null) {
                    return;                                    // back to the event loop, which waits for all clients
                }
                deliver(from, message(context.input().flip()));
            }
            // end::loop
        } catch (IOException | OutOfMemoryError e) {
            backOff(key, e);
        }
    }

    private static byte[] message(ByteBuffer input) {
        byte[] message = new byte[input.remaining()];
        input.get(message);
        return message;
    }

    private void deliver(SocketAddress from, byte[] datagram) {
        if (Datagrams.isOwn(from, address)) {
            drops.forged().increment();
            return;
        }
        LoopUdpRunner peer = peers.get(from);
        if ((peer == null || !peer.deliver(datagram)) && !context.clients().isClosing()) {
            peers.remove(from);
            admit(from, datagram);
        }
    }

    private void admit(SocketAddress from, byte[] first) {
        if (peers.size() >= maxClients) {
            Datagrams.sendBestEffort(Datagrams.full(maxClients), from, this);
            return;
        }
        LoopUdpRunner peer = new LoopUdpRunner(this, from, context);
        peers.put(from, peer);
        peer.open(first);
    }

    /** From now on the next datagram from this address is the first one of a new peer. */
    void forget(SocketAddress from, LoopUdpRunner peer) {
        peers.remove(from, peer);
    }

    @Override
    public void send(byte[] message, SocketAddress to) {
        try {
            if (Datagrams.transmit(message, to, output, this) < message.length) {
                drops.unsent().increment();
            }
        } catch (IOException e) {
            throw Datagrams.notSent(message, to, this, e);
        }
    }

    @Override
    public int transmit(ByteBuffer datagram, SocketAddress to) throws IOException {
        return channel.send(datagram, to);
    }

    /** Memory has run out: trying again at once would burn a core, and a peer that leaves will make room. */
    private void backOff(SelectionKey key, Throwable failure) {
        if (failure instanceof PortUnreachableException gone) {
            Log.debug("a client is gone; which one is not known", gone);
            return;
        }
        Log.warn(format("cannot receive: %s; trying again in %d ms", failure.getMessage(), RECEIVE_BACKOFF
                .toMillis()));
        key.interestOps(0);
        context.loop().after(RECEIVE_BACKOFF, () -> key.interestOps(OP_READ));
    }

    /** By now no client is left. Ends the loop, which frees the port. */
    private int close(Duration limit) throws InterruptedException {
        boolean joined = context.loop().close(limit);
        drops.log();
        return joined ? 1 : 0;
    }
}
