package socketlab.load.net;

import static java.net.StandardProtocolFamily.INET6;
import static java.net.StandardProtocolFamily.INET;

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

/** Where sockets come from, until there are none left: none of them ever waits. */
public final class Sockets {
    private Sockets() {}

    /** Throws, with one line to show the user, when this machine has none left. */
    public static SocketChannel stream(LoadPlan plan, String whose) throws IOException {
        SocketChannel channel = opened(plan, whose, SocketChannel::open);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, plan.connections().noDelay());
        return channel;
    }

    /** Throws as above. */
    public static DatagramChannel datagrams(LoadPlan plan, String whose) throws IOException {
        return opened(plan, whose, DatagramChannel::open);
    }

    private interface Opening<C> {
        C open(ProtocolFamily family) throws IOException;
    }

    private static <C extends SelectableChannel> C opened(LoadPlan plan, String whose, Opening<C> opening)
            throws IOException {
        C channel;
        try {
            channel = opening.open(plan.target().getAddress() instanceof Inet4Address ? INET : INET6);
        } catch (IOException none) {
            throw new IOException("no socket left for %s to %s (%s): allow more open files (ulimit -n)"
                    .formatted(whose, plan.target(), none.getMessage())
                    + " or take fewer clients", none);
        }
        channel.configureBlocking(false);
        return channel;
    }

    /** How a request ends whose connection broke: a reset after the handshake is no refusal, the server had let the client in. */
    public static Outcome outcome(IOException broken) {
        return switch (broken) {
            case ConnectException _, PortUnreachableException _, NoRouteToHostException _, BindException _ ->
                    Outcome.REFUSED;
            default -> Outcome.RESET;
        };
    }

    public static void close(Channel channel) {
        try {
            channel.close();
        } catch (IOException broken) {
            return;   // the kernel has let go of it, and whoever closes has its outcome already
        }
    }
}
