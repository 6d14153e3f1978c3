package socketlab.select;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.util.List;
import socketlab.core.Options;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.server.ClientRegistry;
import socketlab.core.server.ComputePool;
import socketlab.core.server.IdleTimeout;
import socketlab.core.server.RunningServer;

/** Puts the listening socket and all clients on one event loop: a waiting client is a timer entry, not a thread. */
final class SelectServer {
    private SelectServer() {}

    static Server start(Service service, Options options, String thread, SelectorProvider provider)
            throws IOException {
        EventLoop loop = new EventLoop(thread, provider);
        try {
            ClientRegistry clients = new ClientRegistry(service, options);
            ComputePool pool = ComputePool.of(options);
            ServerSocketChannel channel = AcceptHandler.bind(options, provider);
            AcceptHandler acceptor = new AcceptHandler(channel, new LoopContext(loop, clients, pool));
            acceptor.start(options.listen().acceptAfter());
            IdleTimeout.start(clients, loop::after);
            loop.start(clients::fail);
            return new RunningServer((InetSocketAddress) channel.getLocalAddress(), clients, acceptor::close,
                    List.of(), pool, limit -> loop.close(limit) ? 1 : 0);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            loop.discard();
            throw e;
        }
    }
}
