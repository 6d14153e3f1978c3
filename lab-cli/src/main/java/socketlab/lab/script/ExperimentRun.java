package socketlab.lab.script;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import socketlab.lab.server.LabProcess;
import socketlab.lab.text.LabException;

/** An experiment that runs: each of its commands in a JVM of its own. {@link #run} is for one thread, {@link #stop} for any. */
public final class ExperimentRun implements Script.Executor {
    private static final int INTERRUPTED = 130;

    private final Script script;
    private final Path home;
    private final AtomicReference<LabProcess> running = new AtomicReference<>();
    private volatile boolean stopped;

    /**
     * Parses the experiment's script; nothing is started before {@link #run}.
     *
     * @param home the folder of the launcher {@code lab}
     * @throws LabException with one line, where the script needs a shell
     */
    public ExperimentRun(Experiment experiment, Path home) {
        this.script = experiment.parse();
        this.home = home;
    }

    /** Runs the script to its end; returns its exit code, or 130 where it was stopped. */
    public int run(boolean quick) {
        try {
            return script.run(quick, this);
        } catch (CancellationException interrupted) {
            return INTERRUPTED;
        }
    }

    @Override
    public int runLab(List<String> arguments) {
        try {
            running.set(LabProcess.start(arguments, home));
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
    public void print(String line) {
        System.out.println(line);
    }

    /** Any thread: stops the running command, which keeps what it has measured, and runs no other. */
    public void stop() {
        stopped = true;
        Optional.ofNullable(running.get()).ifPresent(LabProcess::stop);
    }
}
