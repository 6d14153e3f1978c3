package socketlab.run;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import socketlab.core.Model;
import socketlab.report.Run;

/** The main job: measures model after model and writes down what happened. {@link #stop} is for any thread. */
public final class Lab {
    private final Plan plan;
    private final ServerCommand command;
    private final Progress progress;
    private final long zeroNanos = System.nanoTime();
    private Measurement current;   // under the monitor
    private boolean stopped;       // under the monitor

    /** The command says how a server is started with {@code lab} itself. */
    public Lab(Plan plan, ServerCommand command, Progress progress) {
        this.plan = plan;
        this.command = command;
        this.progress = progress;
    }

    /**
     * Measures every model of the plan, in each of its steps, and leaves a results folder behind, also
     * when stopped in the middle.
     *
     * @throws LabException when it could not be done, or nobody answered at all
     */
    public Run run() throws IOException, InterruptedException {
        Archive archive = new Archive(plan.results(), plan.name(), Instant.now(), plan.command());
        CompletableFuture.runAsync(() -> Machine.process(ProcessHandle.current().pid()));   // it takes a second to load
        List<Measured> measured = new ArrayList<>();
        try {
            for (Model model : plan.models()) {
                for (Measurement.Step step : plan.steps(archive.folder(), zeroNanos)) {
                    measure(model, step, measured);
                }
            }
        } catch (LabException | InterruptedException failure) {
            if (measured.isEmpty()) {
                archive.discard();
            } else {
                archive.save(plan.load(), command.fairness(plan), measured, true);
            }
            throw failure;
        }
        return archive.save(plan.load(), command.fairness(plan), measured, stopped());
    }

    private void measure(Model model, Measurement.Step step, List<Measured> measured)
            throws IOException, InterruptedException {
        Measurement next = new Measurement(plan, model, step, command, progress);
        if (begin(next)) {
            measured.add(next.take());
        }
    }

    private synchronized boolean begin(Measurement next) {
        current = next;
        return !stopped;
    }

    /** Ends the load; what is in flight counts as aborted, and {@link #run} writes down what there is. */
    public synchronized void stop() {
        stopped = true;
        if (current != null) {
            current.stop();
        }
    }

    private synchronized boolean stopped() {
        return stopped;
    }

    /** As results have it: null means all. */
    static Integer inService(Model model) {
        return model.inService() == Integer.MAX_VALUE ? null : model.inService();
    }
}
