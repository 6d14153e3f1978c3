package socketlab.core;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/** A model at work: bound, listening, serving; any thread may call. */
public interface Server {

    /** Where it listens, with the real port. */
    InetSocketAddress address();

    List<PeerInfo> clients();

    /** Ends one client after its current step; false when there is no such client. */
    boolean hangUp(long id);

    /**
     * Stops accepting, lets every client finish its current step, frees the port. What still sleeps after the grace is
     * interrupted and told. Returns how many threads were joined. A second call does nothing and returns 0.
     */
    int close(Duration grace);
}
