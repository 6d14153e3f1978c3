package socketlab.threaded;

import java.util.EnumSet;
import socketlab.core.Model;
import socketlab.core.ModelFactory;
import socketlab.core.Trait;
import socketlab.core.server.ComputePool;

/** The model {@code virtual}: a virtual thread per client (JEP 444), and a pool for CPU work, which holds a carrier. */
public final class VirtualModel implements ModelFactory {

    @Override
    public Model model() {
        return new Model("virtual", "a virtual thread per client; waiting costs no platform thread",
                EnumSet.allOf(Trait.class), Model.ALL,
                (service, options) -> ThreadedServer.start(service, options, Thread.ofVirtual().name("virtual-", 1).factory(),
                        ComputePool.of(options)));
    }
}
