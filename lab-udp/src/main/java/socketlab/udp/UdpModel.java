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

/** The model {@code udp}: one thread, one datagram at a time. */
public record UdpModel() implements Model, ModelFactory {

    @Override
    public String id() {
        return "udp";
    }

    @Override
    public String summary() {
        return "datagrams, one thread: silence holds nobody, but one request at a time";
    }

    @Override
    public Set<Trait> traits() {
        return EnumSet.noneOf(Trait.class);
    }

    @Override
    public int inService() {
        return 1;
    }

    @Override
    public Server start(Service service, Options options) throws IOException {
        return Wire.bind(options).serve(wire -> new UdpServer(service, options, wire));
    }

    @Override
    public String name() {
        return "udp";
    }

    @Override
    public Model create(String argument) {
        return ModelFactory.only(this, argument);
    }
}
