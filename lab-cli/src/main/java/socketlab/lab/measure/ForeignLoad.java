package socketlab.lab.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import socketlab.lab.machine.StealDetector;
import socketlab.lab.plan.ChatLoad;
import socketlab.lab.plan.LoadLevel;
import socketlab.lab.plan.LoadSchedule;
import socketlab.lab.plan.RunStep;
import socketlab.lab.text.LabException;
import socketlab.load.log.LoadListener;
import socketlab.load.loop.Calibration;
import socketlab.load.plan.LoadPlan;
import socketlab.load.plan.Transport;
import socketlab.results.LoadSettings;
import socketlab.results.Run;
import socketlab.results.ServerSettings;

/** A load on a server that we did not start and cannot look into: only what the client saw is known. */
public final class ForeignLoad {

    private final LoadPlan plan;
    private final Optional<ChatLoad> chat;
    private final LoadSettings settings;
    private final LoadSchedule pacing;
    private final List<LoadLevel> levels;
    private final String name;
    private final ResultsWriter archive;
    private LoadExecution load;        // under the monitor
    private boolean stopped;    // under the monitor

    /**
     * @param plan     all that the steps have in common, with the number of requests of each, 0: one for each client
     * @param chat     what kind of chat, where it is one
     * @param settings the same as results have it
     * @param name     what charts call the server
     * @param results  the folder in which the run's own folder is made, with a name that ends in {@code folder}
     */
    public ForeignLoad(LoadPlan plan, Optional<ChatLoad> chat, LoadSettings settings, LoadSchedule pacing,
                       List<LoadLevel> levels, String name, Path results, String folder, String command) {
        this.plan = plan;
        this.chat = chat;
        this.settings = settings;
        this.pacing = pacing;
        this.levels = levels.stream()
                .map(level -> chat.filter(ChatLoad::slowReader).isPresent() ? level.slowly() : level).toList();
        this.name = name;
        this.archive = new ResultsWriter(results, folder, Instant.now(), command);
    }

    /**
     * Fires, step by step, and leaves a results folder behind, also when stopped in the middle.
     *
     * @param watcher told of every request as it ends
     * @throws LabException when nobody was answered
     */
    public Run run(Progress progress, LoadListener watcher) throws IOException, InterruptedException {
        List<Integer> rounds = new ArrayList<>(IntStream.rangeClosed(1, levels.size()).boxed().toList());
        if (pacing.shuffled()) {
            Collections.shuffle(rounds, new Random(pacing.seed()));
        }
        List<ModelMeasurement> measured = new ArrayList<>();
        try {
            for (int round : rounds) {
                if (!stopped()) {
                    measured.add(measure(new RunStep(levels.get(round - 1), round, archive.folder(), plan.timing().zeroNanos()),
                            progress, watcher));
                }
            }
        } catch (IOException failure) {
            if (measured.isEmpty()) {
                archive.discard();
            } else {
                save(measured, true);
            }
            throw failure;
        }
        return save(measured, stopped());
    }

    private Run save(List<ModelMeasurement> measured, boolean incomplete) throws IOException {
        measured.sort(Comparator.comparingInt(one -> one.step().round()));
        return archive.save(level -> pacing.settings(settings.withLevel(level.clients(), requests(level), level.ratePerS()),
                level, plan.timing().duration()), new ServerSettings(0, plan.connections().noDelay(), 0, "", false), measured, incomplete);
    }

    private ModelMeasurement measure(RunStep step, Progress progress, LoadListener watcher) throws IOException, InterruptedException {
        int requests = requests(step.level());
        LoadPlan own = plan.withClients(step.level().clients(), requests).withLoop(pacing.loop(step));
        double before = StealDetector.before();
        OptionalDouble noiseFloor = chat.isPresent() ? OptionalDouble.empty() : Calibration.noiseFloorMs(own);
        LoadExecution.Fired fired;
        progress.begin(name, requests);
        try {
            fired = firing(own, (client, request, outcome, message, nanos) -> {
                progress.answered();
                watcher.requestEnded(client, request, outcome, message, nanos);
            }).fire();
        } finally {
            progress.end();
        }
        double stolen = Math.max(before, StealDetector.after());
        return new ModelMeasurement(name, null, plan.transport() == Transport.UDP ? "udp" : "tcp", step, fired,
                SelfCheck.of(fired, step.level(), noiseFloor), chat, List.of(), null, stolen);
    }

    private int requests(LoadLevel level) {
        if (plan.timing().duration().isPresent()) {
            return 0;
        }
        return plan.requests() == 0 ? level.clients() : plan.requests();
    }

    private synchronized LoadExecution firing(LoadPlan own, LoadListener watcher) {
        load = LoadExecution.of(own, chat, watcher);
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
