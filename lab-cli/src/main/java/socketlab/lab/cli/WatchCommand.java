package socketlab.lab.cli;

import static socketlab.core.Text.format;
import static socketlab.core.Text.printable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import socketlab.lab.judge.RunOutcome;
import socketlab.lab.server.LogQueue;
import socketlab.lab.text.Durations;
import socketlab.lab.text.FileSafeName;
import socketlab.lab.watch.Expectation;
import socketlab.lab.watch.ProgramRun;
import socketlab.lab.watch.WatchVerdict;
import socketlab.results.files.OutputLine;

/** {@code lab watch}: runs a program and draws its output over time. */
@Command(name = "watch", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Run a program in a single file and draw its output over time; see experiments/first-steps.")
final class WatchCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(names = "--expect", paramLabel = "LINE[@TIME],...",
            description = "these lines must be printed, in this order or at this time after the first line, else the"
                    + " exit code is 3")
    List<String> expected = List.of();

    @Option(names = "--never", paramLabel = "LINE,...", defaultValue = "",
            description = "these lines must not be printed, else the exit code is 3")
    String never;

    @Option(names = "--within", converter = Durations.class, defaultValue = "200ms",
            description = "how far from its time a line may be (default: ${DEFAULT-VALUE})")
    Duration within;

    @Option(names = "--results", paramLabel = "DIR", defaultValue = "results",
            description = "the folder in which the run's own folder is made (default: ${DEFAULT-VALUE})")
    Path results;

    @Option(names = "--name", converter = FileSafeName.OfFolder.class,
            description = "the end of the folder's name (default: the program's)")
    String name;

    @Parameters(index = "0", paramLabel = "FILE.java", description = "the program")
    Path program;

    @Parameters(index = "1..*", paramLabel = "ARGUMENT", description = "passed to the program")
    List<String> arguments = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isReadable(program) || !program.toString().endsWith(".java")) {
            throw new ParameterException(spec.commandLine(), format("%s is not a readable FILE.java",
                    program));
        }
        WatchVerdict verdict = Main.validated(spec, () -> new WatchVerdict(
                expected.stream().map(Expectation::parseList).toList(), Expectation.parseList(never), within));
        timed(new OutputLine(0, ""));   // loads the formatter's classes; else the second line's time would include it
        ProgramRun run = new ProgramRun(program, arguments, results, name);
        LogQueue shown = new LogQueue("shown", line -> show(line, run));   // a slow terminal must not slow the program
        RunOutcome outcome;
        Path picture;
        try (Interruptible _ = new Interruptible(run::stop)) {
            List<OutputLine> lines = run.watch(line -> shown.print(timed(line)));
            outcome = verdict.on(lines);
            picture = run.draw(lines);
        } finally {
            shown.awaitWritten(Duration.ofDays(1));   // what follows stands below it
        }
        outcome.reasons().forEach(reason -> System.err.println(printable(reason)));
        if (outcome.exitCode() == 0) {
            expected.forEach(held -> System.out.println("\nholds: " + held));
            System.out.print(never.isEmpty() ? "" : format("%nnever printed: %s%n", never));
        }
        System.out.println();
        System.out.println(printable("picture: " + picture));
        return outcome.exitCode();
    }

    private static void show(String line, ProgramRun run) {
        System.out.println(line);
        if (System.out.checkError()) {
            run.stop();   // nobody reads it any more, and the program may print for ever
        }
    }

    private static String timed(OutputLine line) {
        return format("%8.3f s   %s", line.atUs() / 1e6, printable(line.line()));
    }
}
