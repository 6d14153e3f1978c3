package socketlab.load.loop;

import static java.nio.channels.SelectionKey.OP_READ;
import static java.nio.channels.SelectionKey.OP_WRITE;

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
 * One UDP socket: a request is a datagram, and so is its reply. Each client has a socket and hence a port of its own,
 * because a server tells its clients apart by their addresses. The socket is connected: no packet is sent for that, but the
 * kernel then delivers only the server's datagrams, and reports an ICMP "port unreachable" (Stevens, UNP 8.11).
 *
 * <p>SO_SNDBUF and SO_RCVBUF are the kernel's defaults: one request and its reply always fit. The buffer that overflows is
 * the server's, and its size is the server's choice.
 */
final class UdpChannel implements ClientChannel {
    private final LoadContext context;
    private final InetSocketAddress address;
    private final DatagramChannel channel;
    private final SelectionKey key;
    private byte[] message;
    private boolean unsent;   // the kernel had no room for it
    private int row;
    private int port;

    UdpChannel(LoadContext context, VirtualUser user) throws IOException {
        this.context = context;
        this.address = context.addresses().current();
        this.channel = Sockets.openUdp(address, user.toString());
        this.key = channel.register(context.selector(), OP_READ, user);
    }

    @Override
    public Step startRequest(int row, byte[] message) {
        this.row = row;
        this.message = message;
        try {
            connect();
            context.log().clientPort(row, port);
            return send();
        } catch (IOException e) {
            return new Step.Failed(Sockets.outcomeOfConnecting(e), Sockets.reason(e));   // nothing has been sent
        }
    }

    @Override
    public Step advance() {
        try {
            connect();
            Step received = receive();
            return received == Step.PENDING && unsent ? send() : received;
        } catch (IOException e) {
            return new Step.Failed(Sockets.outcomeOf(e), Sockets.reason(e));
        }
    }

    @Override
    public Step resend() {
        try {
            return send();
        } catch (IOException e) {
            return new Step.Failed(Sockets.outcomeOf(e), Sockets.reason(e));
        }
    }

    private void connect() throws IOException {
        if (port == 0) {
            channel.connect(address);
            port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
        }
    }

    private Step send() throws IOException {
        boolean sent = context.packetLoss().drops() || write();   // dropped: sent, as far as the client can tell
        if (sent && context.log().sentUs(row) < 0) {
            context.log().record(row, RequestPhase.SENT, context.now());
        }
        unsent = !sent;
        updateInterest(unsent ? OP_READ | OP_WRITE : OP_READ);
        return Step.PENDING;
    }

    /** All or nothing; from the loop's buffer, or the JDK would first copy the datagram into a direct buffer of its own. */
    private boolean write() throws IOException {
        ByteBuffer out = context.writeBuffer().clear().put(message).flip();
        channel.write(out);
        return !out.hasRemaining();
    }

    /** One datagram, if there is one; an empty datagram counts as none. */
    private Step receive() throws IOException {
        if (channel.read(context.readBuffer().clear()) <= 0 || context.packetLoss().drops()) {
            return Step.PENDING;
        }
        long readNanos = context.now();
        byte[] datagram = new byte[context.readBuffer().flip().remaining()];
        context.readBuffer().get(datagram);
        context.addresses().confirm(address);
        return new Step.Reply(datagram, readNanos);
    }

    private void updateInterest(int operations) {
        if (key.interestOps() != operations) {
            key.interestOps(operations);
        }
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public String progress() {
        return unsent ? "the kernel had no room for the datagram" : "it was sent, and no reply came";
    }

    /** UDP has no handshake, so there is nothing to wait for. */
    @Override
    public boolean isConnecting() {
        return false;
    }

    /** Kept even after the last request: otherwise late and duplicate replies could not be counted. */
    @Override
    public boolean isReusable(Outcome outcome, boolean moreRequests) {
        return outcome == Outcome.OK || outcome == Outcome.LOST;
    }

    @Override
    public void close() {
        Sockets.closeQuietly(channel);
    }
}
