package socketlab.load.loop;

import static java.nio.channels.SelectionKey.OP_READ;
import static java.nio.channels.SelectionKey.OP_WRITE;
import static socketlab.core.Text.format;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import socketlab.core.FrameException;
import socketlab.core.Text;
import socketlab.load.log.RequestLog;
import socketlab.load.log.RequestPhase;
import socketlab.load.net.LoadContext;
import socketlab.load.net.MessageChannel;
import socketlab.load.net.Sockets;
import socketlab.results.Outcome;

/**
 * One TCP connection and the state of its request.
 *
 * <pre>
 *   NEW --> CONNECTING --> SENDING --> RECEIVING --> IDLE
 *               |             ^                        |
 *               v             |                        |
 *          PRECONNECTED ------+<-----------------------+
 *         (first request)        (kept connection: the next request)
 * </pre>
 */
final class TcpChannel implements ClientChannel {
    private enum State { NEW, CONNECTING, PRECONNECTED, SENDING, RECEIVING, IDLE }

    private static final int NO_REQUEST = -1;
    private static final String CLOSED = "the server closed the connection";
    private static final String UNASKED = "the server sent this before it was asked";

    private final LoadContext context;
    private final RequestLog log;
    private final MessageChannel channel;
    private State state = State.NEW;
    private int row = NO_REQUEST;
    private ByteBuffer out;
    private long connectNanos;
    private long connectedNanos;
    private int port;
    private boolean reused;   // it has served a request before the one in flight
    private Step unasked = Step.PENDING;   // what has come on it between two requests, and makes the next one fail

    TcpChannel(LoadContext context, VirtualUser user) throws IOException {
        this.context = context;
        this.log = context.log();
        this.channel = new MessageChannel(context, user);
    }

    @Override
    public boolean isConnecting() {
        return state == State.CONNECTING;
    }

    @Override
    public InetSocketAddress address() {
        return channel.address();
    }

    @Override
    public boolean isStale() {
        return reused && log.firstByteUs(row) < 0;
    }

    @Override
    public String progress() {
        if (state == State.NEW || isConnecting()) {
            return "it was not connected in time";
        }
        if (channel.begunBytes() > 0) {
            return begun() + " and not the end of a message";
        }
        return log.sentUs(row) >= 0 ? "it was sent, and no reply came"
                : out.hasRemaining() ? "the server did not take all of it"
                : "it was connected, and the server sent nothing";
    }

    private String begun() {
        return format("%d bytes came (\"%s\")", channel.begunBytes(), Text.printable(Text.text(channel.begun())));
    }

    /** Not after a wrong reply: the next message might be the correct reply to that request. */
    @Override
    public boolean isReusable(Outcome outcome, boolean moreRequests) {
        return moreRequests && outcome == Outcome.OK && !channel.isEndOfStream();
    }

    @Override
    public void close() {
        channel.close();
    }

    @Override
    public Step startRequest(int row, byte[] message) {
        this.row = row;
        out = state == State.IDLE ? channel.encodeShared(message) : channel.encode(message);
        if (state == State.IDLE) {
            reused = true;
            findUnasked();
            if (unasked == Step.PENDING && channel.hasUnasked()) {
                unasked = new Step.Failed(Outcome.WRONG, UNASKED, channel.begun());
            }
            if (unasked != Step.PENDING) {
                return unasked;
            }
            state = State.SENDING;
            log.clientPort(row, port);
        }
        return advance();
    }

    /** What has come before its request is no answer to it, however correct it looks; a 408 only says that the server closes. */
    private void findUnasked() {
        try {
            byte[] message = unasked == Step.PENDING ? channel.nextMessage() : null;
            if (message != null) {
                unasked = context.plan().protocol().isIdleClose(message) ? new Step.Failed(Outcome.RESET, CLOSED)
                        : new Step.Failed(Outcome.WRONG, UNASKED, message);
            }
        } catch (FrameException e) {
            unasked = new Step.Failed(Outcome.WRONG, UNASKED + ": " + e.getMessage(), channel.refusedBytes());
        }
    }

