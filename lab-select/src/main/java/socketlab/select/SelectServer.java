package socketlab.select;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import socketlab.core.Options;
import socketlab.core.PeerInfo;
import socketlab.core.Server;
import socketlab.core.Service;

/** Accepts clients and serves them all on one thread: who waits is a note in the loop's book, not a thread. */
final class SelectServer implements Server {
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);   // after the grace, to be told and to go

    private final EventLoop loop;
    private final Clients clients;
    private final ServerSocketChannel listener;
    private final InetSocketAddress address;
    private final AtomicBoolean closing = new AtomicBoolean();

    SelectServer(Service service, Options options, String thread, SelectorProvider provider) throws IOException {
        this.loop = new EventLoop(thread, provider);
        try {
            this.clients = new Clients(service, options, loop);
            this.listener = Listener.bind(options, provider);
            this.address = (InetSocketAddress) listener.getLocalAddress();
            new Listener(listener, loop, clients::admit).listen(options.acceptAfter());
        } catch (IOException | RuntimeException e) {
            loop.discard();
            throw e;
        }
        loop.start();
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
        if (closing.getAndSet(true)) {
            return 0;
        }
        try {
            loop.execute(() -> Listener.close(listener));
            int workers = clients.close(grace, LAST_WORDS);
            return workers + (loop.close(LAST_WORDS) ? 1 : 0);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while stopping", e);
        }
    }
}
