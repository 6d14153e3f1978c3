package socketlab.udp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.locks.LockSupport;
import socketlab.core.Options;
import socketlab.core.Server;

/**
 * The one channel that all peers share; it never waits. What the kernel or the network drops on the way nobody is told:
 * that is the nature of UDP (RFC 768).
 */
class Wire {
    /** Bytes in the largest message: 65,535 in an IPv4 packet, less its header and that of UDP. */
    static final int LARGEST = 65_507;
    private static final long NAP_NANOS = 50_000;

    private final DatagramChannel channel;
    private final InetSocketAddress address;
    private final int maxMessage;
    private final ByteBuffer incoming;

    Wire(DatagramChannel channel, int maxMessage) throws IOException {
        this.channel = channel;
        this.address = (InetSocketAddress) channel.getLocalAddress();
        this.maxMessage = maxMessage;
        // One byte more than is allowed: the kernel cuts what does not fit and says nothing.
        this.incoming = ByteBuffer.allocateDirect(Math.min(maxMessage, 65_535) + 1);
    }

    static Wire bind(Options options) throws IOException {
        // Left to itself the JDK opens an IPv6 socket for IPv4 too, which is slower.
        DatagramChannel channel = options.bind().getAddress() instanceof Inet4Address
                ? DatagramChannel.open(StandardProtocolFamily.INET) : DatagramChannel.open();
        try {
            // An interrupt closes a blocking channel, for everybody; one that never blocks it leaves alone.
            channel.bind(options.bind()).configureBlocking(false);
            return new Wire(channel, options.maxMessage());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Hands it to a server, and closes it where there is none. */
    Server serve(Opening opening) throws IOException {
        try {
            return opening.on(this);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** How a server is made. */
    @FunctionalInterface
    interface Opening {
        Server on(Wire wire) throws IOException;
    }

    DatagramChannel channel() {
        return channel;
    }

    InetSocketAddress address() {
        return address;
    }

    /** On the receiving thread: the next datagram, or null where none has come. */
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

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
