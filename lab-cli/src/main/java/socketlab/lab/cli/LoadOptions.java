package socketlab.lab.cli;

import static socketlab.core.Text.format;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import socketlab.lab.judge.Assertion;
import socketlab.lab.judge.Judge;
import socketlab.lab.machine.Machine;
import socketlab.lab.plan.LoadAmount;
import socketlab.lab.plan.LoadLevel;
import socketlab.lab.plan.LoadSchedule;
import socketlab.lab.plan.LoadSetup;
import socketlab.lab.plan.Requests;
import socketlab.lab.plan.ServerSetup;
import socketlab.lab.plan.Workload;
import socketlab.lab.text.Counts;
import socketlab.lab.text.Durations;
import socketlab.lab.text.LabException;
import socketlab.lab.text.FileSafeName;
import socketlab.load.plan.FaultInjection;

/** A load, and what becomes of its results: the options that {@code run} and {@code load} share. */
final class LoadOptions {
    /** Besides its connections a process opens some files: jars, pipes, the selector. */
    private static final int OTHER_FILES = 100;

    @Option(names = {"-s", "--service"}, paramLabel = "SERVICE", defaultValue = "sleep",
            description = "see: lab list (default: ${DEFAULT-VALUE})")
    String service;

    @Option(names = {"-c", "--clients"}, converter = Counts.class, defaultValue = "5",
            description = "clients at once (default: ${DEFAULT-VALUE})")
    int clients;

    @Option(names = {"-n", "--requests"}, converter = Counts.class,
            description = "requests in total, split evenly over the clients (default: one for each client)")
    Integer requests;

    @Option(names = {"-z", "--duration"}, converter = Durations.class,
            description = "send requests for this long, instead of a number of them")
    Duration duration;

    @Option(names = "--timeout", converter = Durations.class,
            description = "a request without a reply in this time counts as timeout")
    Duration timeout;

    @Option(names = "--preconnect", description = "open every connection before the clock starts")
    boolean preconnect;

    @Option(names = "--no-keepalive", description = "a connection for each request, instead of one that is kept")
    boolean noKeepAlive;

    @Option(names = "--no-probe",
            description = "leave out the probe after an echo over TCP: a message in two pieces, two in one write")
    boolean noProbe;

    @Option(names = "--idle", converter = Counts.class, split = ",", paramLabel = "N",
            description = "N extra clients, connected but idle; with several numbers, run measures each model beside each")
    List<Integer> idle = List.of();

    @Option(names = "--results", paramLabel = "DIR", defaultValue = "results",
            description = "the folder in which the run's own folder is made (default: ${DEFAULT-VALUE})")
    Path results;

    @Option(names = "--name", converter = FileSafeName.OfFolder.class,
            description = "the end of the folder's name (default: the service)")
    String name;

    @Option(names = "--json", paramLabel = "FILE",
            description = "write run.json also to this file; - writes it to stdout, and nothing else")
    String json;

    @Option(names = "--assert", paramLabel = "CONDITION",
            description = "this must hold, else the exit code is 3: 'off_percent<=2', 'single.p99<6s', 'errors==0'")
    List<String> assertions = List.of();

    @Option(names = "--may-fail", paramLabel = "MODELS", split = ",",
            description = "models that are expected to fail; their failures do not change the exit code")
    List<String> mayFail = List.of();

    @Option(names = "--accept-noise",
            description = "judge as if other programs had taken nothing of this machine: no exit code 4")
    boolean acceptNoise;

    @Mixin
    ChatOptions chat;

    @Mixin
    LoopOptions loop;

    @Mixin
    FaultOptions faults;

    /** What clients do to servers of ours. */
    Workload workload(CommandSpec spec, ServerSetup server) {
        return server.service().name().equals(ChatOptions.SERVICE)
                ? chat.talk(spec, server.serviceOptions().framing().orElse("lines"), server.serviceOptions().maxMessage())
                : connections(Requests.to(server.service(), server.serviceOptions()));
    }

    /** These requests on connections as the user wants them. */
    Requests connections(Requests requests) {
        return requests.with(!noKeepAlive, !noProbe);
    }

    /** The whole load, with these levels and this schedule. */
    LoadSetup setup(CommandSpec spec, Workload workload, List<LoadLevel> levels, LoadSchedule schedule) {
        FaultInjection injection = Main.validated(spec, () -> faults.injection(loop.seed));
        return new LoadSetup(workload, new LoadAmount(requests == null ? 0 : requests, duration()), levels, schedule,
                Optional.ofNullable(timeout), preconnect, injection);
    }

    /**
     * By what the run is judged. Throws a {@link ParameterException} where an assertion or a model's name is wrong.
     *
     * @param models the names that the run's models have
     */
    Judge judge(CommandSpec spec, Set<String> models) {
        return Main.validated(spec, () -> {
            mayFail.stream().filter(name -> !models.contains(name)).findFirst().ifPresent(name -> {
                throw new IllegalArgumentException(format("--may-fail '%s': the run has no such model; it has: %s", name,
                        String.join(", ", models)));
            });
            return new Judge(assertions.stream().map(text -> Assertion.parse(text, models)).toList(), Set.copyOf(mayFail),
                    acceptNoise);
        });
    }

    /** The one number of idle clients for a foreign server, which cannot be started afresh beside each of several. */
    int oneIdle(CommandSpec spec) {
        if (idle.size() > 1) {
            throw new ParameterException(spec.commandLine(), "--idle takes one number here; lab run takes several");
        }
        return idle.isEmpty() ? 0 : idle.getFirst();
    }

    /** How long the load lasts; empty where a number of requests is made. */
    Optional<Duration> duration() {
        return Optional.ofNullable(duration).filter(time -> !time.isZero()).or(() -> loop.usualDuration(requests));
    }

    /** @throws LabException where so many connections would exceed the limit of open files */
    void checkOpenFiles(List<LoadLevel> levels) {
        long allowed = Machine.openFiles();
        int most = levels.stream().mapToInt(level -> level.clients() + level.idle()).max().orElse(0)
                + faults.clients();
        if (most + OTHER_FILES > allowed) {
            throw new LabException(format("%d clients need more open files than the limit of %d; raise it: ulimit -n %d", most,
                    allowed, most
                            + OTHER_FILES));
        }
    }

    /** Whether stdout is for JSON alone. */
    boolean jsonOnly() {
        return "-".equals(json);
    }
}
