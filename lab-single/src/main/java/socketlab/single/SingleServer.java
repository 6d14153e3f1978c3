package socketlab.single;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import socketlab.core.Options;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.server.ClientRegistry;
import socketlab.core.server.RunningServer;

/** Accepts a client and serves it to the end; all other clients wait in the accept queue. */
public final class SingleServer {
    private final BlockingAcceptor acceptor;
    private final ClientRegistry clients;

    private SingleServer(Service service, Options options) throws IOException {
        this.clients = new ClientRegistry(service, options);
        this.acceptor = new BlockingAcceptor(clients);
    }

    /** Binds the address and runs the accept loop on so many threads: one for {@code single}, N for {@code pool:N}. */
    public static Server start(Service service, Options options, ThreadFactory threads, int count) throws IOException {
        SingleServer server = new SingleServer(service, options);
        List<Thread> acceptors = server.acceptor.start(count, threads, server::acceptLoop);
        return new RunningServer(server.acceptor.address(), server.clients, server.acceptor::close, acceptors);
    }

    // tag::loop
    private void acceptLoop() {
        while (!acceptor.isClosed()) {
            try {
                Socket socket = acceptor.accept();                // waits for the next client
                new BlockingConnection(socket, clients).run();    // serves it to the end: meanwhile all others wait
            } catch (IOException | RuntimeException | Error e) {
                acceptor.backOff(e);
            }
        }
    }
    // end::loop
}
