package socketlab.udp;

import static socketlab.core.Text.format;
import static socketlab.core.Text.utf8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import socketlab.core.FrameException;
import socketlab.core.Log;
import socketlab.core.Next.Reply;
import socketlab.core.Options;
import socketlab.core.Service;
import socketlab.core.server.Client;
import socketlab.core.server.ClientRegistry;
import socketlab.core.server.ServerFullSession;

/** What both UDP servers need around their loops: a bound channel, limits, a send that fails. Any thread. */
final class Datagrams {
    /** Bytes in the largest message: 65,535 in an IPv4 packet, less its header and that of UDP. */
    static final int LARGEST = 65_507;
    /** Datagrams of one peer that wait while it is busy; the rest is dropped, as the kernel does it. */
    static final int MOST_WAITING = 16;

    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(60);

    private Datagrams() {}

    /** A UDP server, as far as it sends. Any thread. */
    interface Sender {

        /**
         * Sends one datagram now; what the kernel does not take is dropped and counted. When it can never be sent, the
         * client is told why, and this throws {@link UncheckedIOException}.
         */
        void send(byte[] message, SocketAddress to);

        /** Hands one datagram to the kernel, which takes fewer bytes than it has when the send buffer is full. */
        int transmit(ByteBuffer datagram, SocketAddress to) throws IOException;
    }

    static DatagramChannel bind(Options options) throws IOException {
        Log.open();
        // Left to itself the JDK opens an IPv6 socket for IPv4 too, which is slower.
        DatagramChannel channel = options.listen().address().getAddress() instanceof Inet4Address
                ? DatagramChannel.open(StandardProtocolFamily.INET) : DatagramChannel.open();
        try {
            return channel.bind(options.listen().address());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Whether a datagram claims to come from the socket that has received it, which is bound to this address. Nobody else
     * has that address, so its source is forged; an echo that answers it answers itself, and never stops.
     */
    static boolean isOwn(SocketAddress from, InetSocketAddress bound) {
        return from instanceof InetSocketAddress source && source.getPort() == bound.getPort()
                && (bound.getAddress().isAnyLocalAddress() ? isLocal(source.getAddress())
                        : bound.getAddress().equals(source.getAddress()));
    }

    /** An address of this machine: a socket on "any address" has all of them. */
    private static boolean isLocal(InetAddress address) {
        try {
            return address.isLoopbackAddress() || address.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unknown) {
            return true;   // better one client too few than a server that talks to itself
        }
    }

    /** One byte larger than a message may be: the kernel cuts off what does not fit without an error. */
    static ByteBuffer inputBuffer(Options options) {
        return ByteBuffer.allocateDirect(Math.min(options.limits().maxMessage(), 65_535) + 1);
    }

    /**
     * The server counts addresses itself, for a client whose final reply is on its way has left already; so the
     * registry has room for everybody. And silence has an end unless the options say never, for nothing else tells that
     * a client has gone: without one the table of addresses only grows.
     */
    static ClientRegistry registry(Service service, Options options) {
        Options everybody = options.withMaxClients(Integer.MAX_VALUE);
        return new ClientRegistry(service,
                everybody.withIdleTimeout(options.limits().idleTimeout().orElse(IDLE_TIMEOUT)));
    }

    /** What is told to one client too many, every time that it asks. */
    static byte[] full(int maxClients) {
        return new ServerFullSession(maxClients).onOpen() instanceof Reply full ? full.message() : new byte[0];
    }

    /** The datagram itself, unless it is longer than a message may be: then it has been cut off. */
    static byte[] requireWhole(byte[] datagram, Options options) throws FrameException {
        int limit = options.limits().maxMessage();
        if (datagram.length > limit) {
            throw new FrameException(format("that datagram is longer than %d bytes", limit));
        }
        return datagram;
    }

    /** Room for the largest message, for all sends of a server. */
    static ByteBuffer outputBuffer() {
        return ByteBuffer.allocateDirect(LARGEST);
    }

    /**
     * Sends from the server's output buffer: from an array the JDK copies the bytes to a direct buffer that it first has to
     * find, which costs more than this copy. The lock makes nobody wait longer: the channel sends one datagram at a time.
     */
    static int transmit(byte[] message, SocketAddress to, ByteBuffer output, Sender sender) throws IOException {
        if (message.length > LARGEST) {
            throw new IOException("larger than a datagram");
        }
        synchronized (output) {
            return sender.transmit(output.clear().put(message).flip(), to);
        }
    }

    /** Tells the client why a message can never be sent to it; the same is to be thrown. */
    static UncheckedIOException notSent(byte[] message, SocketAddress to, Sender sender, IOException failure) {
        String why = message.length > LARGEST
                ? format("a message of %d bytes fits no datagram, which holds at most %d", message.length,
                        LARGEST)
                : format("a message of %d bytes was not sent: %s", message.length, failure.getMessage());
        sendBestEffort(utf8(why), to, sender);
        return new UncheckedIOException(why, failure);
    }

    /** Sends a datagram that need not arrive; a failure is only logged. */
    static void sendBestEffort(byte[] message, SocketAddress to, Sender sender) {
        try {
            sender.transmit(ByteBuffer.wrap(message), to);
        } catch (IOException gone) {
            Log.debug("cannot tell a client", gone);
        }
    }

    /** Sends what the client did not ask for. Throws nothing: where that fails, the client is hung up on. */
    static void push(byte[] message, Client to, Sender sender) {
        try {
            sender.send(message, to.address());
        } catch (UncheckedIOException e) {
            to.report(e);
            to.hangUp();
        }
    }
}
