package socketlab.lab.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import socketlab.lab.measure.ForeignLoad;
import socketlab.lab.plan.ChatLoad;
import socketlab.lab.plan.FaultPlan;
import socketlab.lab.plan.LoadLevel;
import socketlab.lab.plan.LoadSchedule;
import socketlab.lab.plan.SweepPlan;
import socketlab.lab.text.HostPort;
import socketlab.load.plan.LoadPlan;
import socketlab.load.plan.RequestProtocol;
import socketlab.results.LoadSettings;
import socketlab.results.Run;

/** {@code lab load}: fires at any server, ours or not, and records every request. */
@Command(name = "load", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Fire requests at any server, ours or not, and record every one.")
final class LoadCommand implements Callable<Integer> {
    private static final double UNKNOWN = -1;
    private static final Duration USUAL_TIMEOUT = Duration.ofMinutes(1);

    @ParentCommand
    Main main;

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "HOST:PORT", description = "who is asked")
    String target;

    @Mixin
    LoadOptions load;

    @Mixin
    ProtocolOptions protocol;

    @Option(names = "--no-nodelay",
            description = "leave Nagle's algorithm on: a small write waits until the one before is acknowledged")
    boolean noNoDelay;

    @Option(names = "--as", paramLabel = "NAME", description = "what charts call the server (default: HOST:PORT)")
    String as;

    @Override
    public Integer call() throws IOException, InterruptedException {
        InetSocketAddress server = Main.asked(spec, () -> HostPort.of(target));
        String name = as == null ? HostPort.whole(target) : as;
        String service = load.chat.service(spec, load.service);
        Optional<ChatLoad> chat = load.chat.load(spec, service, protocol.maxMessage);
        RequestProtocol conversation = protocol.conversation(spec, target, load, service, chat);
        LoadSchedule pacing = load.loop.pacing(spec, load.idle, Optional.empty());
        List<LoadLevel> levels = pacing.levels(List.of(load.oneIdle(spec)), load.clients);
        ResultPrinter outlet = Main.asked(spec, () -> new ResultPrinter(load, names(name, pacing, levels)));
        LoadPlan plan = Main.asked(spec, () -> LoadPlan
                .closedLoop(server, conversation, load.clients, load.requestsOrNone())
                .withDuration(load.duration()).withTimeout(load.timeout == null ? patience(chat) : load.timeout)
                .withPreconnect(load.preconnect).withTransport(protocol.transport())
                .withIdle(load.oneIdle(spec)).withWarmup(load.loop.warmup).withNoDelay(!noNoDelay)
                .withFaults(load.trouble.trouble(load.loop.seed)));
        chat.ifPresent(talk -> Main.asked(spec, () ->
                talk.plan(plan.withClients(load.clients, load.requestsOrOneEach()), pacing)));
        load.checkOpenFiles(levels);
        LoadSettings settings = new LoadSettings(service, pacing.open() ? "open" : "closed", load.clients,
                0, UNKNOWN, new LoadSettings.Connections(load.preconnect, conversation.keepAlive(), 0))
                .withHttp(protocol.http).withFaults(FaultPlan.of(plan.faults()));
        boolean course = chat.isEmpty() && RequestLines.suit(load);
        ProgressDisplay bar = new ProgressDisplay(Terminal.watchesStderr() && !course);
        RequestLines lines = new RequestLines(course);
        ForeignLoad foreign = new ForeignLoad(plan, chat, settings, pacing, levels, name, load.results,
                load.name == null ? "load-" + settings.service() : load.name, main.typed());
        try (Interruptible _ = new Interruptible(foreign::stop)) {
            Run run = foreign.run(bar, lines);
            lines.total(run.models().getFirst().elapsedMs());
            return outlet.tell(run);
        }
    }

    private static Set<String> names(String name, LoadSchedule pacing, List<LoadLevel> levels) {
        String sweep = pacing.sweep().map(SweepPlan::of).orElse("");
        return Stream.concat(Stream.of(name), levels.stream().map(level -> level.name(name, sweep)))
                .collect(Collectors.toSet());
    }

    private Duration patience(Optional<ChatLoad> chat) {
        return chat.map(talk -> talk.patience(protocol.transport(), load.clients)).orElse(USUAL_TIMEOUT);
    }
}
