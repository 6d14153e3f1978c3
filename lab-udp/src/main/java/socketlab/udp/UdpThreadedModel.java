package socketlab.udp;

import java.io.IOException;
import java.util.EnumSet;
import java.util.concurrent.ThreadFactory;
import socketlab.core.Model;
import socketlab.core.ModelFactory;
import socketlab.core.Options;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.Trait;

/**
 * The model {@code udp-threaded}: a platform thread for every address that has sent. A sender's address is easily
 * forged, so there are at most 10,000 of them, whatever the options say.
 */
public final class UdpThreadedModel implements ModelFactory {
    private static final int MOST_THREADS = 10_000;

    @Override
    public Model model() {
        return new Model("udp-threaded", "datagrams, a thread for each peer; each waits on its own",
                EnumSet.of(Trait.CONCURRENT), Model.ALL, UdpThreadedModel::start);
    }

    private static Server start(Service service, Options options) throws IOException {
        Options capped = options.withMaxClients(Math.min(options.limits().maxClients(), MOST_THREADS));
        ThreadFactory threads = Thread.ofPlatform().name("peer-", 1).factory();
        return new UdpServer(service, capped, "receiver", (server, from) -> new ThreadUdpRunner(server, from, threads))
                .start();
    }
}
