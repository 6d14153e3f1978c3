package socketlab.select;

import static java.nio.channels.SelectionKey.OP_READ;
import static java.nio.channels.SelectionKey.OP_WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import socketlab.core.Decoder;
import socketlab.core.FrameException;
import socketlab.core.Framing;
import socketlab.core.Next;
import socketlab.core.server.SendQueue;

/**
 * A client on a TCP connection of an event loop: reads, writes and closes without ever waiting. All on the loop thread,
 * but for {@link #push} and {@link #hangUp}.
 *
 * <p>While nothing is queued, a reply is encoded straight into the loop's output buffer, which leaves in one write at
 * the end of the turn. Only what the kernel does not take then goes to the send queue, before what others pushed
 * meanwhile.
 */
final class NonBlockingConnection extends NonBlockingRunner implements EventLoop.Handler {
    private static final Duration LINGER = Duration.ofSeconds(1);

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Framing framing;
    private final Decoder decoder;
    private final SendQueue queue;
    private final ByteBuffer output;
    private boolean inputEnded;
    private Timers.Timer lingering;   // null until the client is closed on and still sends

    /** The channel no longer blocks, and its client is served by the loop once it is opened. */
    NonBlockingConnection(SocketChannel channel, LoopContext context) throws IOException {
        super(context);
        this.channel = channel;
        this.framing = context.clients().framing();
        this.decoder = framing.decoder();
        this.queue = context.clients().newSendQueue();
        this.output = context.output();
        channel.setOption(StandardSocketOptions.TCP_NODELAY, context.clients().options().listen().noDelay());
        this.key = loop.register(channel, OP_READ, this);
    }

    void open() throws IOException {
        open(channel.getRemoteAddress());
    }

    @Override
    public void ready(SelectionKey ready) {
        if (lingering != null) {
            discardInput();
        } else {
            attempt(this::serve);
        }
    }

    // tag::ready
    private void serve() throws Exception {
        client().touch();
        if (isReady()) {
            read();
            run(Next.READY);              // every message that has arrived, as far as that goes without waiting
        } else {
            flushAndUpdateInterest();     // the client has read: there is room again
        }
    }
    // end::ready

    private void read() throws IOException {
        ByteBuffer input = context.input();
        int count = channel.read(input.clear());
        inputEnded = count < 0;
        decoder.feed(input.flip());
    }

    /** At the end of the stream, what is left over may be a last message. */
    @Override
    protected byte[] nextMessage() throws FrameException {
        byte[] message = decoder.next();
        return message == null && inputEnded ? decoder.end() : message;
    }

    @Override
    protected boolean inputEnded() {
        return inputEnded;
    }

    @Override
    protected boolean send(byte[] message) {
        if (queue.isEmpty() && !framing.preservesWrites() && framing.encode(message, output)) {
            return true;
        }
        queue.add(framing.encode(message));
        return !queue.isFull();
    }

    @Override
    protected boolean flush() throws IOException {
        if (output.position() > 0 && !flushOutput()) {
            return false;
        }
        while (!queue.isFlushed() && queue.copyTo(output)) {
            boolean empty = queue.remove(write());
            boolean behind = output.hasRemaining();
            output.clear();
            if (empty || behind) {
                return empty;
            }
        }
        return true;
    }

    /** This turn's replies: they were sent before everything that is queued. */
    private boolean flushOutput() throws IOException {
        write();
        if (!output.hasRemaining()) {   // as nearly always: nothing is queued, so the queue's monitor is not needed
            output.clear();
            return true;
        }
        byte[] rest = new byte[output.remaining()];
        output.get(rest).clear();
        queue.addFirst(rest);
        return false;
    }

    private int write() throws IOException {
        try {
            return channel.write(output.flip());
        } catch (IOException gone) {
            output.clear();
            throw gone;
        }
    }

    /** A socket is nearly always writable: write interest left on would make the loop spin. */
    @Override
    protected void updateInterest(boolean input, boolean output) {
        int interest = (input ? OP_READ : 0) | (output ? OP_WRITE : 0);
        if (interest != key.interestOps()) {
            key.interestOps(interest);
        }
    }

    @Override
    public void push(byte[] message) {
        if (queue.push(framing.encode(message))) {
            if (queue.overflowed()) {
                client().cutOff("its send queue is full");
            } else {
                loop.execute(() -> attempt(this::flushAndUpdateInterest));
            }
        }
    }

    /** Its next flush fails, on the loop thread, which ends it. */
    @Override
    public void cutOff() {
        queue.overflow();
        loop.execute(() -> attempt(this::flushAndUpdateInterest));
    }

    @Override
    public int sentBytes() {
        return queue.sentBytes();
    }

    @Override
    public int queuedBytes() {
        return queue.queuedBytes();
    }

    /**
     * Closes at once where nothing is unread. A socket closed with unread input sends a reset, and a reset destroys
     * replies that the client has not read yet (RFC 1122, 4.2.2.13; RFC 9112, 9.6). So a client that is still sending
     * is sent our end of stream, and its input is discarded until it sends its own.
     */
    @Override
    protected void disconnect(boolean finalReply) {
        queue.close();
        output.clear();
        try {
            if (finalReply && (channel.read(context.input().clear()) > 0 || (hasUnserved() && channel.isOpen()))) {
                channel.shutdownOutput();
                key.interestOps(OP_READ);
                lingering = loop.after(LINGER, this::closeChannel);
                return;
            }
        } catch (IOException reset) {
            client().report(reset);
        }
        closeChannel();
    }

    private void discardInput() {
        try {
            if (channel.read(context.input().clear()) >= 0) {
                return;
            }
        } catch (IOException reset) {
            client().report(reset);
        }
        lingering.cancel();
        closeChannel();
    }

    private void closeChannel() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            context.clients().remove(client());
        }
    }
}
