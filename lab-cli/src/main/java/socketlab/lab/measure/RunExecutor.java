package socketlab.lab.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import socketlab.core.Model;
import socketlab.lab.machine.Machine;
import socketlab.lab.machine.ProcessPause;
import socketlab.lab.plan.Plan;
import socketlab.lab.plan.RunStep;
import socketlab.lab.server.ServerCommand;
import socketlab.lab.text.LabException;
import socketlab.results.Run;

/** The main job: measures model after model and writes down what happened. {@link #stop} is for any thread. */
public final class RunExecutor {
    private final Plan plan;
    private final ServerCommand command;
    private final Progress progress;
    private final long zeroNanos = System.nanoTime();
    private Measurement current;   // under the monitor
    private boolean stopped;       // under the monitor

    /** The command says how a server is started with {@code lab} itself. */
    public RunExecutor(Plan plan, ServerCommand command, Progress progress) {
        this.plan = plan;
        this.command = command;
        this.progress = progress;
    }

    /**
     * Measures every model of the plan, at each of its levels, and leaves a results folder behind, also
     * when stopped in the middle.
     *
     * @throws LabException when it could not be done, or nobody answered at all
     */
    public Run run() throws IOException, InterruptedException {
        plan.pacing().pause().ifPresent(pause -> ProcessPause.requireKill());
        ResultsWriter archive = new ResultsWriter(plan.results(), plan.name(), Instant.now(), plan.command());
        CompletableFuture.runAsync(() -> Machine.process(ProcessHandle.current().pid()));   // it takes a second to load
        List<ModelMeasurement> measured = new ArrayList<>();
        try {
            for (Task task : tasks()) {
                measure(task, archive.folder(), measured);
            }
        } catch (LabException | IOException | InterruptedException failure) {
            if (measured.isEmpty()) {
                archive.discard();
            } else {
                save(archive, measured, true);
            }
            throw failure;
        }
        return save(archive, measured, stopped());
    }

    /** In the order of the plan, whatever the order of measuring: a model's k-th result owns the rows of round k. */
    private Run save(ResultsWriter archive, List<ModelMeasurement> measured, boolean incomplete) throws IOException {
        List<String> models = plan.models().stream().map(Model::id).toList();
        measured.sort(Comparator.<ModelMeasurement>comparingInt(one -> models.indexOf(one.model()))
                .thenComparingInt(one -> one.step().round()));
        return archive.save(plan::load, command.fairness(plan), measured, incomplete);
    }

    private record Task(Model model, int round) {}

    private List<Task> tasks() {
        List<Task> tasks = new ArrayList<>();
        for (Model model : plan.models()) {
            for (int round = 1; round <= plan.levels().size(); round++) {
                tasks.add(new Task(model, round));
            }
        }
        if (plan.pacing().shuffled()) {
            Collections.shuffle(tasks, new Random(plan.pacing().seed()));
        }
        return tasks;
    }

    private void measure(Task task, Path folder, List<ModelMeasurement> measured) throws IOException, InterruptedException {
        RunStep step = new RunStep(plan.levels().get(task.round() - 1), task.round(), folder, zeroNanos);
        Measurement next = new Measurement(plan, task.model(), step, command, progress);
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
}
