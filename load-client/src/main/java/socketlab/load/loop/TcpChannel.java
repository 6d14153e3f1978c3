package socketlab.load.loop;

import static java.nio.channels.SelectionKey.OP_READ;
import static java.nio.channels.SelectionKey.OP_WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import socketlab.core.FrameException;
import socketlab.load.log.RequestLog;
import socketlab.load.log.RequestPhase;
import socketlab.load.net.LoadContext;
import socketlab.load.net.MessageChannel;
import socketlab.load.net.Sockets;
import socketlab.results.Outcome;

/**
 * One connection, and how far its request has come. It never waits: each call does what can be done now.
 *
 * <pre>
 *   fresh --> connecting --> sending --> waiting --> done
 *                  |            ^                      |
 *                  v            |                      |
 *             preconnected -----+<---------------------+
 *            (first request)         (kept connection: the next request)
 * </pre>
 */
final class TcpChannel implements ClientChannel {
    private enum State { FRESH, CONNECTING, PRECONNECTED, SENDING, WAITING, DONE }

    private static final int NO_REQUEST = -1;

    private final LoadContext shared;
    private final RequestLog log;
    private final MessageChannel wire;
    private State state = State.FRESH;
    private int row = NO_REQUEST;
    private ByteBuffer out;
    private long connectNanos;
    private long connectedNanos;
    private int port;

    TcpChannel(LoadContext shared, VirtualUser client) throws IOException {
        this.shared = shared;
        this.log = shared.log();
        this.wire = new MessageChannel(shared, client);
    }

    @Override
    public boolean isConnecting() {
        return state == State.CONNECTING;
    }

    /** Not after a wrong answer either: the next one might be the right answer to this request. */
    @Override
    public boolean outlives(Outcome how, boolean more) {
        return more && how == Outcome.OK && !wire.hasEnded();
    }

    @Override
    public void close() {
        wire.close();
    }

    @Override
    public Step ask(int row, byte[] message) {
        this.row = row;
        out = wire.framed(message);
        if (state == State.DONE) {
            state = State.SENDING;
            log.clientPort(row, port);
        }
        return advance();
    }

    @Override
    public Step advance() {
        try {
            return switch (state) {
                case FRESH -> connect();
                case CONNECTING -> finishConnect();
                case PRECONNECTED -> startPreconnected();
                case SENDING -> send();
                case WAITING -> receive();
                case DONE -> rest();
            };
        } catch (IOException broken) {
            return new Step.Failed(state == State.FRESH ? Outcome.REFUSED : Sockets.outcome(broken));
        } catch (FrameException noMessage) {
            return new Step.Failed(Outcome.WRONG);
        }
    }

    private Step connect() throws IOException, FrameException {
        connectNanos = shared.now();
        if (row != NO_REQUEST) {
            log.record(row, RequestPhase.CONNECT, connectNanos);
        }
        boolean atOnce = wire.connect();   // what fails in here was never let in
        state = State.CONNECTING;
        return atOnce ? finishConnect() : Step.WAITING;
    }

    private Step finishConnect() throws IOException, FrameException {
        if (!wire.finishConnect()) {
            return Step.WAITING;
        }
        connectedNanos = shared.now();
        port = wire.port();
        if (row == NO_REQUEST) {
            state = State.PRECONNECTED;
            wire.await(0);
            return Step.WAITING;
        }
        return startConnected();
    }

    /** What was said before the clock started is no answer, however right it looks. */
    private Step startPreconnected() throws IOException, FrameException {
        log.record(row, RequestPhase.CONNECT, connectNanos);
        int early = wire.read();
        return early == 0 ? startConnected() : new Step.Failed(early > 0 ? Outcome.WRONG : Outcome.RESET);
    }

    private Step startConnected() throws IOException, FrameException {
        log.record(row, RequestPhase.CONNECTED, connectedNanos);
        log.clientPort(row, port);
        return send();
    }

    private Step send() throws IOException, FrameException {
        if (out.hasRemaining()) {
            wire.write(out);
            if (out.hasRemaining()) {
                state = State.SENDING;
                wire.await(OP_READ | OP_WRITE);
                return receive();   // a server that echoes as it reads stops reading when nobody takes its echo
            }
            log.record(row, RequestPhase.SENT, shared.now());
        }
        state = State.WAITING;
        wire.await(OP_READ);
        return Step.WAITING;
    }

    /** Between requests a server may hang up; what it says unasked counts with the next one. */
    private Step rest() throws IOException {
        boolean here = wire.read() >= 0;
        wire.await(0);
        return here ? Step.WAITING : new Step.Failed(Outcome.RESET);
    }

    private Step receive() throws IOException, FrameException {
        if (wire.read() > 0) {
            log.firstByte(row, shared.now());
        }
        byte[] message = wire.message();
        if (message != null) {
            state = State.DONE;
            return new Step.Answer(message);
        }
        return wire.hasEnded() ? new Step.Failed(Outcome.RESET) : Step.WAITING;
    }
}
