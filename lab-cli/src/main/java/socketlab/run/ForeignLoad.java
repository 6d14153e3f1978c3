package socketlab.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import socketlab.load.LoadPlan;
import socketlab.load.Transport;
import socketlab.load.Watcher;
import socketlab.report.Fairness;
import socketlab.report.LoadSettings;
import socketlab.report.Run;

/** A load on a server that we did not start and cannot look into: only what the client saw is known. */
public final class ForeignLoad {
    private static final Duration SPIN = Duration.ofMillis(150);

    private final LoadPlan plan;
    private final Optional<ChatLoad> chat;
    private final LoadSettings settings;
    private final String name;
    private final Archive archive;
    private Firing load;        // under the monitor
    private boolean stopped;    // under the monitor

    /**
     * @param chat    what kind of chat, where it is one
     * @param name    what charts call the server
     * @param results the folder in which the run's own folder is made, with a name that ends in {@code folder}
     */
    public ForeignLoad(LoadPlan plan, Optional<ChatLoad> chat, LoadSettings settings, String name, Path results,
                       String folder, String command) {
        this.plan = plan;
        this.chat = chat;
        this.settings = settings;
        this.name = name;
        this.archive = new Archive(results, folder, Instant.now(), command);
    }

    /**
     * Fires, and leaves a results folder behind, also when stopped in the middle.
     *
     * @param watcher told of every request as it ends
     * @throws LabException when nobody was answered
     */
    public Run run(Progress progress, Watcher watcher) throws IOException, InterruptedException {
        double before = Spin.stolenPercent(SPIN);
        Firing.Fired fired;
        progress.begin(name, plan.duration().isPresent() ? 0 : plan.requests());
        try {
            fired = firing((client, request, outcome, message, nanos) -> {
                progress.answered();
                watcher.answered(client, request, outcome, message, nanos);
            }).fire();
        } catch (IOException failure) {
            archive.discard();
            throw failure;
        } finally {
            progress.end();
        }
        double stolen = Math.max(before, Spin.stolenPercent(SPIN));
        Measurement.Step step = new Measurement.Step(plan.idle(), chat.filter(ChatLoad::slowReader).isPresent(), 1,
                archive.folder(), plan.zeroNanos());
        String transport = plan.transport() == Transport.UDP ? "udp" : "tcp";
        return archive.save(settings, new Fairness(0, plan.noDelay(), 0, ""),
                List.of(new Measured(name, null, transport, step, fired, chat, List.of(), null, stolen)), stopped());
    }

    private synchronized Firing firing(Watcher watcher) {
        load = Firing.of(plan, chat, watcher);
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
