package socketlab.lab.cli;

import java.net.InetSocketAddress;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import socketlab.core.Model;
import socketlab.core.ModelRegistry;
import socketlab.core.ServiceFactory;
import socketlab.core.ServiceOptions;
import socketlab.lab.server.ServerPlan;

/** What one server is told on the command line, by a person or by the run that starts it. */
final class ServerOptions {
    private static final String ACCOUNTS = "accounts.db";

    @Parameters(index = "0", paramLabel = "MODEL", description = "see: lab list")
    String model;

    @Parameters(index = "1", paramLabel = "SERVICE", description = "see: lab list")
    String service;

    @Option(names = "--host", defaultValue = "127.0.0.1",
            description = "the address to listen on; only loopback unless you say so (default: ${DEFAULT-VALUE})")
    String host;

    @Option(names = "--port", description = "the service's own port where none is given; 0: any free port")
    Integer port;

    @Mixin
    ServingOptions serving;

    /** Throws a {@link ParameterException} where something does not exist or is out of range. */
    ServerPlan plan(CommandSpec spec, ModelRegistry catalogue) {
        ServiceFactory factory = Main.asked(spec, () -> catalogue.service(service));
        Model chosen = Main.asked(spec, () -> catalogue.model(model, factory));
        serving.check(spec, chosen);
        int where = port == null ? factory.port() : port;
        InetSocketAddress bind = serving.bind(spec, host, where);
        ServiceOptions options = serving.service(factory.delay(), bind, ACCOUNTS);
        Main.asked(spec, () -> factory.create(options, chosen.id())).close();
        return new ServerPlan(chosen, factory, options, serving.options(factory, bind));
    }
}
