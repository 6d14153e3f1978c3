package socketlab.lab.cli;

import static socketlab.core.Text.printable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import socketlab.lab.script.Experiment;
import socketlab.lab.script.ExperimentRun;

/** {@code lab experiment NN}: runs an experiment by its number, also where there is no sh. */
@Command(name = "experiment", mixinStandardHelpOptions = true,
        description = "Run an experiment of the course, as its script does. QUICK=1 shortens its delays.")
final class ExperimentCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "NN", description = "the experiment's number or name, such as 4, 04,"
            + " staircase; without it, all are listed")
    Optional<String> wanted;

    /** The folder of the launcher {@code lab}, as it says itself. */
    static Path home() {
        return Path.of(System.getProperty("lab.home", ".")).toAbsolutePath();
    }

    @Override
    public Integer call() throws IOException {
        List<Experiment> all = Experiment.all(home());
        if (wanted.isEmpty()) {
            all.forEach(one -> System.out.println(printable(one.toString())));
            return 0;
        }
        Experiment experiment = Main.validated(spec, () -> Experiment.find(wanted.get(), all));
        ExperimentRun run = new ExperimentRun(experiment, home());
        try (Interruptible _ = new Interruptible(run::stop)) {
            return run.run(!System.getenv().getOrDefault("QUICK", "").isEmpty());
        }
    }
}
