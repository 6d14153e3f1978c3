package socketlab.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.HdrHistogram.Histogram;
import socketlab.results.ChatResult;
import socketlab.results.LatencyMs;
import socketlab.results.LoadSettings;
import socketlab.results.LoadSettings.Connections;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.SampleRun;
import socketlab.results.files.RunFiles;
import socketlab.results.files.TranscriptRow;

/** Makes plausible chats out of arithmetic and a fixed seed; single lets one in, and pool:4 loses some deliveries. */
public final class SampleChat {
    private SampleChat() {}

    /** One file set; the latency of a delivery grows with the crowd. */
    public static Run write(Path folder, List<String> models, int members, int messages) throws IOException {
        Random random = new Random(1);
        Files.createDirectories(folder);
        RunFiles results = RunFiles.in(folder);
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
        LoadSettings load = new LoadSettings("chat", "closed", members, messages, 0, new Connections(false, true, 4096));
        Run run = new Run(SampleRun.origin("./lab run -s chat -c " + members + " -n " + messages, folder),
                SampleRun.MACHINE, SampleRun.SETTINGS, load, made);
        results.writeRun(run);
        return run;
    }

    /** The same, and each model once more with a slow reader, which only {@code threaded} keeps. */
    public static Run writeBesideSlowReader(Path folder, List<String> models, int members, int messages) throws IOException {
        Run run = write(folder, models, members, messages);
        List<ModelResult> results = new ArrayList<>();
        for (ModelResult model : run.models()) {
            ChatResult chat = model.chat();
            LatencyMs slower = new LatencyMs(chat.deliveryMs().min(), chat.deliveryMs().mean(), chat.deliveryMs().p50(),
                    chat.deliveryMs().p90(), 1.5 * chat.deliveryMs().p99(), 2 * chat.deliveryMs().max());
            boolean dropped = !model.model().equals("threaded");
            ModelResult beside = model.withChat(chat.withSlowReader(
                    new ChatResult.SlowReader(dropped, dropped ? 120.0 : null), slower));
            results.addAll(List.of(model, beside));
            Histogram histogram = new Histogram(3);
            histogram.recordValueWithCount((long) (1000 * chat.deliveryMs().p50()), chat.deliveries().arrived());
            RunFiles.in(folder).writeHistogram(beside.label(), Instant.EPOCH, histogram);
        }
        return rewrite(folder, run, results);
    }

    /** Half of them register; {@code pool:4} refuses two, and in {@code single} no message is sent meanwhile. */
    public static Run writeClassroom(Path folder, List<String> models, int members) throws IOException {
        Run run = write(folder, models, members, members);
        List<ModelResult> results = new ArrayList<>();
        for (ModelResult model : run.models()) {
            LatencyMs talk = model.model().equals("single") ? null : model.chat().deliveryMs();
            int refused = model.model().equals("pool:4") ? 2 : 0;
            ChatResult.Phase hash = new ChatResult.Phase(members / 2 - refused, refused,
                    new LatencyMs(60, 900, 800, 1500, 2500, 2600));
            results.add(model.withChat(model.chat().withAccounts(new ChatResult.Accounts(hash, hash,
                    new ChatResult.Phase(members, 0, talk), hash))));
        }
        return rewrite(folder, run, results);
    }

    private static Run rewrite(Path folder, Run run, List<ModelResult> results) throws IOException {
        Run changed = run.withModels(results);
        RunFiles.in(folder).writeRun(changed);
        return changed;
    }

    /** So many come, say one thing each and leave; everybody hears the others. */
    public static void writeTranscript(Path folder, String model, int members) throws IOException {
        List<TranscriptRow> rows = new ArrayList<>();
        for (int i = 1; i <= members; i++) {
            rows.add(new TranscriptRow(model, 1, 100L * i, i, -1, TranscriptRow.Event.JOINED, ""));
            rows.add(row(model, 100L * i + 50, i, TranscriptRow.Event.RECEIVED,
                    "> Connected to the chat server (" + i + " users online)"));
        }
        for (int i = 1; i <= members; i++) {
            rows.add(row(model, 1000L * i, i, TranscriptRow.Event.SENT, "m" + i + ".1 xxxx"));
            for (int other = 1; other <= members; other++) {
                if (other != i) {
                    rows.add(row(model, 1000L * i + 10L * other, other, TranscriptRow.Event.RECEIVED,
                            "[127.0.0.1:" + (40_000 + i) + "] m" + i + ".1 xxxx"));
                }
            }
        }
        for (int i = 1; i <= members; i++) {
            rows.add(row(model, 200_000L * i, i, TranscriptRow.Event.LEFT, ""));
        }
        RunFiles.in(folder).writeTranscript(rows);
    }

    private static TranscriptRow row(String model, long us, int member, TranscriptRow.Event event, String text) {
        return new TranscriptRow(model, 1, us, member, 40_000 + member, event, text);
    }

    private static ModelResult result(String model, int members, int messages, int entered, long missing,
            Histogram us) {
        LatencyMs latency = us.getTotalCount() == 0 ? null : new LatencyMs(us.getMinValue() / 1e3, us.getMean() / 1e3,
                us.getValueAtPercentile(50) / 1e3, us.getValueAtPercentile(90) / 1e3,
                us.getValueAtPercentile(99) / 1e3, us.getMaxValue() / 1e3);
        long expected = (long) messages * (members - 1);
        int lost = (int) Math.min(messages, missing);
        return new ModelResult(new ModelResult.Setup(model, null, "tcp", members, 0),
                new ModelResult.Counts(1, messages, messages - lost, lost, null, lost),
                new ModelResult.Times(latency, null, null, 900, 10), null, null,
                new ModelResult.Resources(24, 60L << 20, 300), null).withChat(new ChatResult(
                        new ChatResult.Room("talk", members, entered, 64),
                        new ChatResult.Deliveries(expected, expected - missing, missing, 0, 0, 0), latency, 100, null, null,
                        null));
    }
}