    @Override
    public Step advance() {
        try {
            return switch (state) {
                case NEW -> connect();
                case CONNECTING -> finishConnect();
                case PRECONNECTED -> sendPreconnected();
                case SENDING -> send();
                case RECEIVING -> receive();
                case IDLE -> readIdle();
            };
        } catch (IOException e) {
            return new Step.Failed(state == State.NEW ? Sockets.outcomeOfConnecting(e) : Sockets.outcomeOf(e), Sockets.reason(e));
        } catch (FrameException e) {
            return new Step.Failed(Outcome.WRONG, e.getMessage(), channel.refusedBytes());
        }
    }

    private Step connect() throws IOException, FrameException {
        connectNanos = context.now();
        if (row != NO_REQUEST) {
            log.record(row, RequestPhase.CONNECT, connectNanos);
        }
        boolean connected = channel.connect();   // what fails in here is a refusal, so the state is still NEW
        state = State.CONNECTING;
        return connected ? finishConnect() : Step.PENDING;
    }

    private Step finishConnect() throws IOException, FrameException {
        if (!channel.finishConnect()) {
            return Step.PENDING;
        }
        connectedNanos = context.now();
        port = channel.localPort();
        if (row == NO_REQUEST) {
            state = State.PRECONNECTED;
            channel.updateInterest(0);
            return Step.PENDING;
        }
        return sendFirst();
    }

    /** What the server sent before the clock started is no reply, however correct it looks. */
    private Step sendPreconnected() throws IOException, FrameException {
        log.record(row, RequestPhase.CONNECT, connectNanos);
        int count = channel.read();
        if (count == 0) {
            return sendFirst();
        }
        return count < 0 ? new Step.Failed(Outcome.RESET, "the server closed the connection before the load began")
                : new Step.Failed(Outcome.WRONG, "the server sent this before the load began", channel.refusedBytes());
    }

    private Step sendFirst() throws IOException, FrameException {
        log.record(row, RequestPhase.CONNECTED, connectedNanos);
        log.clientPort(row, port);
        return send();
    }

    private Step send() throws IOException, FrameException {
        if (out.hasRemaining()) {
            channel.write(out);
            if (out.hasRemaining()) {
                out = out.isDirect() ? copy(out) : out;   // the loop's buffer is about to hold another message
                state = State.SENDING;
                channel.updateInterest(OP_READ | OP_WRITE);
                return receive();   // else a server that echoes as it reads stops reading, and both sides block for ever
            }
            log.record(row, RequestPhase.SENT, context.now());
        }
        state = State.RECEIVING;
        channel.updateInterest(OP_READ);
        return Step.PENDING;
    }

    private static ByteBuffer copy(ByteBuffer begun) {
        return ByteBuffer.allocate(begun.limit()).put(0, begun, 0, begun.limit()).position(begun.position());
    }

    /** Between requests the server may close the connection; anything else that it sends makes the next request fail. */
    private Step readIdle() throws IOException {
        if (channel.read() < 0) {
            return new Step.Failed(Outcome.RESET, CLOSED);
        }
        findUnasked();
        channel.updateInterest(unasked == Step.PENDING ? OP_READ : 0);
        return Step.PENDING;
    }

    private Step receive() throws IOException, FrameException {
        int count = channel.read();
        long readNanos = context.now();   // one reading for the first byte and the last: most replies come in one read
        if (count > 0) {
            log.firstByte(row, readNanos);
        }
        byte[] message = channel.nextMessage();
        if (message != null && reused && context.plan().protocol().isIdleClose(message)) {
            log.forgetFirstByte(row);   // sent before the request came: it is repeated (RFC 9110, section 15.5.9)
            return new Step.Failed(Outcome.RESET, CLOSED);
        }
        if (message != null) {
            state = State.IDLE;
            return new Step.Reply(message, readNanos);
        }
        return !channel.isEndOfStream() ? Step.PENDING : new Step.Failed(Outcome.RESET, channel.begunBytes() == 0
                ? "the server closed the connection without a reply"
                : begun() + ", then the server closed the connection inside a message");
    }
}
