package socketlab.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import socketlab.results.Environment;
import socketlab.results.FaultSettings;
import socketlab.results.LatencyMs;
import socketlab.results.LoadSettings;
import socketlab.results.ModelResult;
import socketlab.results.Outcome;
import socketlab.results.Run;
import socketlab.results.SelfChecks;
import socketlab.results.ServerSettings;
import socketlab.results.files.RequestRow;
import socketlab.results.files.RunFiles;
import socketlab.results.statistics.ModelSummary;

/** Makes plausible loads that grow from step to step, and an open one whose server stops for a while. */
public final class SampleLoad {
    private static final Environment MACHINE =
            new Environment("25.0.1", "Linux 6.1 amd64", "AMD EPYC 7B13", 2, 8L << 30, 1_048_576, 4096, 0.1);

    private SampleLoad() {}

    /** A step for each level, in no order, each measured {@code repeats} times; udp fails requests at the last. */
    public static Run sweep(Path folder, String dial, List<String> models, List<Integer> levels, int repeats)
            throws IOException {
        boolean rate = dial.equals("rate");
        LoadSettings load = new LoadSettings("echo", rate ? "open" : "closed", rate ? 100 : levels.getFirst(), 0, 0,
                false, true, 4096, rate ? levels.getFirst() : 0, rate ? "poisson" : "", 7, 5000, 1000, 0, dial, "", 0,
                0, FaultSettings.NONE);
        Random random = new Random(1);
        List<ModelResult> results = new ArrayList<>();
        for (String model : models) {
            for (int repeat = 0; repeat < repeats; repeat++) {
                for (int level : levels.reversed()) {
                    double noise = 1 + random.nextGaussian() * 0.02;
                    boolean fails = model.equals("udp") && level == levels.getLast();
                    results.add(step(load, model, level, noise, fails));
                }
            }
        }
        return write(folder, load, results, List.of());
    }

    private static ModelResult step(LoadSettings load, String model, int level, double noise, boolean fails) {
        double capacity = model.equals("single") ? 900 : model.equals("threaded") ? 14_000 : 21_000;
        double floorMs = 0.9;
        boolean rate = load.sweep().equals("rate");
        double answers = Math.min(rate ? level : level / floorMs * 1000, capacity) * noise;
        double halfMs = rate ? floorMs / Math.max(0.02, 1 - level / capacity) + Math.max(0, level / capacity - 1) * 2500
                : Math.max(floorMs, level / answers * 1000);
        int requests = (int) (answers * 5);
        int failed = fails ? requests / 10 : 0;
        int threads = 15 + (model.equals("threaded") && !rate ? level : 0);
        LatencyMs latency = new LatencyMs(halfMs / 2, halfMs * 1.05, halfMs, halfMs * 1.6, halfMs * 3, halfMs * 6);
        return new ModelResult(model, null, 1, requests, requests - failed, failed,
                fails ? Map.of("lost", failed) : Map.of(), failed, latency, rate ? latency : null, null, 5000, answers,
                null, null, "no prediction", threads, (50L + threads / 20) << 20, requests * 0.04, 15, 50L << 20, 0.1,
                null, "tcp", 0, null, rate ? 100 : level, rate ? level : 0,
                new SelfChecks(rate ? null : 1.2, 0.03, rate ? level : 0, rate ? level : answers, 0, 3, 0,
                        2, 41), null);
    }

    /** Open loop: a request each millisecond for ten seconds, but from 4.0 to 5.4 s the server stands still. */
    public static Run paused(Path folder, List<String> models) throws IOException {
        LoadSettings load = new LoadSettings("echo", "open", 50, 0, 0, false, true, 4096, 1000, "uniform", 7, 10_000, 0,
                0, "", "", 4000, 1400, FaultSettings.NONE);
        List<RequestRow> rows = new ArrayList<>();
        List<ModelResult> results = new ArrayList<>();
        for (String model : models) {
            Random random = new Random(model.hashCode());
            List<RequestRow> own = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                long intended = results.size() * 20_000_000L + i * 1000L;
                long into = i * 1000L;
                long sent = into >= 4_050_000 && into < 5_400_000 ? intended + 5_400_000 - into : intended + 10;
                long free = into >= 4_000_000 && into < 5_400_000 ? intended + 5_400_000 - into : sent;
                long done = free + 200 + (long) Math.abs(random.nextGaussian() * 80) + (i % 997 == 0 ? 3000 : 0);
                own.add(new RequestRow(model, 1, i + 1, i % 50 + 1, 6000 + i % 50, intended, 0, 0, sent, done, done,
                        model.equals("udp") && i % 500 == 17 ? Outcome.TIMEOUT : Outcome.OK));
            }
            rows.addAll(own);
            results.add(ModelSummary.of(model, null, "tcp", load, own, List.of(), List.of())
                    .withChecks(new SelfChecks(null, 0.03, 1000, 994, 0, 1350, 0, 0, 12)));
        }
        return write(folder, load, results, rows);
    }

    private static Run write(Path folder, LoadSettings load, List<ModelResult> results, List<RequestRow> rows)
            throws IOException {
        Files.createDirectories(folder);
        RunFiles.in(folder).writeRequests(rows);
        Run run = new Run(Run.SCHEMA, "./lab run -s echo", "2026-11-21T04:20:11Z", "results/" + folder.getFileName(),
                false, List.of(), MACHINE, new ServerSettings(4096, true, 256L << 20, "-Xmx256m", false), load, results);
        RunFiles.in(folder).writeRun(run);
        return run;
    }
}
