package socketlab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import socketlab.core.Model;
import socketlab.core.Trait;
import socketlab.load.LoadClient;
import socketlab.load.LoadPlan;
import socketlab.load.RequestLog;
import socketlab.report.Prediction;
import socketlab.report.Results;
import socketlab.report.Run;
import socketlab.report.ServedRow;

/**
 * The main job: serves each model in a JVM of its own, loads it, watches it, stops it, and writes down what happened.
 * {@link #run} is for one thread; {@link #stop} for any.
 */
public final class Lab {
    private static final Duration SPIN = Duration.ofMillis(150);
    private static final int TRIES = 3;
    private static final Duration SLACK = Duration.ofSeconds(30);
    private static final int PAYLOAD_BYTES = 64;

    private final Plan plan;
    private final ServerCommand command;
    private final Progress progress;
    private final long zeroNanos = System.nanoTime();
    private volatile LoadClient load;
    private volatile boolean stopping;

    /** The command says how a server is started with {@code lab} itself. */
    public Lab(Plan plan, ServerCommand command, Progress progress) {
        this.plan = plan;
        this.command = command;
        this.progress = progress;
    }

    /**
     * Measures every model of the plan and leaves a results folder behind, also when stopped in the middle.
     *
     * @throws LabException when it could not be done, or nobody answered at all
     */
    public Run run() throws IOException, InterruptedException {
        Instant started = Instant.now();
        Archive archive = new Archive(plan.results(), plan.name(), started, plan.command());
        CompletableFuture<?> oshi = CompletableFuture.runAsync(() -> Machine.process(ProcessHandle.current().pid()));
        List<Measured> measured = new ArrayList<>();
        try {
            ClientWarmUp.run();
            oshi.join();
            for (Model model : plan.models()) {
                if (!stopping) {
                    measured.add(measure(model, archive.folder()));
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
        return archive.save(plan.load(), command.fairness(plan), measured, stopping);
    }

    /** Ends the load; what is in flight counts as aborted, and {@link #run} writes down what there is. */
    public void stop() {
        stopping = true;
        LoadClient current = load;
        if (current != null) {
            current.stop();
        }
    }

    private Measured measure(Model model, Path folder) throws IOException, InterruptedException {
        Measured measured = attempt(model, folder);
        for (int tries = 1; measured.stolenPercent() > Spin.NOISY_PERCENT && tries < TRIES && !stopping; tries++) {
            progress.note("%s: %.0f %% of the time was taken by somebody else; measuring again".formatted(model.id(),
                    measured.stolenPercent()));
            measured = attempt(model, folder);
        }
        return measured;
    }

    private Measured attempt(Model model, Path folder) throws IOException, InterruptedException {
        Path served = Files.createDirectories(folder.resolve("serving"));
        progress.begin(model.id(), plan.duration().isPresent() ? 0 : plan.requests());
        double before;
        RequestLog log;
        Sampler sampler;
        try (ServerProcess server = command.start(plan, model, zeroNanos, served, folder.resolve("server.err"))) {
            before = Spin.stolenPercent(SPIN);
            sampler = new Sampler(Machine.process(server.pid()), model.id(), zeroNanos);
            try (sampler) {
                load = client(model, server);
                log = load.run();
            }
        } finally {
            load = null;
            progress.end();
        }
        double stolen = Math.max(before, Spin.stolenPercent(SPIN));
        return new Measured(model.id(), inService(model), transport(model), log, taken(served), sampler.rows(), stolen);
    }

    private LoadClient client(Model model, ServerProcess server) {
        LoadPlan one = LoadPlan
                .closed(server.address(), plan.conversation(model, PAYLOAD_BYTES), plan.clients(), plan.requests())
                .withDuration(plan.duration()).withTimeout(plan.timeout().orElseGet(() -> patience(model)))
                .withPreconnect(plan.preconnect()).withNoDelay(plan.options().noDelay()).withZeroNanos(zeroNanos);
        LoadClient client = new LoadClient(one, (number, request, outcome, message, nanos) -> progress.answered());
        if (stopping) {
            client.stop();
        }
        return client;
    }

    /** Nobody should time out for doing what was predicted. */
    private Duration patience(Model model) {
        return Prediction.of(plan.load().over(transport(model)), inService(model))
                .map(expected -> SLACK.plusMillis((long) (2 * expected.maxMs()))).orElse(SLACK);
    }

    private static String transport(Model model) {
        return model.traits().contains(Trait.STREAM) ? "tcp" : "udp";
    }

    static Integer inService(Model model) {
        return model.inService() == Integer.MAX_VALUE ? null : model.inService();
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
