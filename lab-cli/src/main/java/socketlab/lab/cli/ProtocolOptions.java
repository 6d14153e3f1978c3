package socketlab.lab.cli;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import socketlab.core.Framing;
import socketlab.core.framing.Framings;
import socketlab.lab.plan.ChatLoad;
import socketlab.lab.text.Counts;
import socketlab.lab.text.HostPort;
import socketlab.load.plan.RequestProtocol;
import socketlab.load.plan.Transport;

/** How to talk to a server that is not ours: over what, in which framing, saying what. */
final class ProtocolOptions {
    @Option(names = "--udp", description = "a request is a datagram, and so is its answer")
    boolean udp;

    @Option(names = "--framing", defaultValue = "lines",
            description = "lines, length, raw or pickle (default: ${DEFAULT-VALUE})")
    String framing;

    @Option(names = "--max-message", converter = Counts.class, defaultValue = "8192",
            description = "bytes in one message (default: ${DEFAULT-VALUE})")
    int maxMessage;

    @Option(names = "--payload", converter = Counts.class, defaultValue = "64",
            description = "echo: bytes in each message (default: ${DEFAULT-VALUE})")
    int payload;

    @Option(names = "--http", paramLabel = "PATH",
            description = "ask a web server for this path, again and again; what is not 2xx is wrong")
    String http;

    Transport transport() {
        return udp ? Transport.UDP : Transport.TCP;
    }

    /** What is said to {@code target}; where the service is chat, by the {@code chat}. */
    RequestProtocol conversation(CommandSpec spec, String target, LoadOptions load, String service,
                              Optional<ChatLoad> chat) {
        if (http != null) {
            return http(spec, target, chat.isPresent());
        }
        Framing chosen = Main.asked(spec, () -> Framings.named(framing, maxMessage));
        return switch (service) {
            case ChatOptions.SERVICE -> chat.orElseThrow().conversation(framing, maxMessage);
            case "echo" -> RequestProtocol.echo(chosen, payload);
            case "sleep" -> load.preconnect ? RequestProtocol.requestReply(chosen, answer -> answer.length > 0)
                    : RequestProtocol.greeting(chosen, answer -> answer.length > 0);
            default -> throw new ParameterException(spec.commandLine(),
                    "no load for service '%s'; there are: sleep, echo, chat".formatted(service));
        };
    }

    private RequestProtocol http(CommandSpec spec, String target, boolean chat) {
        if (chat) {
            throw new ParameterException(spec.commandLine(), "--http asks a web server, and that is no chat");
        }
        if (udp) {
            throw new ParameterException(spec.commandLine(), "--http goes over TCP; leave --udp out");
        }
        return Main.asked(spec, () -> RequestProtocol.http(HostPort.whole(target), http));
    }
}
