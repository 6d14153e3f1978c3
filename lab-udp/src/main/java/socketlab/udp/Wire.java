package socketlab.udp;

import static java.nio.channels.SelectionKey.OP_READ;
import static java.nio.channels.SelectionKey.OP_WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import socketlab.core.Options;
import socketlab.select.EventLoop;

/**
 * The one channel that all peers share; it never waits, so no interrupt closes it for everybody. What the kernel or the
 * network drops on the way nobody is told: that is the nature of UDP (RFC 768).
 */
class Wire {
    /** Bytes in the largest message: 65,535 in an IPv4 packet, less its header and that of UDP. */
    static final int LARGEST = 65_507;
    private static final long NAP_NANOS = 50_000;

    private final DatagramChannel channel;
    private final InetSocketAddress address;
    private final int maxMessage;
    private final ByteBuffer incoming;
    private final Set<Place> behind = new LinkedHashSet<>();   // until the kernel has room; on the loop thread
    private SelectionKey key;

    /** One message and who sent it; {@code cut}: it was longer than is allowed, and this is only its beginning. */
    record Datagram(SocketAddress from, byte[] message, boolean cut) {}

    /** A message did not leave and never will; the text is fit to be shown to the client that it was for. */
    static final class NotSentException extends IOException {
        private static final long serialVersionUID = 1;

        NotSentException(String message) {
            super(message);
        }
    }

    /** How one is come by: its constructor, unless a test has another. */
    @FunctionalInterface
    interface Opening {
        Wire wire(Options options) throws IOException;
    }

    /** Binds the address; nobody listens yet. */
    Wire(Options options) throws IOException {
        this.maxMessage = options.limits().maxMessage();
        // One byte more than is allowed: the kernel cuts what does not fit and says nothing.
        this.incoming = ByteBuffer.allocateDirect(Math.min(maxMessage, 65_535) + 1);
        this.channel = bound(options.listen().address());
        this.address = (InetSocketAddress) channel.getLocalAddress();
    }

    private static DatagramChannel bound(InetSocketAddress address) throws IOException {
        // Left to itself the JDK opens an IPv6 socket for IPv4 too, which is slower.
        DatagramChannel channel = address.getAddress() instanceof Inet4Address
                ? DatagramChannel.open(StandardProtocolFamily.INET) : DatagramChannel.open();
        try {
            return channel.bind(address);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    InetSocketAddress address() {
        return address;
    }

    /** From now on the loop tells when something may have come; it closes the channel when it ends. */
    void register(EventLoop loop, Runnable heard) throws IOException {
        key = loop.register(channel, OP_READ, ready -> {
            if (ready.isWritable()) {
                ready.interestOpsAnd(~OP_WRITE);
                behind.forEach(Place::flush);
                behind.clear();
            }
            heard.run();
        });
    }

    /** On the loop thread: hears nothing until told to. */
    void deafen(boolean deaf) {
        if (key.isValid()) {
            key.interestOps(deaf ? key.interestOps() & ~OP_READ : key.interestOps() | OP_READ);
        }
    }

    /** On the loop thread: the next datagram, or null where none has come. */
    Datagram receive() throws IOException {
        SocketAddress from = channel.receive(incoming.clear());
        if (from == null) {
            return null;
        }
        boolean cut = incoming.flip().remaining() > maxMessage;
        byte[] message = new byte[incoming.remaining()];
        incoming.get(message);
        return new Datagram(from, message, cut);
    }

    /** Any thread. False: the kernel has no room for it now. */
    boolean send(byte[] message, SocketAddress to) throws NotSentException {
        try {
            // An empty message is 0 bytes whether it was taken or not; it is taken to be.
            return channel.send(ByteBuffer.wrap(message), to) > 0 || message.length == 0;
        } catch (IOException e) {
            throw new NotSentException(
                    "a message of %d bytes was not sent: %s".formatted(message.length, e.getMessage()));
        }
    }

    /** For whoever has nothing else to do: a send buffer empties as fast as the network takes it, and tells nobody. */
    static void nap() {
        LockSupport.parkNanos(NAP_NANOS);
    }

    /** On the loop thread, for who has: it is flushed once there is room. Interest left on would make the loop spin. */
    void awaitRoom(Place place) {
        behind.add(place);
        key.interestOpsOr(OP_WRITE);
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
