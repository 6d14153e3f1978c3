package socketlab.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import socketlab.core.Model;
import socketlab.core.ModelRegistry;
import socketlab.core.Options;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.ServiceOptions;
import socketlab.core.Trait;

/** One of our servers on a free port, for as long as a trial lasts; closing it joins every thread. */
record Served(Model model, Service service, Server server) implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final ModelRegistry CATALOGUE = ModelRegistry.of(Served.class.getClassLoader());

    /** Throws {@link IllegalArgumentException} with one line when there is no such model or service here. */
    static Served by(String modelId, String serviceName) throws IOException {
        Model model = CATALOGUE.model(modelId);
        Service service = CATALOGUE.service(serviceName).create(ServiceOptions.delay(Duration.ZERO), modelId);
        return new Served(model, service, model.start(service, Options.defaults()));
    }

    InetSocketAddress address() {
        return server.address();
    }

    /** A new client of it. */
    Caller call() throws IOException {
        return model.traits().contains(Trait.STREAM) ? Caller.OverTcp.to(address()) : Caller.OverUdp.to(address());
    }

    @Override
    public void close() {
        server.close(GRACE);
        service.close();
    }
}
