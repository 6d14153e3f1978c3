package socketlab.lab.measure;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import socketlab.lab.judge.Judge;
import socketlab.lab.machine.StealDetector;
import socketlab.lab.plan.ForeignPlan;
import socketlab.lab.plan.LoadLevel;
import socketlab.lab.plan.RunStep;
import socketlab.lab.plan.Workload;
import socketlab.lab.text.LabException;
import socketlab.load.log.LoadListener;
import socketlab.load.log.WrongReply;
import socketlab.load.loop.FramingDetector;
import socketlab.load.plan.LoadPlan;
import socketlab.load.plan.Transport;
import socketlab.results.Outcome;
import socketlab.results.Run;
import socketlab.results.ServerSettings;
import socketlab.results.statistics.Noise;

/** Loads a server that we did not start and cannot look into: only what the client sees is known. */
public final class ForeignLoad {
    private final ForeignPlan plan;
    private final Judge judge;
    private final List<LoadLevel> levels;
    private final ResultsWriter writer;
    private final long zeroNanos = System.nanoTime();
    private LoadExecution load;        // under the monitor
    private boolean stopped;    // under the monitor

    /** @throws LabException when the run's folder cannot be made */
    public ForeignLoad(ForeignPlan plan, Judge judge) {
        this.plan = plan;
        this.judge = judge;
        this.levels = plan.levels();
        this.writer = new ResultsWriter(plan.results(), plan.name(), Instant.now(), plan.command());
    }

    /**
     * Measures step by step and leaves a results folder behind, also when stopped in the middle.
     *
     * @param listener told of every request when it ends
     * @throws LabException when nobody listens there
     */
    public Run run(Progress progress, LoadListener listener) throws IOException, InterruptedException {
        List<ModelMeasurement> measured = new ArrayList<>();
        plan.load().schedule().order().ifPresent(progress::note);
        try {
            for (int round : rounds()) {
                if (!stopped()) {
                    progress.next(measured.size() + 1, levels.size());
                    measured.add(measure(new RunStep(levels.get(round - 1), round, writer.folder(), zeroNanos), progress,
                            listener));
                }
            }
        } catch (IOException failure) {
            if (measured.isEmpty()) {
                writer.discard();
            } else {
                save(measured, true);
            }
            throw failure;
        }
        return save(measured, stopped());
    }

    private List<Integer> rounds() {
        return plan.load().schedule().inRounds(IntStream.rangeClosed(1, levels.size()).boxed().toList(), round -> round);
    }

    private Run save(List<ModelMeasurement> measured, boolean incomplete) throws IOException {
        measured.sort(Comparator.comparingInt(one -> one.step().round()));
        return writer.save(plan::settings, new ServerSettings(0, plan.server().noDelay(), 0, "", false, 0), measured,
                judge, incomplete);
    }

    private ModelMeasurement measure(RunStep step, Progress progress, LoadListener listener)
            throws IOException, InterruptedException {
        Workload workload = plan.load().workload().at(step.level());
        LoadPlan loadPlan = plan.plan(step);
        Noise before = StealDetector.before();
        OptionalDouble noiseFloor = LoadExecution.noiseFloorMs(workload, loadPlan);
        LoadRecord record;
        progress.begin(plan.server().name(), plan.load().amount().requests(step.level()), plan.load().amount().duration());
        try {
            record = execution(workload, loadPlan, both(progress, listener)).run();
        } finally {
            progress.end();
        }
        Noise noise = before.worst(StealDetector.after());
        return new ModelMeasurement(new ModelUnderTest(plan.server().name(), null, plan.transportName()), step, record,
                record.checks(step.level(), noiseFloor), List.of(), null, advice(record, loadPlan), noise);
    }

    /** Only for a load that got through to the server and no message out of it; HTTP leaves nothing to choose. */
    private Optional<String> advice(LoadRecord record, LoadPlan loadPlan) {
        boolean understood = WrongReply.UNEXPECTED.equals(record.log().reasons().get(Outcome.WRONG));
        boolean silent = record.succeeded() == 0 && record.log().address() != null && !understood && !stopped();
        return silent && plan.http() == null && loadPlan.transport() == Transport.TCP
                ? FramingDetector.advice(record.log().address()) : Optional.empty();
    }

    private static LoadListener both(Progress progress, LoadListener listener) {
        return new LoadListener() {
            @Override
            public void started() {
                progress.started();
            }

            @Override
            public void requestEnded(int client, int request, Outcome outcome, byte[] message, long tookNanos) {
                progress.requestEnded();
                listener.requestEnded(client, request, outcome, message, tookNanos);
            }
        };
    }

    private synchronized LoadExecution execution(Workload workload, LoadPlan loadPlan, LoadListener listener) {
        load = LoadExecution.of(workload, loadPlan, listener);
        if (stopped) {
            load.stop();
        }
        return load;
    }

    /** Any thread: what is in flight counts as aborted, and {@link #run} writes down what there is. */
    public synchronized void stop() {
        stopped = true;
        if (load != null) {
            load.stop();
        }
    }

    private synchronized boolean stopped() {
        return stopped;
    }
}
