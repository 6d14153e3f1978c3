package socketlab.select;

import java.io.IOException;
import java.nio.channels.spi.SelectorProvider;
import java.util.EnumSet;
import java.util.Set;
import socketlab.core.Model;
import socketlab.core.ModelFactory;
import socketlab.core.Options;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.Trait;

/** The model {@code select}: one thread and the platform's own selector, which is epoll on Linux. */
public record SelectModel() implements Model, ModelFactory {

    @Override
    public String id() {
        return "select";
    }

    @Override
    public String summary() {
        return "one thread, every client: an event loop; waiting is a timer";
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
        return new SelectServer(service, options, "select", SelectorProvider.provider());
    }

    @Override
    public String name() {
        return "select";
    }

    @Override
    public Model create(String argument) {
        return ModelFactory.only(this, argument);
    }
}
