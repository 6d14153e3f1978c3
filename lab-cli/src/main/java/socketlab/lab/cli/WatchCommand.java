package socketlab.lab.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import socketlab.lab.judge.RunOutcome;
import socketlab.lab.text.Durations;
import socketlab.lab.watch.Expectation;
import socketlab.lab.watch.ProgramRun;
import socketlab.lab.watch.WatchVerdict;
import socketlab.results.files.OutputLine;

/** {@code lab watch}: runs a program, says when it said what, and draws it. */
@Command(name = "watch", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Run a program in a single file, and say when it says what; see experiments/first-steps.")
final class WatchCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Option(names = "--expect", paramLabel = "LINE[@TIME],...",
            description = "must come, in this order or at this time after the first line, or the exit code is 3")
    List<String> expected = List.of();

    @Option(names = "--never", paramLabel = "LINE,...", defaultValue = "",
            description = "must not come, or the exit code is 3")
    String never;

    @Option(names = "--within", converter = Durations.class, defaultValue = "200ms",
            description = "how far from its time a line may be (default: ${DEFAULT-VALUE})")
    Duration within;

    @Option(names = "--results", paramLabel = "DIR", defaultValue = "results",
            description = "where the run's own folder is made (default: ${DEFAULT-VALUE})")
    Path results;

    @Option(names = "--name", description = "ends the folder's name (default: the program's)")
    String name;

    @Parameters(index = "0", paramLabel = "FILE.java", description = "the program")
    Path program;

    @Parameters(index = "1..*", paramLabel = "ARGUMENT", description = "what the program is given")
    List<String> arguments = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isReadable(program) || !program.toString().endsWith(".java")) {
            throw new ParameterException(spec.commandLine(), "%s is no FILE.java that can be read".formatted(program));
        }
        WatchVerdict verdict = Main.asked(spec, () -> new WatchVerdict(
                expected.stream().map(Expectation::list).toList(), Expectation.list(never), within));
        shown(new OutputLine(0, ""));   // or the formatter's class loading would be in the time of the second line
        ProgramRun watch = new ProgramRun(program, arguments, results, name);
        List<OutputLine> lines;
        try (Interruptible _ = new Interruptible(watch::stop)) {
            lines = watch.lines(said -> System.out.println(shown(said)));
        }
        RunOutcome judgement = verdict.on(lines);
        judgement.words().forEach(System.err::println);
        if (judgement.exitCode() == 0) {
            expected.forEach(held -> System.out.println("\nholds: " + held));
            System.out.print(never.isEmpty() ? "" : "%nnever came: %s%n".formatted(never));
        }
        System.out.println("\npicture: " + watch.draw(lines));
        return judgement.exitCode();
    }

    private static String shown(OutputLine said) {
        return String.format(Locale.ROOT, "%8.3f s   %s", said.atUs() / 1e6, said.line());
    }
}
