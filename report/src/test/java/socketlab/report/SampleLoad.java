package socketlab.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import socketlab.results.LatencyMs;
import socketlab.results.LoadSettings;
import socketlab.results.LoadSettings.Connections;
import socketlab.results.ModelResult;
import socketlab.results.Outcome;
import socketlab.results.Run;
import socketlab.results.SampleRun;
import socketlab.results.SelfChecks;
import socketlab.results.files.RequestRow;
import socketlab.results.files.RunFiles;
import socketlab.results.statistics.ModelSummary;

/** Makes plausible loads that grow from step to step, and an open one whose server stops for a while. */
public final class SampleLoad {
    private SampleLoad() {}

    /** A step for each level, in no order, each measured in {@code rounds} rounds; udp fails requests at the last. */
    public static Run sweep(Path folder, String variable, List<String> models, List<Integer> levels, int rounds)
            throws IOException {
        boolean rate = variable.equals("rate");
        LoadSettings load = new LoadSettings("echo", rate ? "open" : "closed", rate ? 100 : levels.getFirst(), 0, 0,
                new Connections(false, true, 4096)).withSchedule(new LoadSettings.Schedule(rate ? levels.getFirst() : 0,
                        rate ? "poisson" : "", 7, 5000, 1000, 0, new LoadSettings.Sweep(variable,
                                levels.stream().map(level -> (double) level).toList()), null));
        Random random = new Random(1);
        List<ModelResult> results = new ArrayList<>();
        for (String model : models) {
            for (int level : levels.reversed()) {
                double noise = 1 + random.nextGaussian() * 0.02;
                boolean fails = model.equals("udp") && level == levels.getLast();
                results.add(step(load, model, level, noise, fails, rounds));
            }
        }
        return write(folder, load, results, List.of());
    }

    private static ModelResult step(LoadSettings load, String model, int level, double noise, boolean fails, int rounds) {
        double capacity = model.equals("single") ? 900 : model.equals("threaded") ? 14_000 : 21_000;
        double floorMs = 0.9;
        boolean rate = load.sweepVariable().equals("rate");
        double answers = Math.min(rate ? level : level / floorMs * 1000, capacity) * noise;
        double halfMs = rate ? floorMs / Math.max(0.02, 1 - level / capacity) + Math.max(0, level / capacity - 1) * 2500
                : Math.max(floorMs, level / answers * 1000);
        int requests = (int) (answers * 5);
        int failed = fails ? requests / 10 : 0;
        int threads = 15 + (model.equals("threaded") && !rate ? level : 0);
        LatencyMs latency = new LatencyMs(halfMs / 2, halfMs * 1.05, halfMs, halfMs * 1.6, halfMs * 3, halfMs * 6);
        return new ModelResult(
                new ModelResult.Setup(model, null, "tcp", rate ? 100 : level, rate ? level : 0),
                new ModelResult.Counts(rounds, requests, requests - failed, failed,
                        fails ? Map.of("lost", failed) : Map.of(), failed),
                new ModelResult.Times(latency, rate ? latency : null, null, 5000, answers), null, null,
                new ModelResult.Resources(threads, (50L + threads / 20) << 20, requests * 0.04), null)
                .withChecks(new SelfChecks(rate ? null : 1.2, 0.03, new SelfChecks.Sending(rate ? level : 0,
                        rate ? level : answers, 0, 3, 0, 2), 41));
    }

    /** Open loop: a request each millisecond for ten seconds, but from 4.0 to 5.4 s the server stands still. */
    public static Run paused(Path folder, List<String> models) throws IOException {
        LoadSettings load = new LoadSettings("echo", "open", 50, 0, 0, new Connections(false, true, 4096)).withSchedule(
                new LoadSettings.Schedule(1000, "uniform", 7, 10_000, 0, 0, null, new LoadSettings.Pause(4000, 1400)));
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
                    .withChecks(new SelfChecks(null, 0.03, new SelfChecks.Sending(1000, 994, 0, 1350, 0, 0), 12)));
        }
        return write(folder, load, results, rows);
    }

    private static Run write(Path folder, LoadSettings load, List<ModelResult> results, List<RequestRow> rows)
            throws IOException {
        Files.createDirectories(folder);
        RunFiles.in(folder).writeRequests(rows);
        Run run = new Run(SampleRun.origin("./lab run -s echo", folder), SampleRun.MACHINE, SampleRun.SETTINGS, load,
                results);
        RunFiles.in(folder).writeRun(run);
        return run;
    }
}
