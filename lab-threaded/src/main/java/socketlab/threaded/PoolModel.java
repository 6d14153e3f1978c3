package socketlab.threaded;

import static socketlab.core.Text.format;

import java.util.EnumSet;
import java.util.concurrent.ThreadFactory;
import socketlab.core.Model;
import socketlab.core.ModelFactory;
import socketlab.core.Trait;
import socketlab.single.SingleServer;

/** The model {@code pool:N}: N threads, each runs the accept loop of {@code single} on one listening socket. */
public final class PoolModel implements ModelFactory {
    private static final int USUAL_THREADS = 4;
    private static final int MOST_THREADS = 10_000;

    @Override
    public Model model() {
        return of(USUAL_THREADS);
    }

    @Override
    public Model create(String argument) {
        if (argument.matches("[0-9]{1,5}")) {
            int threads = Integer.parseInt(argument);
            if (threads >= 1 && threads <= MOST_THREADS) {
                return of(threads);
            }
        }
        throw new IllegalArgumentException(
                format("pool:N takes a number of threads from 1 to %d, not '%s'", MOST_THREADS, argument));
    }

    private static Model of(int threads) {
        EnumSet<Trait> traits = EnumSet.allOf(Trait.class);
        if (threads == 1) {
            traits.remove(Trait.CONCURRENT);
        }
        return new Model("pool:" + threads,
                "N threads (4 where N is left out), one client each; the rest wait in the accept queue",
                traits, threads, (service, options) -> SingleServer.start(service, options, poolThreads(), threads));
    }

    private static ThreadFactory poolThreads() {
        return Thread.ofPlatform().name("pool-", 1).factory();
    }
}
