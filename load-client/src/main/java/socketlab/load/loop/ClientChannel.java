package socketlab.load.loop;

import java.io.IOException;
import java.net.InetSocketAddress;
import socketlab.load.net.LoadContext;
import socketlab.results.Outcome;

/** A client's channel to the server, over either transport. No method blocks: each does what can be done now. */
sealed interface ClientChannel permits TcpChannel, UdpChannel {
    /**
     * A channel for this plan's transport.
     *
     * @throws IOException with one line to show the user when the machine allows no further socket; every other failure is
     *                     an outcome
     */
    static ClientChannel of(LoadContext context, VirtualUser user) throws IOException {
        return switch (context.plan().transport()) {
            case TCP -> new TcpChannel(context, user);
            case UDP -> new UdpChannel(context, user);
        };
    }

    /** Begins the request of this row; null: the client sends nothing and waits for the server to speak. */
    Step startRequest(int row, byte[] message);

    /** Sends the same message once more; on a stream TCP does so by itself. */
    default Step resend() {
        return Step.PENDING;
    }

    /** Goes on as far as it can; without a request, until it is connected. */
    Step advance();

    boolean isConnecting();

    /** The server's address that it connects to. */
    InetSocketAddress address();

    /**
     * Whether its request went out on a connection that had served another one and of its reply nothing has come: where this
     * connection has ended, the server may have closed it before the request came (RFC 9112, section 9.3.1).
     */
    default boolean isStale() {
        return false;
    }

    /** How far the request in flight has come, in words, without a full stop; without a request, why there is none. */
    String progress();

    /** Whether it is of use after a request with this outcome; {@code moreRequests}: the client will send another. */
    boolean isReusable(Outcome outcome, boolean moreRequests);

    void close();
}
