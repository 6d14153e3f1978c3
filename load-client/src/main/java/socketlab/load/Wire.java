package socketlab.load;

import static java.net.StandardProtocolFamily.INET;
import static java.net.StandardProtocolFamily.INET6;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import socketlab.core.Decoder;
import socketlab.core.FrameException;

/** A socket that never waits: takes bytes, gives messages, and asks the selector to watch it for its client. */
final class Wire {
    private final Shared shared;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final Decoder decoder;
    private boolean ended;

    /** Throws, with one line to show the user, when there is no socket to be had. */
    Wire(Shared shared, Client client) throws IOException {
        this.shared = shared;
        this.decoder = shared.plan().conversation().framing().decoder();
        this.channel = open(shared.plan(), client);
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, shared.plan().noDelay());
        key = channel.register(shared.selector(), 0, client);
    }

    private static SocketChannel open(LoadPlan plan, Client client) throws IOException {
        try {
            return SocketChannel.open(plan.target().getAddress() instanceof Inet4Address ? INET : INET6);
        } catch (IOException none) {
            throw new IOException("no socket left for client %d of %d to %s (%s): allow more open files (ulimit -n)"
                    .formatted(client.number(), plan.clients(), plan.target(), none.getMessage())
                    + " or take fewer clients", none);
        }
    }

    /** True when connected already, which loopback may be. */
    boolean connect() throws IOException {
        boolean atOnce = channel.connect(shared.plan().target());
        await(SelectionKey.OP_CONNECT);
        return atOnce;
    }

    boolean finishConnect() throws IOException {
        return channel.finishConnect();
    }

    /** The port it calls from, once connected. */
    int port() throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    /** What the kernel has no room for stays in the buffer. */
    void write(ByteBuffer bytes) throws IOException {
        channel.write(bytes);
    }

    /** How many bytes came; 0: none yet; -1: no more will. */
    int read() throws IOException {
        int count = channel.read(shared.in().clear());
        ended = count < 0;
        if (count > 0) {
            decoder.feed(shared.in().flip());
        }
        return count;
    }

    /** The next whole message, or null; at the end of the stream, what was left of it. */
    byte[] message() throws FrameException {
        return ended ? decoder.end() : decoder.next();
    }

    /** The server has closed its side. */
    boolean hasEnded() {
        return ended;
    }

    /** An unchanged interest costs no system call, and a changed one only at the next select. */
    void await(int operations) {
        if (key.interestOps() != operations) {
            key.interestOps(operations);
        }
    }

    void close() {
        try {
            channel.close();
        } catch (IOException alreadyBroken) {
            ended = true;   // the kernel has let go of it, and whoever closes has its outcome already
        }
    }
}
