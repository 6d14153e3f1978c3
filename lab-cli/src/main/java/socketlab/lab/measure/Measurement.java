package socketlab.lab.measure;

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
import socketlab.load.loop.Calibration;
import socketlab.load.plan.LoadPlan;
import socketlab.results.Outcome;

/**
 * One model, measured once: served in a JVM of its own, loaded, watched, stopped; and again where the machine was too
 * noisy. {@link #take} is for one thread, {@link #stop} for any.
 */
final class Measurement {
    private final Plan plan;
    private final Model model;
    private final RunStep step;
    private final StepLoad asked;
    private final ServerCommand command;
    private final Progress progress;
    private LoadExecution load;        // under the monitor
    private boolean stopped;    // under the monitor

    Measurement(Plan plan, Model model, RunStep step, ServerCommand command, Progress progress) {
        this.plan = plan;
        this.model = model;
        this.step = step;
        this.asked = new StepLoad(plan, model, step);
        this.command = command;
        this.progress = progress;
    }

    ModelMeasurement take() throws IOException, InterruptedException {
        ModelMeasurement quietest = once();
        for (int tries = 1; quietest.stolenPercent() > StealDetector.NOISY_PERCENT && tries < StealDetector.TRIES && !stopped(); tries++) {
            progress.note("%s: %.0f %% of the time was taken by others; measuring again".formatted(model.id(),
                    quietest.stolenPercent()));
            Optional<ModelMeasurement> again = again();
            if (again.isPresent() && !stopped() && again.get().stolenPercent() < quietest.stolenPercent()) {
                quietest = again.get();
            }
        }
        return quietest;
    }

    /** What there is already is not lost because it could not be had once more. */
    private Optional<ModelMeasurement> again() throws InterruptedException {
        try {
            return Optional.of(once());
        } catch (LabException | IOException failure) {
            progress.note("%s could not be measured again: %s".formatted(model.id(), failure.getMessage()));
            return Optional.empty();
        }
    }

    private ModelMeasurement once() throws IOException, InterruptedException {
        ServedFolder serving = ServedFolder.in(step.folder());
        progress.begin(asked.name(), asked.requests());
        double before = StealDetector.before();   // and then at once: --accept-after counts from when the server listens
        LoadExecution.Fired fired;
        Sampler sampler;
        OptionalDouble noiseFloor;
        try (ServerProcess server = command.start(plan, model, step.zeroNanos(), serving.folder())) {
            LoadPlan load = asked.on(server.address());
            noiseFloor = asked.chat().isPresent() ? OptionalDouble.empty() : Calibration.noiseFloorMs(load);
            sampler = new Sampler(Machine.process(server.pid()), model.id(), step);
            try (sampler; ProcessPause pause = new ProcessPause(plan.pacing().pause(), server.pid())) {
                fired = firing(load, sampler, pause).fire();
            }
        } finally {
            progress.end();
        }
        double stolen = Math.max(before, StealDetector.after());
        return new ModelMeasurement(model.id(), Plan.inService(model), asked.transportName(), step, fired,
                SelfCheck.of(fired, step.level(), noiseFloor), plan.chat(), serving.taken(fired.log(), step.round()), sampler, stolen);
    }

    private synchronized LoadExecution firing(LoadPlan asking, Sampler sampler, ProcessPause pause) {
        load = LoadExecution.of(asking, asked.chat(), new LoadListener() {
            @Override
            public void started() {
                if (step.idle() > 0) {
                    sampler.awaitRest();
                }
                sampler.begin();
                pause.begin();
            }

            /** What the server does as a crowd leaves it is not the cost of holding them. */
            @Override
            public void ended() {
                sampler.close();
            }

            @Override
            public void requestEnded(int client, int request, Outcome outcome, byte[] message, long tookNanos) {
                progress.answered();
            }
        });
        if (stopped) {
            load.stop();
        }
        return load;
    }

    /** What is in flight counts as aborted. */
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
