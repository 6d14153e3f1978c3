package socketlab.udp;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import socketlab.core.Model;
import socketlab.core.ModelFactory;
import socketlab.core.Options;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.Trait;

/**
 * The model {@code udp-threaded}: a platform thread for every address that has spoken. A sender's address is easily
 * forged, so there are at most 10,000 of them, whatever the options say.
 */
public record UdpThreadedModel() implements Model, ModelFactory {
    private static final int MOST_THREADS = 10_000;

    @Override
    public String id() {
        return "udp-threaded";
    }

    @Override
    public String summary() {
        return "datagrams, a thread for each peer; each waits on its own";
    }

    @Override
    public Set<Trait> traits() {
        return EnumSet.of(Trait.CONCURRENT);
    }

    @Override
    public int inService() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Server start(Service service, Options options) throws IOException {
        Options capped = options.withMaxClients(Math.min(options.maxClients(), MOST_THREADS));
        ThreadFactory threads = Thread.ofPlatform().name("peer-", 1).factory();
        return Wire.bind(options).serve(wire -> new UdpThreadedServer(service, capped, wire, threads));
    }

    @Override
    public String name() {
        return "udp-threaded";
    }

    @Override
    public Model create(String argument) {
        return ModelFactory.only(this, argument);
    }
}
