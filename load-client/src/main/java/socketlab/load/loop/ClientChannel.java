package socketlab.load.loop;

import java.io.IOException;
import socketlab.load.net.LoadContext;
import socketlab.results.Outcome;

/** A client's way to the server, over either transport. Nothing here waits: each call does what can be done now. */
sealed interface ClientChannel permits TcpChannel, UdpChannel {

    /** Throws, with one line to show the user, when there is no socket to be had; all else is an outcome. */
    static ClientChannel of(LoadContext shared, VirtualUser client) throws IOException {
        return switch (shared.plan().transport()) {
            case TCP -> new TcpChannel(shared, client);
            case UDP -> new UdpChannel(shared, client);
        };
    }

    /** Begins a request; the message is null when the client only listens. */
    Step ask(int row, byte[] message);

    /** Says the same once more; over a stream there is no need, for nothing gets lost there. */
    default Step askAgain() {
        return Step.WAITING;
    }

    /** Goes as far as it can: without a request, as far as being ready for one. */
    Step advance();

    boolean isConnecting();

    /** Whether there is a use for it after a request that ended so; {@code more} requests may follow, or none. */
    boolean outlives(Outcome how, boolean more);

    void close();
}
