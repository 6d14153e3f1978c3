package socketlab.single;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import socketlab.core.Model;
import socketlab.core.ModelFactory;
import socketlab.core.Options;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.Trait;

/** The model {@code single}: one thread, one client at a time. */
public record SingleModel() implements Model, ModelFactory {

    @Override
    public String id() {
        return "single";
    }

    @Override
    public String summary() {
        return "one thread, one client at a time; the rest wait in the backlog";
    }

    @Override
    public Set<Trait> traits() {
        return EnumSet.of(Trait.STREAM, Trait.RELIABLE_ORDER, Trait.SEES_CLOSE);
    }

    @Override
    public int inService() {
        return 1;
    }

    @Override
    public Server start(Service service, Options options) throws IOException {
        return new SingleServer(service, options, Thread.ofPlatform().name("single"), 1);
    }

    @Override
    public String name() {
        return "single";
    }

    @Override
    public Model create(String argument) {
        return ModelFactory.only(this, argument);
    }
}
