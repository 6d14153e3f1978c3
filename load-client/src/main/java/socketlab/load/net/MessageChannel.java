package socketlab.load.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import socketlab.core.Decoder;
import socketlab.core.FrameException;
import socketlab.core.Framing;

/** A stream that never waits: takes bytes, gives messages, and asks the selector to watch it for its client. */
public final class MessageChannel {
    private static final int HEADER = 4;   // what many programs write apart from the rest

    private final LoadContext shared;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final Decoder decoder;
    private boolean ended;

    /** Throws, with one line to show the user, when there is no socket to be had for whoever is its client. */
    public MessageChannel(LoadContext shared, Object client) throws IOException {
        this.shared = shared;
        this.decoder = shared.plan().protocol().framing().decoder();
        this.channel = Sockets.stream(shared.plan(), client.toString());
        this.key = channel.register(shared.selector(), 0, client);
    }

    /** How much the kernel takes in for a client that does not read; to be said before it connects. */
    public void receiveBuffer(int bytes) throws IOException {
        channel.setOption(StandardSocketOptions.SO_RCVBUF, bytes);
    }

    /** True when connected already, which loopback may be. */
    public boolean connect() throws IOException {
        boolean atOnce = channel.connect(shared.plan().target());
        await(SelectionKey.OP_CONNECT);
        return atOnce;
    }

    public boolean finishConnect() throws IOException {
        return channel.finishConnect();
    }

    /** The port it calls from, once connected. */
    public int port() throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    /** The bytes that carry the message; none carry null. */
    public ByteBuffer framed(byte[] message) {
        Framing framing = shared.plan().protocol().framing();
        return message == null ? ByteBuffer.allocate(0) : ByteBuffer.wrap(framing.encode(message));
    }

    /** What the kernel has no room for stays in the buffer. */
    public void write(ByteBuffer bytes) throws IOException {
        if (shared.plan().faults().twoWrites() && bytes.position() == 0 && bytes.remaining() > HEADER) {
            int limit = bytes.limit();
            channel.write(bytes.limit(HEADER));
            bytes.limit(limit);
        }
        channel.write(bytes);
    }

    /** How many bytes came; 0: none yet; -1: no more will. */
    public int read() throws IOException {
        int count = channel.read(shared.in().clear());
        ended = count < 0;
        if (count > 0) {
            decoder.feed(shared.in().flip());
        }
        return count;
    }

    /** The next whole message, or null; at the end of the stream, what was left of it. */
    public byte[] message() throws FrameException {
        return ended ? decoder.end() : decoder.next();
    }

    /** The server has closed its side. */
    public boolean hasEnded() {
        return ended;
    }

    /** An unchanged interest costs no system call, and a changed one only at the next select. */
    public void await(int operations) {
        if (key.interestOps() != operations) {
            key.interestOps(operations);
        }
    }

    public void close() {
        Sockets.close(channel);
    }
}
