package socketlab.core;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A running model: bound, listening, serving. Any thread may call. */
public interface Server {

    /** The address it listens on; the port is never 0. */
    InetSocketAddress address();

    List<PeerInfo> clients();

    /** Ends one client after its current step; false when there is no such client. */
    boolean hangUp(long id);

    /**
     * Stops accepting, lets every client finish its current step, and frees the port. After the grace period a step
     * that still waits is interrupted, and its client is told. Returns the number of threads joined. A second call does
     * nothing and returns 0.
     */
    int close(Duration grace);

    /**
     * Completes with the reason when the server cannot go on: its heap is full, say. Then it stops by itself, without a
     * grace period, and nobody is served any more; the process goes on. One that is closed never completes this.
     */
    default CompletionStage<Throwable> failure() {
        return new CompletableFuture<>();
    }
}
