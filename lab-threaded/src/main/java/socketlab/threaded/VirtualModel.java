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

/** The model {@code virtual}: a virtual thread per client (JEP 444), with workers for what would hold its carrier. */
public record VirtualModel() implements Model, ModelFactory {

    @Override
    public String id() {
        return "virtual";
    }

    @Override
    public String summary() {
        return "a virtual thread per client; waiting costs no platform thread";
    }

    @Override
    public Set<Trait> traits() {
        return EnumSet.allOf(Trait.class);
    }

    @Override
    public int inService() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Server start(Service service, Options options) throws IOException {
        return new ThreadedServer(service, options, Thread.ofVirtual().name("virtual-", 1), new Workers());
    }

    @Override
    public String name() {
        return "virtual";
    }

    @Override
    public Model create(String argument) {
        return ModelFactory.only(this, argument);
    }
}
