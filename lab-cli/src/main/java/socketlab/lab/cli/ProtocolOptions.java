package socketlab.lab.cli;

import static socketlab.core.Text.format;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import socketlab.core.Framing;
import socketlab.core.framing.Framings;
import socketlab.lab.plan.Requests;
import socketlab.lab.plan.Workload;
import socketlab.lab.text.Counts;
import socketlab.lab.text.HostPort;
import socketlab.load.plan.RequestProtocol;
import socketlab.load.plan.Transport;

/** What a foreign server speaks: transport, framing, messages. */
final class ProtocolOptions {
    @Option(names = "--udp", description = "over UDP: each request and each reply is a datagram")
    boolean udp;

    @Option(names = "--framing", defaultValue = "lines",
            description = "lines, length, raw or pickle (default: ${DEFAULT-VALUE})")
    String framing;

    @Option(names = "--max-message", converter = Counts.class, defaultValue = "8192",
            description = "longest message, in bytes (default: ${DEFAULT-VALUE})")
    int maxMessage;

    @Option(names = "--payload", converter = Counts.class, defaultValue = "64",
            description = "echo: bytes in each message (default: ${DEFAULT-VALUE})")
    int payload;

    @Option(names = "--http", paramLabel = "PATH",
            description = "request this path of a web server; a reply is correct if its status is 2xx")
    String http;

    Transport transport() {
        return udp ? Transport.UDP : Transport.TCP;
    }

    /** What clients do to a server at {@code target} that is taken for this service. */
    Workload workload(CommandSpec spec, String target, LoadOptions load, String service) {
        if (http != null) {
            return load.connections(new Requests(http(spec, target, service), true));
        }
        if (service.equals(ChatOptions.SERVICE)) {
            return load.chat.talk(spec, framing, maxMessage);
        }
        Framing chosen = Main.validated(spec, () -> Framings.named(framing, maxMessage));
        return switch (service) {
            case "echo" -> load.connections(new Requests(RequestProtocol.echo(chosen, payload), true));
            case "sleep" -> load.connections(new Requests(Requests.toSleep(chosen, load.preconnect), true));
            default -> throw new ParameterException(spec.commandLine(),
                    format("no load for service '%s'; there are: sleep, echo, chat", service));
        };
    }

    private RequestProtocol http(CommandSpec spec, String target, String service) {
        if (service.equals(ChatOptions.SERVICE)) {
            throw new ParameterException(spec.commandLine(), "--http is for a web server, which has no chat");
        }
        if (udp) {
            throw new ParameterException(spec.commandLine(), "--http goes over TCP; leave --udp out");
        }
        return Main.validated(spec, () -> RequestProtocol.http(HostPort.forHttp(target), http));
    }
}
