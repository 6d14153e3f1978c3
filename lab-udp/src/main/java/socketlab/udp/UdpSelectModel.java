package socketlab.udp;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import socketlab.core.Model;
import socketlab.core.ModelFactory;
import socketlab.core.Options;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.Trait;

/** The model {@code udp-select}: one thread, every peer: an event loop over one channel. */
public record UdpSelectModel() implements Model, ModelFactory {

    @Override
    public String id() {
        return "udp-select";
    }

    @Override
    public String summary() {
        return "datagrams, an event loop; waiting is a timer";
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
        return Wire.bind(options).serve(wire -> new UdpSelectServer(service, options, wire));
    }

    @Override
    public String name() {
        return "udp-select";
    }

    @Override
    public Model create(String argument) {
        return ModelFactory.only(this, argument);
    }
}
