package socketlab.threaded;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import socketlab.core.Model;
import socketlab.core.ModelFactory;
import socketlab.core.Options;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.Trait;
import socketlab.single.SingleServer;

/** The model {@code pool:N}: N threads, each of them a {@code single} server on one shared listener. */
public record PoolModel(int threads) implements Model, ModelFactory {
    private static final int USUAL_THREADS = 4;
    private static final int MOST_THREADS = 10_000;

    public PoolModel() {
        this(USUAL_THREADS);
    }

    @Override
    public String id() {
        return "pool:" + threads;
    }

    @Override
    public String summary() {
        return "N threads (4 where N is left out), one client each; the rest wait in the backlog";
    }

    @Override
    public Set<Trait> traits() {
        return threads > 1 ? EnumSet.allOf(Trait.class) : EnumSet.complementOf(EnumSet.of(Trait.CONCURRENT));
    }

    @Override
    public int inService() {
        return threads;
    }

    @Override
    public Server start(Service service, Options options) throws IOException {
        return new SingleServer(service, options, Thread.ofPlatform().name("pool-", 1), threads);
    }

    @Override
    public String name() {
        return "pool";
    }

    @Override
    public Model create(String argument) {
        return argument == null ? new PoolModel() : new PoolModel(size(argument));
    }

    private static int size(String argument) {
        if (argument.matches("[0-9]{1,5}")) {
            int threads = Integer.parseInt(argument);
            if (threads >= 1 && threads <= MOST_THREADS) {
                return threads;
            }
        }
        throw new IllegalArgumentException(
                "pool:N takes a number of threads from 1 to %d, not '%s'".formatted(MOST_THREADS, argument));
    }
}
