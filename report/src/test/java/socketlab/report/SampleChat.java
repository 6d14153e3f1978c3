package socketlab.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.HdrHistogram.Histogram;

/** Makes plausible chats out of arithmetic and a fixed seed; single lets one in, and pool:4 loses some deliveries. */
final class SampleChat {
    private SampleChat() {}

    /** One file set; the latency of a delivery grows with the crowd. */
    static Run write(Path folder, List<String> models, int members, int messages) throws IOException {
        Random random = new Random(1);
        Files.createDirectories(folder);
        Results results = Results.in(folder);
        List<ModelResult> made = new ArrayList<>();
        for (String model : models) {
            boolean alone = model.equals("single");
            long missing = alone ? (long) messages * (members - 1) : model.equals("pool:4") ? 3 : 0;
            Histogram histogram = new Histogram(3);
            for (long i = missing; i < (long) messages * (members - 1); i++) {
                double typical = 20 + members * 5 + Math.floorMod(model.hashCode(), 40);
                histogram.recordValue((long) (typical * Math.exp(random.nextGaussian() * 0.6)));
            }
            results.writeHistogram(model, Instant.EPOCH, histogram);
            made.add(result(model, members, messages, alone ? 1 : members, missing, histogram));
        }
        results.writeRequests(List.of());
        results.writeResources(List.of());
        LoadSettings load = new LoadSettings("chat", "closed", members, messages, 0, false, true, 4096);
        Run run = new Run(Run.SCHEMA, "./lab run -s chat -c " + members + " -n " + messages, "2026-11-21T04:20:11Z",
                "results/" + folder.getFileName(), false, List.of(),
                new Environment("25.0.1", "Linux 6.1 amd64", "AMD EPYC 7B13", 2, 8L << 30, 1_048_576, 4096, 0.1),
                new Fairness(4096, true, 256L << 20, "-Xmx256m"), load, made);
        results.writeRun(run);
        return run;
    }

    private static ModelResult result(String model, int members, int messages, int entered, long missing,
                                      Histogram us) {
        LatencyMs latency = us.getTotalCount() == 0 ? null : new LatencyMs(us.getMinValue() / 1e3, us.getMean() / 1e3,
                us.getValueAtPercentile(50) / 1e3, us.getValueAtPercentile(90) / 1e3,
                us.getValueAtPercentile(99) / 1e3, us.getMaxValue() / 1e3);
        long expected = (long) messages * (members - 1);
        int lost = (int) Math.min(messages, missing);
        return new ModelResult(model, null, 1, messages, messages - lost, lost, null, lost, latency, null, null, 900, 10,
                null, null, null, 24, 60L << 20, 300, 23, 50L << 20, 0, null, "tcp", 0,
                new ChatResult("talk", members, entered, 64, expected, expected - missing, missing, 0, 0, 0, latency,
                        100, null, null, null, null, null));
    }
}
