package socketlab.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import socketlab.report.text.Formats;
import socketlab.results.Environment;
import socketlab.results.LatencyMs;
import socketlab.results.LoadSettings;
import socketlab.results.LoadSettings.Connections;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.SampleRun;
import socketlab.results.Verdict;
import socketlab.results.files.RunFiles;

/** Makes a folder of a class: most did the same, some did something else, and some handed in what is no run. */
public final class SampleClass {
    private static final List<String> MODELS = List.of("single", "threaded", "select");

    private SampleClass() {}

    /** So many runs that can be compared; every eighth is noisy, the third is far out, the fourth failed requests. */
    public static void write(Path folder, int students) throws IOException {
        Random random = new Random(1);
        for (int i = 1; i <= students; i++) {
            write(folder.resolve(Formats.format("student-%02d", i)), i, 5, random);
        }
    }

    /** What has no place among them: another load, an interrupted run, a copy, damaged and foreign files. */
    public static void addOddities(Path folder) throws IOException {
        write(folder.resolve("zoe/results/20261121-sleep"), 90, 10, new Random(2));
        Files.createDirectories(folder.resolve("copy-of-01"));
        Files.copy(folder.resolve("student-01/run.json"), folder.resolve("copy-of-01/run.json"));
        Files.createDirectories(folder.resolve("damaged"));
        Files.writeString(folder.resolve("damaged/run.json"), "{ \"schema\": 2,\n \"models\": [ }");
        Files.createDirectories(folder.resolve("nulls"));
        Files.writeString(folder.resolve("nulls/run.json"), "{ \"schema\": 2, \"models\": [ null ] }");
        Files.createDirectories(folder.resolve("foreign"));
        Files.write(folder.resolve("foreign/run.json"), new byte[] {(byte) 0xff, 0, 1, 2});
        Files.createDirectories(folder.resolve("empty"));
        Files.writeString(folder.resolve("notes.txt"), "who has handed in");
    }

    private static void write(Path folder, int i, int clients, Random random) throws IOException {
        LoadSettings load = new LoadSettings("sleep", "closed", clients, clients, 1000, new Connections(true, false, 4096));
        List<ModelResult> results = MODELS.stream().map(model -> {
            double longest = (model.equals("single") ? 1000.0 * clients : 1000) + 2
                    + Math.abs(random.nextGaussian() * 4)
                    + (i == 3 && model.equals("threaded") ? 900 : 0);
            int failed = i == 4 && model.equals("select") ? 2 : 0;
            LatencyMs latency = new LatencyMs(1001, longest * 0.6, longest * 0.6, longest, longest, longest);
            return new ModelResult(new ModelResult.Setup(model, null, "tcp", clients, 0),
                    new ModelResult.Counts(1, clients, clients - failed, failed,
                            failed > 0 ? Map.of("timeout", failed) : Map.of(), 0),
                    new ModelResult.Times(latency, null, null, longest, 1),
                    new ModelResult.Assessment(null, null, i % 8 == 0 ? Verdict.INCONCLUSIVE : Verdict.AS_PREDICTED), null,
                    new ModelResult.Resources(20, 60L << 20, 10), null);
        }).toList();
        Files.createDirectories(folder);
        RunFiles.in(folder).writeRun(new Run(new Run.Origin("./lab run -m single,threaded,select",
                "2026-11-21T04:20:" + Formats.format("%02d", i % 60) + "Z", folder.toString()),
                new Environment("0.1.0", "25.0.1", "Linux 6.1 amd64", new Environment.Hardware(
                        List.of("AMD EPYC 7B13", "Apple M3", "i5").get(i % 3), 2 + i % 3 * 2, 8L << 30),
                        new Environment.Limits(1_048_576, 4096), 0.1), SampleRun.SETTINGS, load, results));
    }
}
