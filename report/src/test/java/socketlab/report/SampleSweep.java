package socketlab.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import socketlab.results.LoadSettings;
import socketlab.results.LoadSettings.Connections;
import socketlab.results.ModelResult;
import socketlab.results.Outcome;
import socketlab.results.Run;
import socketlab.results.SampleRun;
import socketlab.results.files.RequestRow;
import socketlab.results.files.ResourceRow;
import socketlab.results.files.RunFiles;
import socketlab.results.statistics.ModelSummary;

/** Makes plausible runs beside idle clients: poll looks at each of them, a thread waits for each of threaded's. */
public final class SampleSweep {
    private static final LoadSettings LOAD = new LoadSettings("echo", "closed", 1, 2000, 0, new Connections(true, true, 4096));

    private final Random random = new Random(1);
    private final List<RequestRow> requests = new ArrayList<>();
    private final List<ResourceRow> resources = new ArrayList<>();
    private final List<ModelResult> results = new ArrayList<>();
    private long now;

    private SampleSweep() {}

    /** One file set: each model beside each of the numbers of idle clients; single and pool:4 answer no request. */
    public static Run write(Path folder, List<String> models, List<Integer> idle) throws IOException {
        SampleSweep sample = new SampleSweep();
        for (String model : models) {
            for (int round = 1; round <= idle.size(); round++) {
                sample.measure(model, round, idle.get(round - 1));
            }
        }
        Files.createDirectories(folder);
        RunFiles results = RunFiles.in(folder);
        results.writeRequests(sample.requests);
        results.writeResources(sample.resources);
        Run run = new Run(SampleRun.origin("./lab run -s echo -c 1 -n 2000 --idle "
                + String.join(",", idle.stream().map(String::valueOf).toList()) + " -m " + String.join(",", models), folder),
                SampleRun.MACHINE, SampleRun.SETTINGS, LOAD, sample.results);
        results.writeRun(run);
        return run;
    }

    private void measure(String model, int round, int idle) {
        List<RequestRow> rows = new ArrayList<>();
        boolean starved = idle > 0 && (model.equals("single") || model.equals("pool:4"));
        for (int i = 0; i < (starved ? 5 : LOAD.requests()); i++) {
            long took = starved ? 5_000_000 : latencyUs(model, idle);
            rows.add(new RequestRow(model, round, i + 1, 1, 5001, now, now, now, now, starved ? RequestRow.NEVER : now + took,
                    now + took, starved ? Outcome.TIMEOUT : Outcome.OK));
            now += took + 2;
        }
        int threads = 23 + (model.endsWith("threaded") ? idle + 1 : 0);
        long rss = (long) ((52 << 20) + idle * kib(model) * 1024) + random.nextInt(1 << 20);
        List<ResourceRow> looks = List.of(new ResourceRow(model, round, now - 1000, threads, rss, 310),
                new ResourceRow(model, round, now, threads, rss, 460));
        requests.addAll(rows);
        resources.addAll(looks);
        String transport = model.startsWith("udp") ? "udp" : "tcp";
        results.add(ModelSummary.of(model, SampleRun.inService(model), transport, LOAD, rows, List.of(), looks)
                .withIdle(new ModelResult.Idle(idle, 23, 52L << 20)));
        now = 0;   // each round has a clock of its own
    }

    private long latencyUs(String model, int idle) {
        double base = model.equals("poll") ? 30 + idle * 0.1 : model.equals("threaded") ? 34 + idle * 0.001 : 31;
        double tail = random.nextInt(60) == 0 ? 4 : 1;
        return (long) Math.max(8, (base + random.nextGaussian() * 3) * tail);
    }

    private static double kib(String model) {
        return switch (model) {
            case "threaded", "udp-threaded" -> 36;
            case "virtual" -> 9.6;
            case "select", "poll" -> 2.9;
            default -> 0.1;
        };
    }
}
