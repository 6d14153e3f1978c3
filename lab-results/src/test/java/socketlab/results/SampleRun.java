package socketlab.results;

import static socketlab.results.files.RequestRow.NEVER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import socketlab.results.LoadSettings.Connections;
import socketlab.results.files.RequestRow;
import socketlab.results.files.ResourceRow;
import socketlab.results.files.RunFiles;
import socketlab.results.files.ServedRow;
import socketlab.results.statistics.ModelSummary;
import socketlab.results.statistics.Prediction;

/** Makes plausible runs out of arithmetic and a fixed seed, so that charts can be looked at without a server. */
public final class SampleRun {
    public static final Environment MACHINE = new Environment("0.1.0 2c88b1a", "25.0.1", "Linux 6.1 amd64",
            new Environment.Hardware("AMD EPYC 7B13", 2, 8L << 30), new Environment.Limits(1_048_576, 4096), 0.1);
    public static final ServerSettings SETTINGS = new ServerSettings(4096, true, 256L << 20, "-Xmx256m", false,
            64L << 20);
    public static final List<String> FIVE = List.of("single", "threaded", "pool:4", "virtual", "select");
    public static final List<String> NINE = List.of("single", "threaded", "pool:4", "virtual", "select", "poll", "udp",
            "udp-threaded", "udp-select");

    private final LoadSettings load;
    private final Random random = new Random(1);
    private final List<RequestRow> requests = new ArrayList<>();
    private final List<ServedRow> served = new ArrayList<>();
    private final List<ResourceRow> resources = new ArrayList<>();
    private final List<ModelResult> models = new ArrayList<>();
    private long now;

    private SampleRun(LoadSettings load) {
        this.load = load;
    }

    /**
     * One file set: {@code clients} ask {@code requests} times of each model; of pool:4 and udp every
     * {@code failing}-th fails, 0 for none.
     */
    public static Run write(Path folder, List<String> models, int clients, int requests, double delayMs, int failing)
            throws IOException {
        SampleRun sample = new SampleRun(new LoadSettings("sleep", "closed", clients, requests, delayMs, new Connections(true,
                false, 0)));
        models.forEach(model -> sample.measure(model, model.equals("pool:4") || model.equals("udp") ? failing : 0));
        Files.createDirectories(folder);
        RunFiles results = RunFiles.in(folder);
        results.writeRequests(sample.requests);
        results.writeServed(sample.served);
        results.writeResources(sample.resources);
        Run run = sample.run(folder);
        results.writeRun(run);
        return run;
    }

    public static Integer inService(String model) {
        return switch (model) {
            case "single", "udp" -> 1;
            case "pool:4" -> 4;
            default -> null;
        };
    }

    private void measure(String model, int failing) {
        LoadSettings timed = load.delayMs() > 0 ? load
                : new LoadSettings("echo", "closed", load.clients(), load.requests(), 0.2, new Connections(true, true, 0));
        Prediction plan = Prediction.of(timed, inService(model)).orElseThrow();
        int from = requests.size();
        int servedFrom = served.size();
        long begin = 0;   // each model's times count from the beginning of its own load
        now = 0;
        for (int i = 0; i < plan.answersMs().length; i++) {
            long noise = 300 + (long) Math.abs(random.nextGaussian() * 900 * (load.delayMs() > 0 ? 1 : 0.1));
            long done = begin + (long) (plan.momentsMs()[i] * 1000) + noise;
            long intended = Math.max(begin, done - noise - (long) (plan.answersMs()[i] * 1000));
            add(model, i, intended, done, failing > 0 && i % failing == failing - 1);
            now = Math.max(now, done);
        }
        sample(model, begin);
        models.add(ModelSummary.of(model, inService(model), "tcp", load, requests.subList(from, requests.size()),
                served.subList(servedFrom, served.size()), resources.stream()
                        .filter(row -> row.model().equals(model)).toList()));
    }

    private void add(String model, int i, long intended, long done, boolean fails) {
        int client = i % load.clients() + 1;
        int port = 30_000 + i % 30_000;
        if (fails && model.startsWith("udp")) {
            requests.add(new RequestRow(model, 1, i + 1, client, port, intended, NEVER, NEVER, intended + 20, NEVER,
                    intended + 1_500_000, Outcome.LOST));
            return;
        }
        if (fails) {
            boolean refused = i % 2 == 0;
            requests.add(new RequestRow(model, 1, i + 1, client, port, intended, intended, NEVER, NEVER, NEVER,
                    refused ? intended + 400 : intended + 1_500_000, refused ? Outcome.REFUSED : Outcome.TIMEOUT));
            return;
        }
        requests.add(new RequestRow(model, 1, i + 1, client, port, intended, intended, intended + 90, intended + 120,
                done - 20, done, Outcome.OK));
        double serviceMs = load.delayMs() > 0 ? load.delayMs() : 0.1;
        long service = Math.max(intended + 130, done - 150 - (long) (serviceMs * 1000));
        served.add(new ServedRow(model, 1, i + 1, port, 1, intended + 100, service, done - 40));
    }

    private void sample(String model, long begin) {
        int threads = inService(model) == null && model.endsWith("threaded") ? 22 + load.clients() : 24;
        for (int i = 0; i <= 10; i++) {
            resources.add(new ResourceRow(model, 1, begin + (now - begin) * i / 10, threads, (40L + threads) << 20,
                    310 + i * 1.7 * Math.log(1 + load.requests())));
        }
    }

    private Run run(Path folder) {
        String names = String.join(",", models.stream().map(ModelResult::model).toList());
        return new Run(origin("./lab run -m " + names + " -c " + load.clients() + " -n " + load.requests(), folder), MACHINE,
                SETTINGS, load, models);
    }

    /** A run of this command, whose results are in {@code folder}. */
    public static Run.Origin origin(String command, Path folder) {
        return new Run.Origin(command, "2026-11-21T04:20:11Z", "results/" + folder.getFileName());
    }
}
