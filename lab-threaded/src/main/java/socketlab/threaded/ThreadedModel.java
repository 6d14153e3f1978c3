package socketlab.threaded;

import java.util.EnumSet;
import socketlab.core.Model;
import socketlab.core.ModelFactory;
import socketlab.core.Trait;
import socketlab.core.server.ComputePool;

/** The model {@code threaded}: a platform thread per client, which waits and computes on its own. */
public final class ThreadedModel implements ModelFactory {

    @Override
    public Model model() {
        return new Model("threaded", "a platform thread per client; each waits on its own",
                EnumSet.allOf(Trait.class), Model.ALL,
                (service, options) -> ThreadedServer.start(service, options, Thread.ofPlatform().name("client-", 1).factory(),
                        ComputePool.inline()));
    }
}
