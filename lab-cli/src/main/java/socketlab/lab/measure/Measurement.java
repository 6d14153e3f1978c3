package socketlab.lab.measure;

import static socketlab.core.Text.format;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import socketlab.core.Model;
import socketlab.lab.machine.Machine;
import socketlab.lab.machine.ProcessPause;
import socketlab.lab.machine.StealDetector;
import socketlab.lab.plan.Plan;
import socketlab.lab.plan.RunStep;
import socketlab.lab.plan.StepLoad;
import socketlab.lab.server.ServedFolder;
import socketlab.lab.server.ServerCommand;
import socketlab.lab.server.ServerProcess;
import socketlab.lab.text.LabException;
import socketlab.load.log.LoadListener;
import socketlab.load.plan.LoadPlan;
import socketlab.results.Outcome;

/**
 * One model, measured: its server runs in a JVM of its own, is loaded, sampled, stopped; and measured again where
 * others took too much of a core. {@link #measure} is for one thread, {@link #stop} for any.
 */
final class Measurement {
    private final Plan plan;
    private final Model model;
    private final RunStep step;
    private final StepLoad stepLoad;
    private final ServerCommand command;
    private final Progress progress;
    private LoadExecution load;        // under the monitor
    private boolean stopped;    // under the monitor

    Measurement(Plan plan, Model model, RunStep step, ServerCommand command, Progress progress) {
        this.plan = plan;
        this.model = model;
        this.step = step;
        this.stepLoad = new StepLoad(plan, model, step);
        this.command = command;
        this.progress = progress;
    }

    /** The attempt from which others took least. */
    ModelMeasurement measure() throws IOException, InterruptedException {
        ModelMeasurement quietest = attempt();
        for (int attempts = 1; quietest.stolenPercent() > StealDetector.NOISY_PERCENT && attempts < StealDetector.MAX_ATTEMPTS
                && !stopped(); attempts++) {
            progress.note(format("%s: %.0f %% of a core was taken by others; measuring again", model.id(),
                    quietest.stolenPercent()));
            Optional<ModelMeasurement> again = attemptAgain();
            if (again.isPresent() && !stopped() && again.get().stolenPercent() < quietest.stolenPercent()) {
                quietest = again.get();
            }
        }
        return quietest;
    }

    /** A failure now does not lose what the attempt before has measured. */
    private Optional<ModelMeasurement> attemptAgain() throws InterruptedException {
        try {
            return Optional.of(attempt());
        } catch (LabException | IOException failure) {
            progress.note(format("%s could not be measured again: %s", model.id(), failure.getMessage()));
            return Optional.empty();
        }
    }

    private ModelMeasurement attempt() throws IOException, InterruptedException {
        ServedFolder served = ServedFolder.in(step.folder());
        progress.begin(stepLoad.name(), stepLoad.requests(), plan.load().amount().duration());
        // tag::measure
        double before = StealDetector.before();   // not after the start: --accept-after counts from there
        LoadRecord record;
        Sampler sampler;
        OptionalDouble noiseFloor;
        try (ServerProcess server = command.start(plan, model, step.zeroNanos(), served.folder())) {
            LoadPlan loadPlan = stepLoad.on(server.address());
            noiseFloor = LoadExecution.noiseFloorMs(stepLoad.workload(), loadPlan);
            sampler = new Sampler(Machine.process(server.pid()), model.id(), step);
            try (sampler; ProcessPause pause = new ProcessPause(plan.load().schedule().pause(), server.pid())) {
                record = execution(loadPlan, sampler, pause).run();
            }
        } finally {
            progress.end();
        }
        double stolen = Math.max(before, StealDetector.after());
        // end::measure
        return new ModelMeasurement(
                new ModelUnderTest(model.id(), Plan.inService(model), stepLoad.transportName()), step, record,
                record.checks(step.level(), noiseFloor), served.take(record.log(), step.round()), sampler, stolen);
    }

    private synchronized LoadExecution execution(LoadPlan loadPlan, Sampler sampler, ProcessPause pause) {
        load = LoadExecution.of(stepLoad.workload(), loadPlan, listener(sampler, pause));
        if (stopped) {
            load.stop();
        }
        return load;
    }

    private LoadListener listener(Sampler sampler, ProcessPause pause) {
        return new LoadListener() {
            @Override
            public void started() {
                if (step.level().idle() > 0) {
                    sampler.awaitIdle();
                }
                sampler.begin();
                pause.begin();
                progress.started();
            }

            // Closing thousands of idle connections is not part of what they cost while they are open.
            @Override
            public void ended() {
                sampler.close();
            }

            @Override
            public void requestEnded(int client, int request, Outcome outcome, byte[] message, long tookNanos) {
                progress.requestEnded();
            }
        };
    }

    /** Any thread: what is in flight counts as aborted. */
    synchronized void stop() {
        stopped = true;
        if (load != null) {
            load.stop();
        }
    }

    private synchronized boolean stopped() {
        return stopped;
    }
}
