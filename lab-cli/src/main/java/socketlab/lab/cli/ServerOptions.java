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
import socketlab.core.ServiceOptions.Chat;
import socketlab.core.ServiceOptions;
import socketlab.lab.plan.ServerSetup;
import socketlab.lab.server.ServerPlan;

/** One server on the command line: of a person, or of the run that starts it. */
final class ServerOptions {
    private static final Chat CHAT = new Chat("accounts.db", 10, false, 0, 64);

    @Parameters(index = "0", paramLabel = "MODEL", description = "see: lab list")
    String model;

    @Parameters(index = "1", paramLabel = "SERVICE", description = "see: lab list")
    String service;

    @Option(names = "--host", defaultValue = "127.0.0.1",
            description = "the address to listen on; other machines cannot reach the default (default: ${DEFAULT-VALUE})")
    String host;

    @Option(names = "--port", description = "default: the service's own port; 0: any free port")
    Integer port;

    @Mixin
    ServingOptions serving;

    /** Throws a {@link ParameterException} where something does not exist or is out of range. */
    ServerPlan plan(CommandSpec spec, ModelRegistry registry) {
        ServiceFactory factory = Main.validated(spec, () -> registry.service(service));
        Model chosen = Main.validated(spec, () -> registry.model(model, factory));
        serving.check(spec, chosen);
        int number = port == null ? factory.port() : port;
        InetSocketAddress bind = serving.bind(spec, host, number);
        ServiceOptions options = serving.service(factory.delay(), bind, CHAT);
        Main.validated(spec, () -> factory.create(options, chosen.id())).close();
        return new ServerPlan(chosen, new ServerSetup(factory, options, serving.options(factory, bind)));
    }
}
