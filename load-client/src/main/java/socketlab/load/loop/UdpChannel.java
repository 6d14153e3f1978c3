package socketlab.load.loop;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import socketlab.load.log.RequestPhase;
import socketlab.load.net.LoadContext;
import socketlab.load.net.Sockets;
import socketlab.results.Outcome;

/**
 * One client's letters: a request is a datagram, and so is an answer. It has a socket and hence a port of its own, for
 * that is how the server tells its clients apart. The socket is connected, in name only: no packet is sent for it, but
 * from then on it hears nobody else, and learns when nobody is there.
 *
 * <p>Its buffers (SO_SNDBUF, SO_RCVBUF) are as large as the kernel makes them: one request and its answer always fit.
 * The buffer that does overflow is the server's, and its size is the server's choice.
 */
final class UdpChannel implements ClientChannel {
    private final LoadContext shared;
    private final DatagramChannel channel;
    private final SelectionKey key;
    private ByteBuffer out = ByteBuffer.allocate(0);
    private int row;
    private int port;

    UdpChannel(LoadContext shared, VirtualUser client) throws IOException {
        this.shared = shared;
        this.channel = Sockets.datagrams(shared.plan(), client.toString());
        this.key = channel.register(shared.selector(), SelectionKey.OP_READ, client);
    }

    @Override
    public Step ask(int row, byte[] message) {
        this.row = row;
        out = ByteBuffer.wrap(message);
        try {
            connect();
            shared.log().clientPort(row, port);
            return send();
        } catch (IOException broken) {
            return new Step.Failed(Outcome.REFUSED);   // nothing has left, whatever the kernel calls it
        }
    }

    @Override
    public Step advance() {
        try {
            connect();
            Step heard = receive();
            return heard == Step.WAITING && out.hasRemaining() ? send() : heard;
        } catch (IOException broken) {
            return new Step.Failed(Sockets.outcome(broken));
        }
    }

    @Override
    public Step askAgain() {
        try {
            out.rewind();
            return send();
        } catch (IOException broken) {
            return new Step.Failed(Sockets.outcome(broken));
        }
    }

    private void connect() throws IOException {
        if (port == 0) {
            channel.connect(shared.plan().target());
            port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
        }
    }

    /** All or nothing: a datagram that the kernel has no room for is still wholly ours. */
    private Step send() throws IOException {
        if (out.hasRemaining() && shared.fate().strikes()) {
            out.position(out.limit());   // it has left, and will not arrive
        }
        channel.write(out);
        if (!out.hasRemaining() && shared.log().sentUs(row) < 0) {
            shared.log().record(row, RequestPhase.SENT, shared.now());
        }
        await(out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
        return Step.WAITING;
    }

    /** The next letter, if there is one; an empty one is taken for none. */
    private Step receive() throws IOException {
        if (channel.read(shared.in().clear()) <= 0 || shared.fate().strikes()) {
            return Step.WAITING;
        }
        byte[] letter = new byte[shared.in().flip().remaining()];
        shared.in().get(letter);
        return new Step.Answer(letter);
    }

    private void await(int operations) {
        if (key.interestOps() != operations) {
            key.interestOps(operations);
        }
    }

    /** There is no connecting, and so no waiting for it. */
    @Override
    public boolean isConnecting() {
        return false;
    }

    /** Kept even after the last request: what comes late or twice would otherwise never be known. */
    @Override
    public boolean outlives(Outcome how, boolean more) {
        return how == Outcome.OK || how == Outcome.LOST;
    }

    @Override
    public void close() {
        Sockets.close(channel);
    }
}
