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

/** One of socketlab's servers on a free port, for one trial; closing it joins every thread. */
record ServerFixture(Model model, Service service, Server server) implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final ModelRegistry CATALOGUE = ModelRegistry.of(ServerFixture.class.getClassLoader());

    /** Throws {@link IllegalArgumentException} with one line when there is no such model or service. */
    static ServerFixture start(String modelId, String serviceName) throws IOException {
        Model model = CATALOGUE.model(modelId);
        Service service = CATALOGUE.service(serviceName).create(ServiceOptions.delay(Duration.ZERO), modelId);
        return new ServerFixture(model, service, model.start(service, Options.defaults()));
    }

    InetSocketAddress address() {
        return server.address();
    }

    /** A new client, connected over the model's transport. */
    EchoClient connect() throws IOException {
        return model.traits().contains(Trait.STREAM) ? EchoClient.OverTcp.connect(address())
                : EchoClient.OverUdp.connect(address());
    }

    @Override
    public void close() {
        server.close(GRACE);
        service.close();
    }
}
