package socketlab.load.loop;

import static java.nio.channels.SelectionKey.OP_CONNECT;
import static java.nio.channels.SelectionKey.OP_READ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import socketlab.load.net.LoadContext;
import socketlab.load.net.Sockets;
import socketlab.load.plan.RequestProtocol;

/** One who is there, asks for nothing and hears whatever is said: what that costs a server is a lesson of its own. */
final class IdleClient implements ChannelHandler {
    private enum State { AWAY, CONNECTING, THERE }

    private final LoadContext shared;
    private final int number;
    private State state = State.AWAY;
    private SelectableChannel channel;

    IdleClient(LoadContext shared, int number) {
        this.shared = shared;
        this.number = number;
    }

    boolean isThere() {
        return state == State.THERE;
    }

    @Override
    public boolean isConnecting() {
        return state == State.CONNECTING;
    }

    @Override
    public void preconnect() throws IOException {
        String whose = "idle client " + number + " of " + shared.plan().connections().idle();
        channel = switch (shared.plan().transport()) {
            case TCP -> Sockets.stream(shared.plan(), whose);
            case UDP -> Sockets.datagrams(shared.plan(), whose);
        };
        state = State.CONNECTING;
        try {
            call();
        } catch (IOException refused) {
            leave();
        }
    }

    /** Over UDP it has to say something once, or the server will never know it. */
    private void call() throws IOException {
        if (channel instanceof DatagramChannel letters) {
            letters.register(shared.selector(), OP_READ, this);
            letters.connect(shared.plan().target());
            letters.write(ByteBuffer.wrap(RequestProtocol.HELLO));
        } else if (channel instanceof SocketChannel stream) {
            boolean atOnce = stream.connect(shared.plan().target());
            stream.register(shared.selector(), atOnce ? OP_READ : OP_CONNECT, this);
            state = atOnce ? State.THERE : State.CONNECTING;
        }
    }

    @Override
    public void advance() {
        try {
            if (state == State.CONNECTING && channel instanceof SocketChannel stream) {
                stream.finishConnect();
                stream.keyFor(shared.selector()).interestOps(OP_READ);
            } else if (((ReadableByteChannel) channel).read(shared.in().clear()) < 0) {
                leave();
                return;
            }
            state = State.THERE;
        } catch (IOException broken) {
            leave();
        }
    }

    /** Not every server answers, so silence after a datagram means nothing; after a handshake it means nobody. */
    @Override
    public void giveUp() {
        if (channel instanceof DatagramChannel) {
            state = State.THERE;
        } else {
            leave();
        }
    }

    private void leave() {
        if (isThere()) {
            shared.log().counters().idleLost++;   // who has never been there is counted by the crowd
        }
        close();
    }

    void close() {
        state = State.AWAY;
        if (channel != null) {
            Sockets.close(channel);
        }
    }
}
