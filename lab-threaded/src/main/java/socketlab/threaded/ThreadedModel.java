package socketlab.threaded;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import socketlab.core.Model;
import socketlab.core.ModelFactory;
import socketlab.core.Next.Compute;
import socketlab.core.Options;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.Trait;

/** The model {@code threaded}: a platform thread per client, which waits and computes on its own. */
public record ThreadedModel() implements Model, ModelFactory {

    @Override
    public String id() {
        return "threaded";
    }

    @Override
    public String summary() {
        return "a platform thread per client; each waits on its own";
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
        return new ThreadedServer(service, options, Thread.ofPlatform().name("client-", 1), Compute::inline);
    }

    @Override
    public String name() {
        return "threaded";
    }

    @Override
    public Model create(String argument) {
        return ModelFactory.only(this, argument);
    }
}
