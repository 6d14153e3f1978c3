package socketlab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import socketlab.core.Model;
import socketlab.core.Trait;
import socketlab.load.LoadPlan;
import socketlab.load.Outcome;
import socketlab.load.Transport;
import socketlab.load.Watcher;
import socketlab.report.Results;
import socketlab.report.ServedRow;

/**
 * One model, measured once: served in a JVM of its own, loaded, watched, stopped; and again where the machine was too
 * noisy. {@link #take} is for one thread, {@link #stop} for any.
 */
final class Measurement {
    private static final Duration SPIN = Duration.ofMillis(150);
    private static final int TRIES = 3;
    private static final int PAYLOAD_BYTES = 64;

    private final Plan plan;
    private final Model model;
    private final Step step;
    private final ServerCommand command;
    private final Progress progress;
    private Firing load;        // under the monitor
    private boolean stopped;    // under the monitor

    /**
     * Where in the run it stands.
     *
     * @param idle  clients that are connected and silent
     * @param slow  beside somebody in the chat who does not read
     * @param round the number of this measurement of the model, from 1
     */
    record Step(int idle, boolean slow, int round, Path folder, long zeroNanos) {}

    Measurement(Plan plan, Model model, Step step, ServerCommand command, Progress progress) {
        this.plan = plan;
        this.model = model;
        this.step = step;
        this.command = command;
        this.progress = progress;
    }

    Measured take() throws IOException, InterruptedException {
        Measured measured = once();
        for (int tries = 1; measured.stolenPercent() > Spin.NOISY_PERCENT && tries < TRIES && !stopped(); tries++) {
            progress.note("%s: %.0f %% of the time was taken by others; measuring again".formatted(model.id(),
                    measured.stolenPercent()));
            measured = once();
        }
        return measured;
    }

    private Measured once() throws IOException, InterruptedException {
        Path serving = Files.createDirectories(step.folder().resolve("serving"));
        progress.begin(model.id(), plan.duration().isPresent() ? 0 : plan.requests());
        double before;
        Firing.Fired fired;
        Sampler sampler;
        try (ServerProcess server = command.start(plan, model, step.zeroNanos(), serving)) {
            before = Spin.stolenPercent(SPIN);
            sampler = new Sampler(Machine.process(server.pid()), model.id(), step);
            try (sampler) {
                fired = firing(server, sampler).fire();
            }
        } finally {
            progress.end();
        }
        double stolen = Math.max(before, Spin.stolenPercent(SPIN));
        return new Measured(model.id(), Lab.inService(model), transport().name().toLowerCase(java.util.Locale.ROOT), step,
                fired, plan.chat(), taken(serving), sampler, stolen);
    }

    private synchronized Firing firing(ServerProcess server, Sampler sampler) {
        Optional<ChatLoad> chat = plan.chat().map(talk -> talk.withSlowReader(step.slow()));
        load = Firing.of(load(server), chat, new Watcher() {
            @Override
            public void started() {
                if (step.idle() > 0) {
                    sampler.awaitRest();
                }
                sampler.begin();
            }

            /** What the server does as a crowd leaves it is not the cost of holding them. */
            @Override
            public void ended() {
                sampler.close();
            }

            @Override
            public void answered(int client, int request, Outcome outcome, byte[] message, long tookNanos) {
                progress.answered();
            }
        });
        if (stopped) {
            load.stop();
        }
        return load;
    }

    private LoadPlan load(ServerProcess server) {
        return LoadPlan.closed(server.address(), plan.conversation(model, PAYLOAD_BYTES), plan.clients(), plan.requests())
                .withTransport(transport()).withDuration(plan.duration())
                .withTimeout(plan.timeout().orElseGet(() -> plan.patience(model, transport()))).withPreconnect(plan.preconnect())
                .withNoDelay(plan.options().noDelay()).withIdle(step.idle()).withZeroNanos(step.zeroNanos());
    }

    private Transport transport() {
        return model.traits().contains(Trait.STREAM) ? Transport.TCP : Transport.UDP;
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

    /** What the server wrote down, moved out of its folder. */
    private static List<ServedRow> taken(Path serving) throws IOException {
        List<ServedRow> rows = new ArrayList<>();
        Results written = Results.in(serving);
        if (written.hasServed()) {
            written.readServed(rows::add);
            Files.delete(serving.resolve("served.csv"));
        }
        Files.delete(serving);
        return rows;
    }
}
