package socketlab.threaded;

import java.util.EnumSet;
import socketlab.core.Model;
import socketlab.core.ModelFactory;
import socketlab.core.Trait;

/** The model {@code virtual}: a virtual thread per client (JEP 444), with workers for what would hold its carrier. */
public final class VirtualModel implements ModelFactory {

    @Override
    public Model model() {
        return new Model("virtual", "a virtual thread per client; waiting costs no platform thread",
                EnumSet.allOf(Trait.class), Model.ALL, (service, options) ->
                new ThreadedServer(service, options, Thread.ofVirtual().name("virtual-", 1), new Workers()));
    }
}
