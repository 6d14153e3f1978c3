package socketlab.lab.measure;

import static socketlab.core.Text.format;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import socketlab.core.Model;
import socketlab.lab.judge.Judge;
import socketlab.lab.machine.HiccupMeter;
import socketlab.lab.machine.Machine;
import socketlab.lab.machine.NoiseText;
import socketlab.lab.machine.ProcessPause;
import socketlab.lab.machine.StealDetector;
import socketlab.lab.plan.Plan;
import socketlab.lab.plan.RunStep;
import socketlab.lab.plan.StepLoad;
import socketlab.lab.server.ServedFolder;
import socketlab.lab.server.ServerCommand;
import socketlab.lab.server.ServerCrash;
import socketlab.lab.server.ServerCrashException;
import socketlab.lab.server.ServerProcess;
import socketlab.lab.text.LabException;
import socketlab.load.log.LoadListener;
import socketlab.load.plan.LoadPlan;
import socketlab.results.LoadSettings;
import socketlab.results.Outcome;
import socketlab.results.Run;
import socketlab.results.files.ServedRow;
import socketlab.results.statistics.Noise;

/**
 * One model, measured: its server runs in a JVM of its own, is loaded, sampled, stopped; and measured again where noise
 * can have turned what is judged. {@link #measure} is for one thread, {@link #stop} for any.
 */
final class Measurement {
    private static final int INTERRUPT_MILLIS = 1000;

    private final Plan plan;
    private final Model model;
    private final RunStep step;
    private final StepLoad stepLoad;
    private final ServerCommand command;
    private final Progress progress;
    private final Judge judge;
    private LoadExecution load;        // under the monitor
    private final CountDownLatch interrupted = new CountDownLatch(1);   // open when the run is to stop

    Measurement(Plan plan, Model model, RunStep step, ServerCommand command, Progress progress, Judge judge) {
        this.plan = plan;
        this.model = model;
        this.step = step;
        this.stepLoad = new StepLoad(plan, model, step);
        this.command = command;
        this.progress = progress;
        this.judge = judge;
    }

    /**
     * The first attempt that noise cannot have turned; else the one from which others took least. An attempt in which the
     * server crashed is the result: whatever the noise, it is not measured again.
     */
    ModelMeasurement measure() throws IOException, InterruptedException {
        ModelMeasurement best = attempt();
        for (int attempts = 1; attempts < StealDetector.MAX_ATTEMPTS && isInDoubt(best); attempts++) {
            progress.note(format("%s: others took %s, so the result is inconclusive%s; measuring again", stepLoad.name(),
                    NoiseText.of(best.noise()), NoiseText.otherLabs()));
            Optional<ModelMeasurement> again = attemptAgain();
            if (again.isPresent() && isBetter(again.get(), best)) {
                best = again.get();
            }
        }
        return best;
    }

    boolean isInDoubt(ModelMeasurement measured) {
        return measured.crash().isEmpty() && !stopped() && inconclusive(measured);
    }

    boolean isBetter(ModelMeasurement again, ModelMeasurement before) {
        return again.crash().isPresent() || (!stopped()
                && (!inconclusive(again) || again.noise().stolenPercent() < before.noise().stolenPercent()));
    }

    private boolean inconclusive(ModelMeasurement measured) {
        LoadSettings settings = plan.settings(step.level());
        return judge.inconclusive(new Run(null, null, null, settings,
                List.of(ModelMeasurement.result(List.of(measured), settings, judge))));
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
        try {
            return attempt(served);
        } catch (ServerCrashException e) {
            served.delete();
            requireNotInterrupted(e.crash());
            return new ModelMeasurement(underTest(), step, LoadRecord.nothing(), null, ServerRecord.crashed(e.crash()),
                    Optional.empty(), Noise.NONE);
        } finally {
            progress.end();
        }
    }

    private ModelMeasurement attempt(ServedFolder served)
            throws IOException, InterruptedException, ServerCrashException {
        HiccupMeter hiccups = new HiccupMeter();
        // tag::measure
        Noise before = StealDetector.before();   // not after the start: --accept-after counts from there
        LoadRecord record;
        Sampler sampler;
        OptionalDouble noiseFloor;
        ServerProcess server = command.start(plan, model, step.zeroNanos(), served.folder());
        try (server) {
            LoadPlan loadPlan = stepLoad.on(server.address());
            noiseFloor = LoadExecution.noiseFloorMs(stepLoad.workload(), loadPlan);
            sampler = new Sampler(Machine.process(server.pid()), model.id(), step);
            try (sampler; ProcessPause pause = new ProcessPause(plan.load().schedule().pause(), server.pid())) {
                LoadExecution execution = execution(loadPlan, sampler, pause, hiccups);
                server.onCrash(execution::stop);
                record = execution.run();
            }
        }
        Noise noise = before.worst(StealDetector.after()).withGap(hiccups.longestMs(sampler.cpuMs()));
        // end::measure
        Optional<ServerCrash> crash = server.crash().filter(one -> !(stopped() && one.isInterrupt()));
        List<ServedRow> rows = crash.isEmpty() ? served.take(record.log(), record.probe(), step.round()) : List.of();
        if (crash.isPresent()) {
            served.delete();
        }
        return new ModelMeasurement(underTest(), step, record, record.checks(step.level(), noiseFloor),
                new ServerRecord(rows, Optional.of(sampler), crash), Optional.empty(), noise);
    }

    private ModelUnderTest underTest() {
        return new ModelUnderTest(model.id(), Plan.inService(model), stepLoad.transportName());
    }

    /** Ctrl-C reaches all of us, and a server that starts ends at once: that is no crash, whoever of us hears of it first. */
    private void requireNotInterrupted(ServerCrash crash) throws InterruptedException {
        if (crash.isInterrupt() && interrupted.await(INTERRUPT_MILLIS, TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("the server was interrupted while it started");
        }
    }

    private synchronized LoadExecution execution(LoadPlan loadPlan, Sampler sampler, ProcessPause pause,
            HiccupMeter hiccups) {
        load = LoadExecution.of(stepLoad.workload(), loadPlan, listener(sampler, pause, hiccups));
        if (stopped()) {
            load.stop();
        }
        return load;
    }

    private LoadListener listener(Sampler sampler, ProcessPause pause, HiccupMeter hiccups) {
        return new LoadListener() {
            @Override
            public void started() {
                if (step.level().idle() > 0) {
                    sampler.awaitIdle();
                }
                sampler.begin();
                pause.begin();
                hiccups.begin();
                progress.started();
            }

            // Closing thousands of idle connections is not part of what they cost while they are open.
            @Override
            public void ended() {
                hiccups.end();
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
        interrupted.countDown();
        if (load != null) {
            load.stop();
        }
    }

    private boolean stopped() {
        return interrupted.getCount() == 0;
    }
}
