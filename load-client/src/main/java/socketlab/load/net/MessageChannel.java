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

/** A non-blocking TCP connection that sends bytes, receives messages, and is registered for its client. Loop thread only. */
public final class MessageChannel {
    private static final int HEADER_BYTES = 4;   // of --two-writes: what a program that writes header and body apart does

    private final LoadContext context;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final Decoder decoder;
    private boolean endOfStream;

    /**
     * An unconnected channel.
     *
     * @param client the attachment of the selection key; its {@code toString} names it in an error message
     * @throws IOException with one line to show the user when the machine allows no further socket
     */
    public MessageChannel(LoadContext context, Object client) throws IOException {
        this.context = context;
        this.decoder = context.plan().protocol().framing().decoder();
        this.channel = Sockets.openTcp(context.plan(), client.toString());
        this.key = channel.register(context.selector(), 0, client);
    }

    /** Sets SO_RCVBUF; has to be called before {@link #connect}, which announces the window. */
    public void setReceiveBuffer(int bytes) throws IOException {
        channel.setOption(StandardSocketOptions.SO_RCVBUF, bytes);
    }

    /** Starts to connect. Whether it is connected already, as happens on loopback. */
    public boolean connect() throws IOException {
        boolean connected = channel.connect(context.plan().target());
        updateInterest(SelectionKey.OP_CONNECT);
        return connected;
    }

    /** Whether it is connected. */
    public boolean finishConnect() throws IOException {
        return channel.finishConnect();
    }

    /** Its own port; for when it is connected. */
    public int localPort() throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    /** The frame of this message; an empty buffer for null. */
    public ByteBuffer encode(byte[] message) {
        Framing framing = context.plan().protocol().framing();
        return message == null ? ByteBuffer.allocate(0) : ByteBuffer.wrap(framing.encode(message));
    }

    /** Writes as much as the kernel takes; the rest stays in the buffer. */
    public void write(ByteBuffer bytes) throws IOException {
        if (context.plan().faults().twoWrites() && bytes.position() == 0 && bytes.remaining() > HEADER_BYTES) {
            int limit = bytes.limit();
            channel.write(bytes.limit(HEADER_BYTES));
            bytes.limit(limit);
        }
        channel.write(bytes);
    }

    /** Reads once. How many bytes; 0: none yet; -1: the stream has ended. */
    public int read() throws IOException {
        int count = channel.read(context.readBuffer().clear());
        endOfStream = count < 0;
        if (count > 0) {
            decoder.feed(context.readBuffer().flip());
        }
        return count;
    }

    /** The next complete message of what has been read, or null; after the end of the stream, what the decoder makes of it. */
    public byte[] nextMessage() throws FrameException {
        return endOfStream ? decoder.end() : decoder.next();
    }

    /** Whether the server has closed its sending side. */
    public boolean isEndOfStream() {
        return endOfStream;
    }

    /** An unchanged interest set costs no system call, and a changed one only at the next select. */
    public void updateInterest(int operations) {
        if (key.interestOps() != operations) {
            key.interestOps(operations);
        }
    }

    /** Closes without an exception. */
    public void close() {
        Sockets.closeQuietly(channel);
    }
}
