package socketlab.load.net;

import static java.net.StandardProtocolFamily.INET6;
import static java.net.StandardProtocolFamily.INET;
import static socketlab.core.Text.format;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.ProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.Channel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import socketlab.load.plan.LoadPlan;
import socketlab.results.Outcome;

/** Opens and closes non-blocking sockets, and says which outcome an error is. */
public final class Sockets {
    /** Bytes of SO_RCVBUF for a client that does not read, so that the server's buffers fill soon. */
    public static final int SLOW_READER_RECEIVE_BUFFER = 2048;

    private Sockets() {}

    /**
     * An unconnected socket for the plan's target.
     *
     * @param owner its client, as an error message names it
     * @throws IOException with one line to show the user when the machine allows no further socket
     */
    public static SocketChannel openTcp(LoadPlan plan, String owner) throws IOException {
        SocketChannel channel = open(plan, owner, SocketChannel::open);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, plan.connections().noDelay());
        return channel;
    }

    /** As {@link #openTcp}, for UDP. */
    public static DatagramChannel openUdp(LoadPlan plan, String owner) throws IOException {
        return open(plan, owner, DatagramChannel::open);
    }

    private interface Opener<C> {
        C open(ProtocolFamily family) throws IOException;
    }

    private static <C extends SelectableChannel> C open(LoadPlan plan, String owner, Opener<C> opener)
            throws IOException {
        C channel;
        try {
            channel = opener.open(plan.target().getAddress() instanceof Inet4Address ? INET : INET6);
        } catch (IOException e) {
            throw new IOException(format("no socket left for %s to %s (%s): allow more open files (ulimit -n)", owner, plan
                    .target(), e.getMessage())
                    + " or take fewer clients", e);
        }
        channel.configureBlocking(false);
        return channel;
    }

    /** The outcome of a request whose socket failed so: a reset after the handshake is no refusal, the server had accepted. */
    public static Outcome outcomeOf(IOException error) {
        boolean refused = error instanceof ConnectException || error instanceof PortUnreachableException
                || error instanceof NoRouteToHostException || error instanceof BindException;
        return refused ? Outcome.REFUSED : Outcome.RESET;
    }

    /** Closes without an exception. */
    public static void closeQuietly(Channel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            return;   // the descriptor is free all the same, and the request has its outcome already
        }
    }
}
