package socketlab.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import socketlab.results.LatencyMs;
import socketlab.results.LoadSettings;
import socketlab.results.LoadSettings.Connections;
import socketlab.results.ModelResult;
import socketlab.results.Outcome;
import socketlab.results.RoundResult;
import socketlab.results.Run;
import socketlab.results.SampleRun;
import socketlab.results.files.RequestRow;
import socketlab.results.files.RunFiles;

/** Makes runs of several rounds whose spread is known. */
public final class SampleRounds {
    private static final LoadSettings ECHO = new LoadSettings("echo", "closed", 10, 1000, 0, new Connections(true, true, 4096));
    private static final int REQUESTS = 1000;

    private SampleRounds() {}

    /** Each model with its p50 in milliseconds, in so many rounds that scatter by 2 %; CPU time and memory in proportion. */
    public static Run run(Map<String, Double> models, int rounds, long seed) {
        Random random = new Random(seed);
        List<ModelResult> results = new ArrayList<>();
        models.forEach((model, ms) -> results.add(result(model, rounds, () -> ms * Math.exp(0.02 * random.nextGaussian()))));
        return new Run(null, SampleRun.MACHINE, SampleRun.SETTINGS, ECHO, results);
    }

    /** The same as a folder, with a request a round. */
    public static Run write(Path folder, Map<String, Double> models, int rounds, long seed) throws IOException {
        Run run = run(models, rounds, seed);
        Files.createDirectories(folder);
        RunFiles.in(folder).writeRequests(run.models().stream().flatMap(model -> model.perRound().stream().map(
                round -> new RequestRow(model.model(), round.round(), 1, 1, 5001, 0, 0, 1, 2, 3,
                        (long) (1000 * round.latency().p50Ms()), Outcome.OK))).toList());
        RunFiles.in(folder).writeRun(run);
        return RunFiles.in(folder).readRun();
    }

    /** One model whose rounds have these medians. */
    public static ModelResult result(String model, int rounds, DoubleSupplier p50Ms) {
        List<RoundResult> all = IntStream.rangeClosed(1, rounds).mapToObj(round -> {
            double ms = p50Ms.getAsDouble();
            return new RoundResult(round, round * 1000.0, REQUESTS, 0, new RoundResult.Latency(ms, 2 * ms, 3 * ms), 10_000 / ms,
                    new ModelResult.Resources(20, (long) (ms * (50 << 20)), ms * 500));
        }).toList();
        double ms = all.getFirst().latency().p50Ms();
        return new ModelResult(new ModelResult.Setup(model, null, "tcp", 10, 0),
                new ModelResult.Counts(rounds, rounds * REQUESTS, rounds * REQUESTS, 0, Map.of(), 0),
                new ModelResult.Times(new LatencyMs(ms / 2, ms, ms, 1.5 * ms, 2 * ms, 3 * ms), null, null, 100, 10_000 / ms),
                null,
                all, new ModelResult.Resources(20, 50 << 20, rounds * ms * 500), null);
    }
}
