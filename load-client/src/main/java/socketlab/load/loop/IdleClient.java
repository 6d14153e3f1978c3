package socketlab.load.loop;

import static java.nio.channels.SelectionKey.OP_CONNECT;
import static java.nio.channels.SelectionKey.OP_READ;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import socketlab.load.log.LoadCounters;
import socketlab.load.net.LoadContext;
import socketlab.load.net.Sockets;
import socketlab.load.plan.RequestProtocol;

/** A client that is connected, sends no request, and discards what the server pushes. */
final class IdleClient implements ChannelHandler {
    private static final int MOST_TIMES = 10;

    private enum State { CLOSED, CONNECTING, CONNECTED }

    private final LoadContext context;
    private final int number;
    private State state = State.CLOSED;
    private InetSocketAddress address;
    private SelectableChannel channel;

    IdleClient(LoadContext context, int number) {
        this.context = context;
        this.number = number;
    }

    boolean isConnected() {
        return state == State.CONNECTED;
    }

    @Override
    public boolean isConnecting() {
        return state == State.CONNECTING;
    }

    @Override
    public void preconnect() throws IOException {
        String owner = "idle client " + number + " of " + context.plan().connections().idle();
        address = context.addresses().current();
        channel = switch (context.plan().transport()) {
            case TCP -> Sockets.openTcp(context.plan(), address, owner);
            case UDP -> Sockets.openUdp(address, owner);
        };
        state = State.CONNECTING;
        try {
            connect();
        } catch (IOException refused) {
            refused();
        }
    }

    /** Over UDP it sends one datagram, or the server would never know of it. */
    private void connect() throws IOException {
        if (channel instanceof DatagramChannel datagrams) {
            datagrams.register(context.selector(), OP_READ, this);
            datagrams.connect(address);
            datagrams.write(ByteBuffer.wrap(RequestProtocol.HELLO));
        } else if (channel instanceof SocketChannel stream) {
            boolean connected = stream.connect(address);
            stream.register(context.selector(), connected ? OP_READ : OP_CONNECT, this);
            if (connected) {
                connected();
            }
        }
    }

    private void connected() {
        context.addresses().confirm(address);
        state = State.CONNECTED;
    }

    /** Goes on to the server's next address, where there is one. */
    private void refused() throws IOException {
        if (!isConnected() && context.addresses().advanceFrom(address)) {
            close();
            preconnect();
        } else {
            disconnected();
        }
    }

    @Override
    public void advance() throws IOException {
        try {
            if (state == State.CONNECTING && channel instanceof SocketChannel stream) {
                stream.finishConnect();
                stream.keyFor(context.selector()).interestOps(OP_READ);
            } else if (((ReadableByteChannel) channel).read(context.readBuffer().clear()) < 0) {
                disconnected();
                return;
            }
            connected();
        } catch (IOException e) {
            refused();
        }
    }

    /** A server need not reply to a datagram, so over UDP no reply means nothing; over TCP it means no connection. */
    @Override
    public void abandonConnect() {
        if (channel instanceof DatagramChannel) {
            state = State.CONNECTED;
        } else {
            disconnected();
        }
    }

    private void disconnected() {
        if (isConnected()) {
            LoadCounters counters = context.log().counters();
            counters.idleLost++;   // one that never connected is counted when the clock starts
            if (counters.idleClosedUs.size() < MOST_TIMES) {
                counters.idleClosedUs.add(context.now() / 1000);
            }
        }
        close();
    }

    void close() {
        state = State.CLOSED;
        if (channel != null) {
            Sockets.closeQuietly(channel);
        }
    }
}
