package socketlab.lab.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import socketlab.lab.judge.Judge;
import socketlab.lab.measure.ForeignLoad;
import socketlab.lab.plan.ForeignPlan;
import socketlab.lab.plan.LoadLevel;
import socketlab.lab.plan.LoadSchedule;
import socketlab.lab.plan.LoadSetup;
import socketlab.lab.plan.Workload;
import socketlab.lab.text.HostPort;
import socketlab.lab.text.FileSafeName;
import socketlab.results.Run;

/** {@code lab load}: loads any server, ours or not, and records every request. */
@Command(name = "load", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Load any server, ours or not, and record every request.",
        footer = {"", "Examples:",
            "  lab load 9999                             five clients of the service sleep",
            "  lab load 9998 -s echo -c 10 -n 1k         1,000 messages, checked replies",
            "  lab load 127.0.0.1:8080 --http / -z 10s   a web server, for 10 s",
            "  lab load 7777 --chat -c 20 -n 500         twenty members of a chat"})
final class LoadCommand implements Callable<Integer> {
    @ParentCommand
    Main main;

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "HOST:PORT", description = "the server")
    String target;

    @Mixin
    LoadOptions load;

    @Mixin
    ProtocolOptions protocol;

    @Option(names = "--no-nodelay",
            description = "leave Nagle's algorithm on: a small write waits until the one before is acknowledged")
    boolean noNoDelay;

    @Option(names = "--as", paramLabel = "NAME", converter = FileSafeName.class,
            description = "what charts call the server (default: HOST:PORT)")
    String as;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ForeignPlan plan = plan();
        Judge judge = load.judge(spec, plan.names());
        load.checkOpenFiles(plan.levels());
        RequestLines lines = new RequestLines(RequestLines.wanted(load, plan.service()));
        ForeignLoad foreign = new ForeignLoad(plan, judge);
        try (Interruptible _ = new Interruptible(foreign::stop)) {
            Run run = foreign.run(new ProgressDisplay(Terminal.is(Terminal.STDERR) && !lines.wanted()), lines);
            lines.total(run.models().getFirst().elapsedMs());
            return new ResultPrinter(load, judge).print(run);
        }
    }

    private ForeignPlan plan() {
        List<InetSocketAddress> addresses = Main.validated(spec, () -> HostPort.all(target));
        String service = load.chat.service(spec, load.service);
        Workload workload = protocol.workload(spec, target, load, service);
        LoadSchedule schedule = load.loop.schedule(spec, load.idle, Optional.empty());
        List<LoadLevel> levels = schedule.levels(List.of(load.oneIdle(spec)), load.clients);
        LoadSetup setup = load.setup(spec, workload, levels, schedule);
        ForeignPlan.Server server = new ForeignPlan.Server(as == null ? HostPort.withHost(target) : as, addresses,
                protocol.transport(), !noNoDelay);
        String usualName = "load-" + (protocol.http == null ? service : "http");
        return Main.validated(spec, () -> new ForeignPlan(main.typed(), server, service, protocol.http, setup,
                load.results, load.name == null ? usualName : load.name));
    }
}
