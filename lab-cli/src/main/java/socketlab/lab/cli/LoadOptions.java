package socketlab.lab.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import socketlab.lab.machine.Machine;
import socketlab.lab.plan.LoadLevel;
import socketlab.lab.text.Counts;
import socketlab.lab.text.Durations;
import socketlab.lab.text.LabException;

/** How to load and what to make of it: the options that {@code run} and {@code load} share. */
final class LoadOptions {
    /** Besides its connections a process needs some files open: jars, pipes, the selector. */
    private static final int OTHER_FILES = 100;

    @Option(names = {"-s", "--service"}, paramLabel = "SERVICE", defaultValue = "sleep",
            description = "see: lab list (default: ${DEFAULT-VALUE})")
    String service;

    @Option(names = {"-c", "--clients"}, converter = Counts.class, defaultValue = "5",
            description = "clients at once (default: ${DEFAULT-VALUE})")
    int clients;

    @Option(names = {"-n", "--requests"}, converter = Counts.class,
            description = "requests in total, shared out evenly (default: one for each client)")
    Integer requests;

    @Option(names = {"-z", "--duration"}, converter = Durations.class,
            description = "go on for so long, whatever the number of requests")
    Duration duration;

    @Option(names = "--timeout", converter = Durations.class, description = "give up on a request after so long")
    Duration timeout;

    @Option(names = "--preconnect", description = "open every connection before the clock starts")
    boolean preconnect;

    @Option(names = "--idle", converter = Counts.class, split = ",", paramLabel = "N",
            description = "so many more clients, connected and silent; several numbers measure beside each")
    List<Integer> idle = List.of();

    @Option(names = "--results", paramLabel = "DIR", defaultValue = "results",
            description = "where the run's own folder is made (default: ${DEFAULT-VALUE})")
    Path results;

    @Option(names = "--name", description = "ends the folder's name (default: the service)")
    String name;

    @Option(names = "--json", paramLabel = "FILE", 
            description = "write run.json there too; - is stdout, and nothing else")
    String json;

    @Option(names = "--assert", paramLabel = "CONDITION",
            description = "must hold, or the exit code is 3: 'off_percent<=2', 'single.p99<6s', 'errors==0'")
    List<String> assertions = List.of();

    @Option(names = "--may-fail", paramLabel = "MODELS", split = ",",
            description = "whose failed requests are what is to be shown: only assertions judge these")
    List<String> mayFail = List.of();

    @Mixin
    ChatOptions chat;
    @Mixin
    LoopOptions loop;

    @Mixin
    FaultOptions trouble;

    int requestsOrOneEach() {
        return requests == null ? clients : requests;
    }

    /** 0: one for each client, however many a step has. */
    int requestsOrNone() {
        return requests == null ? 0 : requests;
    }

    /** For a load on a server that we cannot start afresh beside each number. */
    int oneIdle(CommandSpec spec) {
        if (idle.size() > 1) {
            throw new ParameterException(spec.commandLine(), "--idle takes one number here; lab run takes several");
        }
        return idle.isEmpty() ? 0 : idle.getFirst();
    }

    Optional<Duration> duration() {
        return Optional.ofNullable(duration).filter(time -> !time.isZero()).or(() -> loop.usualDuration(requests));
    }

    /** @throws LabException when the system would stop us half-way */
    void checkOpenFiles(List<LoadLevel> levels) {
        long allowed = Machine.openFiles();
        int most = levels.stream().mapToInt(level -> level.clients() + level.idle()).max().orElse(0)
                + trouble.clients();
        if (most + OTHER_FILES > allowed) {
            throw new LabException("%d clients need more open files than the %d allowed here; raise it: ulimit -n %d"
                    .formatted(most, allowed, most + OTHER_FILES));
        }
    }

    boolean jsonOnly() {
        return "-".equals(json);
    }
}
