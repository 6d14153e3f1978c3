package socketlab.lab.cli;

import static socketlab.core.Text.format;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import socketlab.core.Model;
import socketlab.core.Options;
import socketlab.core.ServiceFactory;
import socketlab.core.ServiceOptions;
import socketlab.core.Trait;
import socketlab.lab.plan.ServerSetup;
import socketlab.lab.text.Bytes;
import socketlab.lab.text.Counts;
import socketlab.lab.text.Durations;

/** How a service is served, by whatever model: the options that {@code run} and {@code serve} share. */
final class ServingOptions {
    @Option(names = "--delay", converter = Durations.class,
            description = "how long the service sleeps before it replies: 500ms, 1s, 3m")
    Duration delay;

    @Option(names = "--on-request", description = "sleep: start at the first message, not on connect")
    boolean onRequest;

    @Option(names = "--tag", description = "echo: put the name of the serving thread before the message")
    boolean tag;

    @Option(names = "--framing", description = "lines, length, raw or pickle (default: the service's own)")
    String framing;

    @Option(names = "--max-message", converter = Counts.class, defaultValue = "8192",
            description = "longest message, in bytes (default: ${DEFAULT-VALUE})")
    int maxMessage;

    @Option(names = "--backlog", converter = Counts.class, defaultValue = "4096",
            description = "number passed to listen: the length of the accept queue, capped by the kernel"
                    + " (default: ${DEFAULT-VALUE})")
    int backlog;

    @Option(names = "--idle-timeout", converter = Durations.class,
            description = "disconnect a client that sends nothing for this long; 0: never, over UDP too"
                    + " (default: 60s over UDP, 5s for web, else 0)")
    Duration idleTimeout;

    @Option(names = "--max-clients", converter = Counts.class, description = "most clients at once (default: no limit)")
    Integer maxClients;

    @Option(names = "--max-queued", converter = Bytes.class, paramLabel = "BYTES",
            description = "most bytes that wait to be sent to all clients together, such as 64m; above it the slowest"
                    + " reader is disconnected (default: a quarter of the heap)")
    Long maxQueued;

    @Option(names = "--inline-compute", description = "do CPU work on the thread that serves, in every model")
    boolean inlineCompute;

    @Option(names = "--accept-after", converter = Durations.class, defaultValue = "0",
            description = "TCP: listen at once, but start to accept after this time (default: ${DEFAULT-VALUE})")
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

    /** Throws a {@link ParameterException} where the options do not fit this model. */
    void check(CommandSpec spec, Model model) {
        if (!acceptAfter.isZero() && !model.traits().contains(Trait.STREAM)) {
            throw new ParameterException(spec.commandLine(),
                    format("--accept-after is for TCP: %s accepts no connections", model.id()));
        }
    }

    Options options(ServiceFactory service, InetSocketAddress bind) {
        Options.Limits usual = Options.defaults().limits();
        return new Options(new Options.Listen(bind, backlog, !noNoDelay, acceptAfter),
                new Options.Limits(maxMessage, usual.sendQueueBytes(),
                        idleTimeout == null ? service.idleTimeout() : Optional.of(idleTimeout),
                        maxClients == null ? usual.maxClients() : maxClients, usual.grace(),
                        maxQueued == null ? usual.maxQueuedBytes() : OptionalLong.of(maxQueued)),
                inlineCompute);
    }

    /** Throws a {@link ParameterException} where there is no such port or host. */
    InetSocketAddress bind(CommandSpec spec, String host, int port) {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "--port must be from 0 to 65535, not " + port);
        }
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new ParameterException(spec.commandLine(), format("--host %s: unknown host", host));
        }
        return address;
    }

    /** The same options as arguments, for the servers of a run. */
    static List<String> arguments(ServerSetup server) {
        ServiceOptions service = server.serviceOptions();
        Options options = server.options();
        InetSocketAddress address = options.listen().address();
        List<String> arguments = new ArrayList<>(List.of(
                "--host", address.getAddress().getHostAddress(), "--port", "" + address.getPort(),
                "--delay", Durations.text(service.delay()), "--max-message", "" + service.maxMessage(),
                "--backlog", "" + options.listen().backlog(),
                "--accept-after", Durations.text(options.listen().acceptAfter()),
                "--max-clients", "" + Math.min(options.limits().maxClients(), 100_000_000)));
        arguments.addAll(ChatServerOptions.arguments(service.chat()));
        arguments.addAll(WorkOptions.arguments(service.work()));
        options.limits().idleTimeout()
                .ifPresent(limit -> arguments.addAll(List.of("--idle-timeout", Durations.text(limit))));
        service.framing().ifPresent(name -> arguments.addAll(List.of("--framing", name)));
        if (service.onRequest()) {
            arguments.add("--on-request");
        }
        if (service.tag()) {
            arguments.add("--tag");
        }
        if (!options.listen().noDelay()) {
            arguments.add("--no-nodelay");
        }
        if (options.inlineCompute()) {
            arguments.add("--inline-compute");
        }
        return arguments;
    }
}
