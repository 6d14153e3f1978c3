package socketlab.results;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * Runs as somebody may hand them in who wants to break the page of a class, or whoever looks at it: each is a good run with
 * one thing wrong.
 */
public final class HostileRun {
    /** Takes the clipboard, sets a link and a colour, forges a line, turns the direction of writing. */
    public static final String STEERING =
            "x\\u001b]52;c;cm0gLXJmIH4=\\u0007\\u001b]8;;http://evil\\u001b\\\\\\u009b31m\\u202egnp\\n\\rlab report: all is well";
    private static final int MANY = 20_000;
    private static final int SPARSE_BYTES = 65 << 20;

    private HostileRun() {}

    /** What is done to the text of a good {@code run.json}, by the name of the folder; all of these are refused. */
    public static Map<String, UnaryOperator<String>> refused() {
        Map<String, UnaryOperator<String>> changes = new LinkedHashMap<>();
        changes.put("requests-as-many-as-an-int-holds", json -> json.replaceAll("\"requests\" : 5", "\"requests\" : 2147483647"));
        changes.put("more-requests-than-a-long-holds", json -> json.replaceAll("\"requests\" : 5", "\"requests\" : 1" + "0"
                .repeat(
                        40)));
        changes.put("negative-count", json -> json.replaceFirst("\"failed\" : 0", "\"failed\" : -7"));
        changes.put("negative-latency", json -> json.replaceFirst("\"p50\" : [0-9.]+", "\"p50\" : -1"));
        changes.put("infinite", json -> json.replaceFirst("\"max\" : [0-9.]+", "\"max\" : 1e999"));
        changes.put("no-number", json -> json.replaceFirst("\"max\" : [0-9.]+", "\"max\" : NaN"));
        changes.put("ten-thousand-years", json -> json.replaceFirst("\"max\" : [0-9.]+", "\"max\" : 1e15"));
        changes.put("model-name-of-two-megabytes", json -> json.replaceFirst("\"single\"", '"' + "x".repeat(2 << 20) + '"'));
        changes.put("key-of-two-megabytes", json -> json.replaceFirst("\\{", "{\"" + "x".repeat(2 << 20) + "\" : 1,"));
        changes.put("many-results", json -> json.replaceFirst("\"models\" : \\[", "\"models\" : [" + "{},".repeat(MANY)));
        changes.put("many-names", json -> json.replaceFirst("\"models\" : \\[", "\"models\" : [" + names(500)));
        changes.put("many-warnings", json -> json.replaceFirst("\"warnings\" : \\[", "\"warnings\" : [" + "\"\",".repeat(MANY)
                + "\"\""));
        changes.put("two-million-warnings", json -> json.replaceFirst("\"warnings\" : \\[", "\"warnings\" : [" + "0,".repeat(
                2_000_000) + "0"));
        changes.put("deep", json -> "{\"schema\":2,\"models\":" + "[".repeat(100_000));
        changes.put("models-are-no-list", json -> "{\"schema\":2,\"models\":{\"a\":1}}");
        changes.put("no-models", json -> "{\"schema\":2}");
        changes.put("list", json -> "[[[1]]]");
        changes.put("nothing", json -> "");
        changes.put("zeros", json -> "\0".repeat(1000));
        return changes;
    }

    /** The same for runs that are read all the same: what is wrong with them is only text. */
    public static Map<String, UnaryOperator<String>> readable() {
        Map<String, UnaryOperator<String>> changes = new LinkedHashMap<>();
        changes.put("half-a-surrogate-pair", json -> json.replace("AMD EPYC 7B13", "\\ud800"));
        changes.put("service-time-of-a-chat", json -> json.replaceFirst("(\"service_ms\" : \\{\\s*\"mean\" : )[0-9.]+",
                "$1-1625.3"));
        changes.put("no-system", json -> json.replaceFirst("\"os\" : \"[^\"]*\"", "\"os\" : null"));
        changes.put("no-environment", json -> json.replaceFirst("(?s)\"environment\" : \\{.*?\\}", "\"environment\" : null"));
        changes.put("steering-text", json -> json.replace("AMD EPYC 7B13", STEERING).replace("Linux 6.1 amd64", STEERING));
        changes.put("steering-model", json -> json.replace("\"select\"", '"' + STEERING + '"'));
        changes.put("markup", json -> json.replace("AMD EPYC 7B13", "</td></style><script>alert(1)</script><!--"));
        changes.put("formula", json -> json.replace("\"select\"", "\"=HYPERLINK(1)\""));
        return changes;
    }

    private static String names(int count) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < count; i++) {
            names.append("{\"model\":\"m").append(i).append("\"},");
        }
        return names.toString();
    }

    /** Writes a folder for each of these, with a good run whose {@code run.json} is changed. */
    public static void write(Path parent, Map<String, UnaryOperator<String>> changes) throws IOException {
        for (Map.Entry<String, UnaryOperator<String>> change : changes.entrySet()) {
            Path run = good(parent.resolve(change.getKey())).resolve("run.json");
            Files.writeString(run, change.getValue().apply(Files.readString(run)));
        }
    }

    /** A run of five clients on three models. */
    public static Path good(Path folder) throws IOException {
        SampleRun.write(folder, List.of("single", "threaded", "select"), 5, 5, 1000, 0);
        return folder;
    }

    /** Writes folders whose {@code run.json} is no file to be read: a link, a folder, a pipe, a giant. Their names. */
    public static List<String> writeNoFiles(Path parent) throws IOException, InterruptedException {
        Path secret = Files.writeString(parent.resolveSibling("secret.json"), "{\"schema\":2}");
        Files.createSymbolicLink(Files.createDirectories(parent.resolve("link")).resolve("run.json"), secret);
        Files.createSymbolicLink(Files.createDirectories(parent.resolve("device")).resolve("run.json"), Path.of("/dev/zero"));
        Files.createDirectories(parent.resolve("folder").resolve("run.json"));
        Path pipe = Files.createDirectories(parent.resolve("pipe")).resolve("run.json");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        try (RandomAccessFile sparse = new RandomAccessFile(Files.createDirectories(parent.resolve("giant")).resolve("run.json")
                .toFile(), "rw")) {
            sparse.setLength(SPARSE_BYTES);
        }
        return List.of("link", "device", "folder", "pipe", "giant");
    }

    /** A good {@code run.json} with some bytes changed, cut out or doubled. */
    public static String mutated(String json, Random random) {
        StringBuilder text = new StringBuilder(json);
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(0x100));
                case 1 -> text.delete(at, Math.min(text.length() - 1, at + random.nextInt(40)));
                case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(200))));
                default -> text.replace(at, Math.min(text.length(), at + 1), List.of("null", "-1", "1e308", "[]", "{}", "\"\"",
                        "\\ud800", "99999999999").get(random.nextInt(8)));
            }
        }
        return text.toString();
    }
}
