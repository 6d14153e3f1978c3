package socketlab.core.server;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import socketlab.core.Log;
import socketlab.core.PeerInfo;
import socketlab.core.Server;

/**
 * A server at work. What it does alike whatever its model: list its clients, hang up on one, and stop in this order:
 * accept no more, say goodbye, hang up on everybody, wait for them, join the threads. Any thread may call.
 */
public final class RunningServer implements Server {
    private static final Duration FINAL_REPLIES = Duration.ofSeconds(2);   // after the grace, to be told and to go

    private final InetSocketAddress address;
    private final ClientRegistry clients;
    private final Runnable stopAccepting;
    private final List<Thread> acceptors;
    private final List<Part> parts;

    /** Something with threads of its own that ends after the last client. */
    @FunctionalInterface
    public interface Part {

        /** Ends it, waiting at most this long for each thread; how many threads were joined. */
        int close(Duration limit) throws InterruptedException;
    }

    /**
     * A server that listens already.
     *
     * @param stopAccepting closes the listening socket; when it returns nobody is accepted any more, but for those
     *                      whom an acceptor has in hand
     * @param acceptors     threads that end by themselves once that socket is closed
     * @param parts         closed in this order
     */
    public RunningServer(InetSocketAddress address, ClientRegistry clients, Runnable stopAccepting,
            List<Thread> acceptors, Part... parts) {
        this.address = address;
        this.clients = clients;
        this.stopAccepting = stopAccepting;
        this.acceptors = List.copyOf(acceptors);
        this.parts = List.of(parts);
        clients.failure().thenRun(this::closeWithoutGrace);
    }

    /** By whatever thread has failed: it cannot wait for itself. */
    private void closeWithoutGrace() {
        try {
            Thread.ofPlatform().daemon().name("closing").start(() -> close(Duration.ZERO));
        } catch (OutOfMemoryError noThread) {
            Log.warn("the server cannot go on, and there is no thread to close it: " + noThread.getMessage());
        }
    }

    @Override
    public CompletionStage<Throwable> failure() {
        return clients.failure().minimalCompletionStage();
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public List<PeerInfo> clients() {
        return clients.list();
    }

    @Override
    public boolean hangUp(long id) {
        return clients.hangUp(id);
    }

    @Override
    public int close(Duration grace) {
        if (!clients.beginClosing()) {
            return 0;
        }
        stopAccepting.run();
        clients.sayGoodbye();
        clients.hangUpAll(grace);
        try {
            clients.awaitEmpty(grace.plus(FINAL_REPLIES));
            return joinThreads();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while stopping", e);
        }
    }

    private int joinThreads() throws InterruptedException {
        int joined = join(acceptors);
        clients.awaitEmpty(FINAL_REPLIES);   // those who were accepted while we closed
        clients.finished().removeAll(acceptors);
        joined += join(clients.finished());
        for (Part part : parts) {
            joined += part.close(FINAL_REPLIES);
        }
        return joined;
    }

    private static int join(Collection<Thread> threads) throws InterruptedException {
        int joined = 0;
        for (Thread thread : threads) {
            joined += thread.join(FINAL_REPLIES) ? 1 : 0;
        }
        return joined;
    }
}
