package socketlab.threaded;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import socketlab.core.Options;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.server.ClientRegistry;
import socketlab.core.server.ComputePool;
import socketlab.core.server.RunningServer;
import socketlab.single.BlockingAcceptor;
import socketlab.single.BlockingConnection;

/** Accepts a client and starts a thread for it; no client waits for another. */
public final class ThreadedServer {
    private final BlockingAcceptor acceptor;
    private final ClientRegistry clients;
    private final ThreadFactory threads;
    private final ComputePool pool;

    private ThreadedServer(Service service, Options options, ThreadFactory threads, ComputePool pool)
            throws IOException {
        this.clients = new ClientRegistry(service, options);
        this.acceptor = new BlockingAcceptor(clients);
        this.threads = threads;
        this.pool = pool;
    }

    /**
     * Binds the address and accepts.
     *
     * @param threads makes the thread that serves a client from start to end: a platform thread or a virtual one
     * @param pool    where computations run; it is closed with the server
     */
    public static Server start(Service service, Options options, ThreadFactory threads, ComputePool pool)
            throws IOException {
        ThreadedServer server = new ThreadedServer(service, options, threads, pool);
        List<Thread> acceptors = server.acceptor.start(1, Thread.ofPlatform().name("acceptor").factory(),
                server::acceptLoop);
        return new RunningServer(server.acceptor.address(), server.clients, server.acceptor::close, acceptors, pool);
    }

    // tag::loop
    private void acceptLoop() {
        while (!acceptor.isClosed()) {
            try {
                Socket socket = acceptor.accept();                                 // waits for the next client
                new BlockingConnection(socket, clients, pool).startOn(threads);    // a thread of its own, which may wait
            } catch (IOException | RuntimeException | Error e) {
                acceptor.backOff(e);
            }
        }
    }
    // end::loop
}
