package socketlab.load.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import socketlab.core.Decoder;
import socketlab.core.FrameException;
import socketlab.core.Framing;

/** A non-blocking TCP connection that sends bytes, receives messages, and is registered for its client. Loop thread only. */
public final class MessageChannel {
    private static final int HEADER_BYTES = 4;   // of --two-writes: what a program that writes header and body apart does
    private static final int KEPT_BYTES = 64;

    private final LoadContext context;
    private final InetSocketAddress address;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final Decoder decoder;
    private boolean endOfStream;
    private int lastCount;            // bytes of the last read of which no message has been made yet
    private byte[] begun = new byte[0];   // of a message that has not ended: its first bytes
    private long begunBytes;

    /**
     * An unconnected channel.
     *
     * @param client the attachment of the selection key; its {@code toString} names it in an error message
     * @throws IOException with one line to show the user when the machine allows no further socket
     */
    public MessageChannel(LoadContext context, Object client) throws IOException {
        this.context = context;
        this.decoder = context.plan().protocol().framing().decoder();
        this.address = context.addresses().current();
        this.channel = Sockets.openTcp(context.plan(), address, client.toString());
        this.key = channel.register(context.selector(), 0, client);
    }

    /** Sets SO_RCVBUF; has to be called before {@link #connect}, which announces the window. */
    public void setReceiveBuffer(int bytes) throws IOException {
        channel.setOption(StandardSocketOptions.SO_RCVBUF, bytes);
    }

    /** Starts to connect. Whether it is connected already, as happens on loopback. */
    public boolean connect() throws IOException {
        boolean connected = channel.connect(address);
        updateInterest(SelectionKey.OP_CONNECT);
        return connected;
    }

    /** Whether it is connected. */
    public boolean finishConnect() throws IOException {
        boolean connected = channel.finishConnect();
        if (connected) {
            context.addresses().confirm(address);
        }
        return connected;
    }

    /** The server's address, whether it is connected or not. */
    public InetSocketAddress address() {
        return address;
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

    /**
     * The same in the loop's own write buffer, which saves an array and a copy. Valid until the loop writes another message: what
     * {@link #write} leaves in it has to be copied.
     */
    public ByteBuffer encodeShared(byte[] message) {
        ByteBuffer shared = context.writeBuffer().clear();
        boolean fits = message != null && context.plan().protocol().framing().encode(message, shared);
        return fits ? shared.flip() : encode(message);
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
        lastCount = Math.max(0, count);
        if (count > 0) {
            decoder.feed(context.readBuffer().flip());
        }
        return count;
    }

    /** The next complete message of what has been read, or null; after the end of the stream, what the decoder makes of it. */
    public byte[] nextMessage() throws FrameException {
        byte[] message = endOfStream ? decoder.end() : decoder.next();
        if (message != null) {
            lastCount = 0;
            begunBytes = 0;
        } else if (lastCount > 0) {
            keepBegun();
        }
        return message;
    }

    /** For when no request is outstanding: whether bytes have come that must not be there, and are no whole message. */
    public boolean hasUnasked() {
        return context.plan().protocol().hasUnasked(decoder);
    }

    /** No more than the first bytes: they say what a message that never ends began with. */
    private void keepBegun() {
        int had = (int) Math.min(begunBytes, begun.length);
        if (had < KEPT_BYTES) {
            int more = Math.min(lastCount, KEPT_BYTES - had);
            begun = Arrays.copyOf(begun, had + more);
            context.readBuffer().get(0, begun, had, more);
        }
        begunBytes += lastCount;
        lastCount = 0;
    }

    /** How many bytes have come of a message that has not ended. */
    public long begunBytes() {
        return begunBytes;
    }

    /** The first of them, 64 at most. */
    public byte[] begun() {
        return Arrays.copyOf(begun, (int) Math.min(begunBytes, begun.length));
    }

    /** What the decoder has just refused: the bytes of the last read or, at the end of the stream, those that were left. */
    public byte[] refusedBytes() {
        if (lastCount == 0) {
            return begun();
        }
        byte[] bytes = new byte[lastCount];
        context.readBuffer().get(0, bytes);
        return bytes;
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
