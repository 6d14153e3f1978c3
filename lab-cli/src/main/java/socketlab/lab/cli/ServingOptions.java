package socketlab.lab.cli;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import socketlab.core.Model;
import socketlab.core.Options;
import socketlab.core.ServiceFactory;
import socketlab.core.ServiceOptions;
import socketlab.core.Trait;
import socketlab.lab.text.Counts;
import socketlab.lab.text.Durations;

/** How a service is to be served, whichever model does it: the options that {@code run} and {@code serve} share. */
final class ServingOptions {
    @Option(names = "--delay", converter = Durations.class,
            description = "how long the service waits before it answers: 500ms, 1s, 3m")
    Duration delay;

    @Option(names = "--on-request", description = "sleep: wait for a first message instead of starting on connect")
    boolean onRequest;

    @Option(names = "--tag", description = "echo: put the serving thread's name before the message")
    boolean tag;

    @Option(names = "--framing", description = "lines, length, raw or pickle, where it is not to be the service's own")
    String framing;

    @Option(names = "--max-message", converter = Counts.class, defaultValue = "8192",
            description = "bytes in one message (default: ${DEFAULT-VALUE})")
    int maxMessage;

    @Option(names = "--backlog", converter = Counts.class, defaultValue = "4096",
            description = "connections the kernel may keep waiting; it has its own cap (default: ${DEFAULT-VALUE})")
    int backlog;

    @Option(names = "--idle-timeout", converter = Durations.class,
            description = "send a client away after so much silence; 0: never (default: 5s for web, else 0)")
    Duration idleTimeout;

    @Option(names = "--max-clients", converter = Counts.class, description = "clients at once; no limit by default")
    Integer maxClients;

    @Option(names = "--inline-compute", description = "do CPU work on the thread that serves, whatever the model")
    boolean inlineCompute;

    @Option(names = "--accept-after", converter = Durations.class, defaultValue = "0",
            description = "TCP: listen at once, but accept nobody for so long (default: ${DEFAULT-VALUE})")
    Duration acceptAfter;

    @Option(names = "--no-nodelay",
            description = "TCP: leave Nagle's algorithm on: a small write waits until the one before is acknowledged")
    boolean noNoDelay;

    @Mixin
    WorkOptions work;

    @Mixin
    ChatServerOptions room;

    ServiceOptions service(Duration usualDelay, InetSocketAddress bind, String usualAccounts) {
        return new ServiceOptions(delay == null ? usualDelay : delay, onRequest, tag, Optional.ofNullable(framing),
                maxMessage, room.chat(bind, usualAccounts), work.work());
    }

    /** Throws a {@link ParameterException} when this model cannot do what is asked for. */
    void check(CommandSpec spec, Model model) {
        if (!acceptAfter.isZero() && !model.traits().contains(Trait.STREAM)) {
            throw new ParameterException(spec.commandLine(),
                    "--accept-after is for TCP: %s has nothing to accept".formatted(model.id()));
        }
    }

    Options options(ServiceFactory service, InetSocketAddress bind) {
        Options usual = Options.defaults();
        return new Options(bind, backlog, maxMessage, usual.outboxBytes(),
                idleTimeout == null ? service.idleTimeout() : idleTimeout,
                maxClients == null ? usual.maxClients() : maxClients, !noNoDelay, inlineCompute,
                usual.grace(), acceptAfter);
    }

    /** Throws a {@link ParameterException} when there is no such port or host. */
    InetSocketAddress bind(CommandSpec spec, String host, int port) {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "--port must be from 0 to 65535, not " + port);
        }
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new ParameterException(spec.commandLine(), "--host %s: unknown host".formatted(host));
        }
        return address;
    }

    /** The same as arguments, for the server of a run. */
    static List<String> arguments(ServiceOptions service, Options options) {
        List<String> arguments = new ArrayList<>(List.of(
                "--host", options.bind().getAddress().getHostAddress(), "--port", "" + options.bind().getPort(),
                "--delay", Durations.shown(service.delay()), "--max-message", "" + service.maxMessage(),
                "--backlog", "" + options.backlog(), "--idle-timeout", Durations.shown(options.idleTimeout()),
                "--accept-after", Durations.shown(options.acceptAfter()),
                "--max-clients", "" + Math.min(options.maxClients(), 100_000_000)));
        arguments.addAll(ChatServerOptions.arguments(service.chat()));
        arguments.addAll(WorkOptions.arguments(service.work()));
        service.framing().ifPresent(name -> arguments.addAll(List.of("--framing", name)));
        if (service.onRequest()) {
            arguments.add("--on-request");
        }
        if (service.tag()) {
            arguments.add("--tag");
        }
        if (!options.noDelay()) {
            arguments.add("--no-nodelay");
        }
        if (options.inlineCompute()) {
            arguments.add("--inline-compute");
        }
        return arguments;
    }
}
