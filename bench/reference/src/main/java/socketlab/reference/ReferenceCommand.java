package socketlab.reference;

import static socketlab.report.text.Formats.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import socketlab.report.bench.BenchReport;
import socketlab.report.bench.ReferenceGroup;
import socketlab.report.bench.ReferenceResults;
import socketlab.results.files.AtomicFile;
import socketlab.results.files.PrintableText;

/** {@code lab bench --reference}, which the script {@code lab} starts with this jar beside lab.jar. */
@Command(name = "lab bench", sortOptions = false,
        description = {"Measure the models and the load client beside bare code and other people's servers, in the same rounds:"
                + " half an hour, or three minutes with --quick.",
            "Server and load client are pinned to a core each where there are two cores and taskset, and every JVM has the serial"
                    + " collector. A program is warm when the threads of its JVM's compilers have used less than 1 %% of a core in half a"
                    + " second, twice in a row, 20 s at most. A round measures every program once, in shuffled order; it is measured"
                    + " again, or marked after so many repetitions as half the rounds, when a fixed amount of work before or after it takes"
                    + " over 3 %% longer than on the quiet machine. A ratio is the median over the rounds with its 99 %% interval (Student's t on logarithms); above 1.00 the"
                    + " program is better than the one beside it."},
        customSynopsis = "lab bench --reference [--only NAME[,NAME...]] [--quick] [--rounds N] [--results DIR]")
final class ReferenceCommand implements Callable<Integer> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneId
            .systemDefault());
    private static final int COULD_NOT_RUN = 1;
    private static final int WRONG_USE = 2;
    private static final int LEAST_ROUNDS = 3;   // an interval of two is wider than any difference
    private static final int MOST_ROUNDS = 100;

    @Spec
    CommandSpec spec;

    @Option(names = "--reference", hidden = true)
    boolean reference;

    @Option(names = "--only", paramLabel = "NAME", split = ",",
            description = "only these groups, or these programs and what they are compared with")
    List<String> only = List.of();

    @Option(names = "--quick",
            description = "a first look: three short rounds of one group of each kind, without other people's servers")
    boolean quick;

    @Option(names = "--rounds", paramLabel = "N", description = "rounds (default: 7, with --quick 3)")
    Integer rounds;

    @Option(names = "--results", paramLabel = "DIR", defaultValue = "results",
            description = "the folder in which the run's own folder is made (default: ${DEFAULT-VALUE})")
    Path results;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "show this help and exit")
    boolean help;

    /** Executes one command line and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        System.setProperty("java.awt.headless", "true");
        System.exit(new CommandLine(new ReferenceCommand())
                .setParameterExceptionHandler((wrong, typed) -> failed(wrong, WRONG_USE))
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, COULD_NOT_RUN))
                .execute(arguments));
    }

    private static int failed(Exception failure, int exitCode) {
        System.err.println(PrintableText.of("lab bench: " + failure.getMessage()) + (exitCode == WRONG_USE
                ? " (see: lab bench --reference --help)" : ""));
        return exitCode;
    }

    @Override
    public Integer call() throws IOException {
        if (rounds != null && (rounds < LEAST_ROUNDS || rounds > MOST_ROUNDS)) {
            throw new ParameterException(spec.commandLine(), "--rounds: " + LEAST_ROUNDS + " to " + MOST_ROUNDS);
        }
        List<Work> works;
        try {
            works = Selection.of(Work.all(), only, quick);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
        if (!System.getProperty("os.name").equals("Linux")) {
            throw new IOException("--reference needs Linux, for its clocks of processes");
        }
        Timing timing = quick ? Timing.QUICK : Timing.FULL;
        measure(works, rounds == null ? timing : timing.withRounds(rounds));
        return 0;
    }

    /** Each group is printed and written when it has ended: a run that is broken off keeps what it has. */
    private void measure(List<Work> works, Timing timing) throws IOException {
        Instant started = Instant.now();
        Cores cores = Cores.find();
        String machine = format("JDK %s · %d cores, %s · every JVM with the serial collector", Runtime.version(),
                Runtime.getRuntime().availableProcessors(), cores.text());
        System.out.println(machine.replace(" · ", "; ") + "\n");
        Path folder = null;
        List<ReferenceGroup> groups = new ArrayList<>();
        try (Programs programs = new Programs(); SpinCheck spin = new SpinCheck()) {
            for (Work work : works) {
                try (GroupRun run = new GroupRun(work, new GroupRun.Setup(timing, programs, cores, spin),
                        ReferenceCommand::progress)) {
                    groups.add(run.run());
                }
                System.out.println(RatioTable.of(groups.getLast()));
                folder = folder == null ? fresh(started) : folder;
                AtomicFile.at(folder.resolve(ReferenceResults.FILE)).write(ReferenceResults.of(typed(),
                        started.truncatedTo(ChronoUnit.SECONDS).toString(), machine, groups).json());
            }
        }
        System.out.println("report: " + PrintableText.of(BenchReport.draw(folder, null, null).toString()));
    }

    private static void progress(String line) {
        System.err.println(line);
    }

    private String typed() {
        return "./lab bench " + String.join(" ", spec.commandLine().getParseResult().originalArgs());
    }

    private Path fresh(Instant started) throws IOException {
        Files.createDirectories(results);
        String name = TIME.format(started) + "-reference";
        for (int i = 1;; i++) {
            Path folder = results.resolve(i == 1 ? name : name + "-" + i);
            if (!Files.exists(folder)) {
                return Files.createDirectory(folder);
            }
        }
    }
}
