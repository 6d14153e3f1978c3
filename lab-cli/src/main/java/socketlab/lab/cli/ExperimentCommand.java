package socketlab.lab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import socketlab.lab.script.Experiment;
import socketlab.lab.script.Script;
import socketlab.lab.server.LabProcess;
import socketlab.lab.text.LabException;

/** {@code lab experiment NN}: an experiment of the course by its number, also where there is no sh. */
@Command(name = "experiment", mixinStandardHelpOptions = true,
        description = "Run an experiment of the course: what its script does. QUICK=1 shortens its waits.")
final class ExperimentCommand implements Callable<Integer>, Script.Stage {
    @Spec
    CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "NN", description = "its number; left out: list what there is")
    Optional<String> number;

    private final Path home = home();
    private final AtomicReference<LabProcess> running = new AtomicReference<>();
    private volatile boolean stopped;

    /** Where {@code lab} lies, as its launcher says. */
    static Path home() {
        return Path.of(System.getProperty("lab.home", ".")).toAbsolutePath();
    }

    @Override
    public Integer call() throws IOException {
        List<Experiment> all = Experiment.all(home);
        if (number.isEmpty()) {
            all.forEach(System.out::println);
            return 0;
        }
        Script script = Main.asked(spec, () -> Experiment.numbered(number.get(), all)).read();
        try (Interruptible _ = new Interruptible(this::stop)) {
            return script.play(!System.getenv().getOrDefault("QUICK", "").isEmpty(), this);
        } catch (CancellationException interrupted) {
            return 130;
        }
    }

    @Override
    public int lab(List<String> words) {
        try {
            running.set(LabProcess.start(words, home));
            if (stopped) {
                running.get().stop();
            }
            int exitCode = running.get().exitCode();
            if (stopped) {
                throw new CancellationException();
            }
            return exitCode;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("interrupted", e);
        }
    }

    @Override
    public void say(String line) {
        System.out.println(line);
    }

    private void stop() {
        stopped = true;
        Optional.ofNullable(running.get()).ifPresent(LabProcess::stop);
    }
}
