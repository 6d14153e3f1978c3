package socketlab.lab.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import socketlab.core.Model;
import socketlab.lab.judge.Judge;
import socketlab.lab.machine.Machine;
import socketlab.lab.machine.ProcessPause;
import socketlab.lab.plan.Plan;
import socketlab.lab.plan.RunStep;
import socketlab.lab.server.ServerCommand;
import socketlab.lab.text.LabException;
import socketlab.results.Run;

/** Executes a run: measures model after model and writes the results. {@link #stop} is for any thread. */
public final class RunExecutor {
    private final Plan plan;
    private final ServerCommand command;
    private final Progress progress;
    private final Judge judge;
    private final long zeroNanos = System.nanoTime();
    private Measurement current;   // under the monitor
    private boolean stopped;       // under the monitor

    /** Nothing is started before {@link #run}. */
    public RunExecutor(Plan plan, ServerCommand command, Progress progress, Judge judge) {
        this.plan = plan;
        this.command = command;
        this.progress = progress;
        this.judge = judge;
    }

    /**
     * Measures every model of the plan, at each of its levels, and leaves a results folder behind, also
     * when stopped in the middle.
     *
     * @throws LabException when a server could not be started, or the run was stopped before the first reply
     */
    public Run run() throws IOException {
        plan.load().schedule().pause().ifPresent(pause -> ProcessPause.requireShell());
        ResultsWriter writer = new ResultsWriter(plan.results(), plan.name(), Instant.now(), plan.command());
        Thread.startVirtualThread(() -> Machine.process(ProcessHandle.current().pid()));   // OSHI takes a second to load
        List<ModelMeasurement> measured = new ArrayList<>();
        plan.load().schedule().order().ifPresent(progress::note);
        try {
            List<Task> tasks = tasks();
            for (Task task : tasks) {
                progress.next(measured.size() + 1, tasks.size());
                measure(task, writer.folder(), measured);
            }
        } catch (InterruptedException serverStopped) {   // Ctrl-C reaches all of us; a server that starts ends at once
            return save(writer, measured, true);
        } catch (LabException | IOException failure) {
            if (stopped()) {
                return save(writer, measured, true);
            }
            if (measured.isEmpty()) {
                writer.discard();
            } else {
                save(writer, measured, true);
            }
            throw failure;
        }
        return save(writer, measured, stopped());
    }

    /** In the order of the plan, whatever the order of measuring: a model's k-th result has the rows of round k. */
    private Run save(ResultsWriter writer, List<ModelMeasurement> measured, boolean incomplete) throws IOException {
        List<String> models = plan.models().stream().map(Model::id).toList();
        measured.sort(Comparator.<ModelMeasurement>comparingInt(one -> models.indexOf(one.model().name()))
                .thenComparingInt(one -> one.step().round()));
        return writer.save(plan::settings, command.settings(plan), measured, judge, incomplete);
    }

    private record Task(Model model, int round) {}

    private List<Task> tasks() {
        List<Task> tasks = new ArrayList<>();
        for (Model model : plan.models()) {
            for (int round = 1; round <= plan.load().levels().size(); round++) {
                tasks.add(new Task(model, round));
            }
        }
        return plan.load().schedule().inRounds(tasks, Task::round);
    }

    private void measure(Task task, Path folder, List<ModelMeasurement> measured)
            throws IOException, InterruptedException {
        RunStep step = new RunStep(plan.load().levels().get(task.round() - 1), task.round(), folder, zeroNanos);
        Measurement next = new Measurement(plan, task.model(), step, command, progress, judge);
        if (begin(next)) {
            measured.add(next.measure());
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
