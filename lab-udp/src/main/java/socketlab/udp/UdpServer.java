package socketlab.udp;

import static socketlab.core.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import socketlab.core.Log;
import socketlab.core.Options;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.server.ClientRegistry;
import socketlab.core.server.IdleTimeout;
import socketlab.core.server.RunningServer;

/**
 * Receives from all clients on one thread: the models {@code udp} and {@code udp-threaded}. There is no connection and
 * no accept: an address that sends a datagram is a client, and that datagram is its first message.
 *
 * <p>What the network drops is lost without a notice (RFC 768). Any thread may send, forget a peer,
 * and have a task run by the receive thread ({@link #execute}); the rest belongs to the receive thread.
 */
class UdpServer implements Datagrams.Sender {
    private static final int RECEIVE_BACKOFF_MILLIS = 100;

    private final ClientRegistry clients;
    private final int maxClients;
    private final BiFunction<UdpServer, SocketAddress, Runner> runners;
    private final DatagramChannel channel;
    private final InetSocketAddress address;
    private final SocketAddress self;
    private final ByteBuffer input;
    private final ByteBuffer output = Datagrams.outputBuffer();
    private final Thread thread;
    private final Map<SocketAddress, Runner> peers = new ConcurrentHashMap<>();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    final DropCounters drops = new DropCounters();
    volatile boolean receiving = true;   // false while the receive thread waits for one client

    /** What serves one peer, as the receive loop sees it. */
    interface Runner {

        /** Serves this datagram, or lets it wait. False: the peer has left, so this is the first one of a new peer. */
        boolean deliver(byte[] datagram);
    }

    /** Binds the address; nothing is received yet. */
    UdpServer(Service service, Options options, String threadName, BiFunction<UdpServer, SocketAddress, Runner> runners)
            throws IOException {
        this.clients = Datagrams.registry(service, options);
        this.maxClients = options.limits().maxClients();
        this.runners = runners;
        this.input = Datagrams.inputBuffer(options);
        this.thread = Thread.ofPlatform().name(threadName).unstarted(this::receiveLoop);
        this.channel = Datagrams.bind(options);
        this.address = (InetSocketAddress) channel.getLocalAddress();
        this.self = self(address);
    }

    /** Where a datagram to this server itself goes to and comes from: nothing can be sent to "any address". */
    private static SocketAddress self(InetSocketAddress address) {
        if (!address.getAddress().isAnyLocalAddress()) {
            return address;
        }
        InetAddress loopback = address.getAddress() instanceof Inet4Address
                ? InetAddress.ofLiteral("127.0.0.1") : InetAddress.getLoopbackAddress();
        return new InetSocketAddress(loopback, address.getPort());
    }

    /** Receives from now on. */
    Server start() throws IOException {
        try {
            thread.start();
        } catch (OutOfMemoryError noThread) {
            channel.close();
            throw noThread;
        }
        IdleTimeout.start(clients);
        Runnable stopAccepting = () -> {};   // no new peer is admitted once the registry is closing
        return new RunningServer(address, clients, stopAccepting, List.of(), this::close);
    }

    // tag::loop
    private void receiveLoop() {
        while (channel.isOpen()) {
            try {
                SocketAddress from = channel.receive(input.clear());   // waits here, for all clients
                if (!isOwn(from)) {                                    // a datagram to itself only wakes it up
                    deliver(from, message());                          // udp: serves it, and all others wait
                }
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                backOff(e);
            }
            runTasks();                                                // what other threads asked for
        }
    }
    // end::loop

    /** Its own datagrams are empty, so one with bytes is forged. */
    private boolean isOwn(SocketAddress from) {
        boolean own = Datagrams.isOwn(from, address);
        if (own && input.position() > 0) {
            drops.forged().increment();
        }
        return own;
    }

    private byte[] message() {
        byte[] message = new byte[input.flip().remaining()];
        input.get(message);
        return message;
    }

    private void deliver(SocketAddress from, byte[] datagram) {
        Runner peer = peers.get(from);
        if (peer == null || !peer.deliver(datagram)) {
            peers.remove(from);
            admit(from, datagram);
        }
    }

    private void admit(SocketAddress from, byte[] first) {
        if (clients.isClosing()) {
            return;
        }
        if (peers.size() >= maxClients) {
            Datagrams.sendBestEffort(Datagrams.full(maxClients), from, this);
        } else {
            Runner peer = runners.apply(this, from);
            peers.put(from, peer);
            peer.deliver(first);
        }
    }

    ClientRegistry clients() {
        return clients;
    }

    /** Any thread. From now on the next datagram from this address is the first one of a new peer. */
    void forget(SocketAddress from, Runner peer) {
        peers.remove(from, peer);
    }

    /** And clears a leftover interrupt: it would close the channel that all clients share. */
    private void runTasks() {
        for (Runnable task; (task = tasks.poll()) != null;) {
            task.run();
        }
        Thread.interrupted();
    }

    /**
     * Any thread: the receive thread runs this after the datagram that it serves now. A datagram to itself ends its
     * wait (the self-pipe trick). When the kernel has no room for that one, others wait to be received and do as well.
     */
    void execute(Runnable task) {
        tasks.add(task);
        if (Thread.currentThread() != thread) {
            try {
                transmit(ByteBuffer.allocate(0), self);
            } catch (IOException closed) {
                Log.debug("cannot wake up the receive loop", closed);
            }
        }
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

    /**
     * An interrupted thread that uses a blocking channel closes it, and all clients share this one; so an interrupt is
     * put off. On a blocking channel a sender waits while the kernel's send buffer is full. A real server would not let
     * it wait (MSG_DONTWAIT, which Java does not have); {@code udp-select} drops the datagram instead.
     */
    @Override
    public int transmit(ByteBuffer datagram, SocketAddress to) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            return channel.send(datagram, to);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** By now no client is left. Frees the port; a receive thread that is still busy is given this long to end. */
    private int close(Duration limit) throws InterruptedException {
        try {
            channel.close();   // ends the wait in receive
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        drops.log();
        return thread.join(limit) ? 1 : 0;
    }

    /** Memory or threads have run out: trying again at once would burn a core; a peer that leaves will make room. */
    private void backOff(Throwable failure) {
        if (failure instanceof PortUnreachableException gone) {
            Log.debug("a client is gone; which one is not known", gone);
        } else if (clients.failsFrom(failure)) {
            Log.debug("the server closes itself", failure);
        } else if (channel.isOpen()) {
            Log.warn(format("cannot receive: %s; trying again in %d ms", failure.getMessage(),
                    RECEIVE_BACKOFF_MILLIS));
            LockSupport.parkNanos(Duration.ofMillis(RECEIVE_BACKOFF_MILLIS).toNanos());
        } else if (!clients.isClosing()) {
            Log.error("the server has ended: an interrupt has closed its channel", failure);
        }
    }
}
