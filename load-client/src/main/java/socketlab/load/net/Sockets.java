package socketlab.load.net;

import static java.net.StandardProtocolFamily.INET6;
import static java.net.StandardProtocolFamily.INET;
import static socketlab.core.Text.format;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.ProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.Channel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import socketlab.core.Text;
import socketlab.load.plan.LoadPlan;
import socketlab.results.Outcome;

/** Opens and closes non-blocking sockets, and says which outcome an error is. */
public final class Sockets {
    /** Bytes of SO_RCVBUF for a client that does not read, so that the server's buffers fill soon. */
    public static final int SLOW_READER_RECEIVE_BUFFER = 2048;

    private Sockets() {}

    /**
     * An unconnected socket for this address.
     *
     * @param owner its client, as an error message names it
     * @throws IOException with one line to show the user when the machine allows no further socket
     */
    public static SocketChannel openTcp(LoadPlan plan, InetSocketAddress address, String owner) throws IOException {
        SocketChannel channel = open(address, owner, SocketChannel::open);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, plan.connections().noDelay());
        return channel;
    }

    /** As {@link #openTcp}, for UDP. */
    public static DatagramChannel openUdp(InetSocketAddress address, String owner) throws IOException {
        return open(address, owner, DatagramChannel::open);
    }

    private interface Opener<C> {
        C open(ProtocolFamily family) throws IOException;
    }

    private static <C extends SelectableChannel> C open(InetSocketAddress address, String owner, Opener<C> opener)
            throws IOException {
        C channel;
        try {
            channel = opener.open(address.getAddress() instanceof Inet4Address ? INET : INET6);
        } catch (UnsupportedOperationException e) {
            throw new IOException(format("%s cannot be reached: IPv6 is switched off here; name an IPv4 address",
                    Text.plain(address)), e);
        } catch (IOException e) {
            throw new IOException(format("no socket left for %s to %s (%s): allow more open files (ulimit -n)"
                    + " or take fewer clients", owner, Text.plain(address), e.getMessage()), e);
        }
        channel.configureBlocking(false);
        return channel;
    }

    /**
     * The outcome of a request whose socket failed so: a reset after the handshake is no refusal, the server had accepted;
     * and where this machine has no port left to connect from, no server has been asked.
     */
    public static Outcome outcomeOf(IOException error) {
        if (error instanceof BindException) {
            return Outcome.ABORTED;
        }
        boolean refused = error instanceof ConnectException || error instanceof PortUnreachableException
                || error instanceof NoRouteToHostException;
        return refused ? Outcome.REFUSED : Outcome.RESET;
    }

    /** The same where nothing had been connected yet: whatever else failed, the client did not get through. */
    public static Outcome outcomeOfConnecting(IOException error) {
        return error instanceof BindException ? Outcome.ABORTED : Outcome.REFUSED;
    }

    /** Why a socket failed, in words, without a full stop. */
    public static String reason(IOException error) {
        return switch (error) {
            case BindException _ -> format("no client port was free (%s)", error.getMessage());
            case PortUnreachableException _ -> "Connection refused";   // an ICMP message, for which the JDK has no words
            default -> String.valueOf(error.getMessage());
        };
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
