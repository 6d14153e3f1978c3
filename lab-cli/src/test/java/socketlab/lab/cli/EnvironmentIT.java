package socketlab.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the system around a run decides: its language, the flags of every JVM, a full disk. */
class EnvironmentIT {
    private static final String FLAGS = "JAVA_TOOL_OPTIONS";

    @TempDir
    Path folder;

    private record Finished(int exitCode, String out, String err) {}

    private Finished lab(String flags, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put(FLAGS, flags);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends by itself").isTrue();
        String err = Files.readString(folder.resolve("err")).lines().filter(line -> !line.startsWith("Picked up "))
                .reduce("", (all, line) -> all + line + "\n").strip();
        return new Finished(process.exitValue(), out, err);
    }

    /** Arabic has digits and a decimal sign of its own. */
    @Test
    void noCommandFileOrProtocolFollowsTheLanguageOfTheSystem() throws Exception {
        String flags = "-Duser.language=ar -Duser.country=EG";
        Finished finished = lab(flags, LabJar.command("run", "-m", "single,virtual",
                "--delay", "10ms", "-c", "2", "-n", "4", "--slow", "1/2=20ms", "--json", "-", "--assert", "single.p99<1ms",
                "--accept-noise"));
        assertThat(finished.exitCode()).as(finished.err()).isEqualTo(3);
        assertThat(finished.err()).contains("single.p99<1ms does not hold").doesNotContainPattern("is [0-9]+,[0-9]");
        onlyAsciiDigits("stdout", finished.out());
        onlyAsciiDigits("stderr", finished.err());
        try (Stream<Path> files = Files.walk(folder.resolve("results"))) {
            for (Path file : files.filter(one -> one.toString().matches(".*\\.(json|csv|html|md|svg|hlog)")).toList()) {
                onlyAsciiDigits(file.toString(), Files.readString(file));
            }
        }
        Path run = onlyRun();
        Map<String, String> drawn = charts(run);
        assertThat(lab("", LabJar.command("report", run.toString())).exitCode()).isZero();
        assertThat(charts(run)).as("digits on axes are outlines: drawn again in English they are the same").isEqualTo(drawn);
    }

    private Path onlyRun() throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("results"))) {
            return runs.toList().getFirst();
        }
    }

    private static Map<String, String> charts(Path run) throws IOException {
        Map<String, String> charts = new TreeMap<>();
        try (Stream<Path> files = Files.list(run.resolve("charts"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".svg")).toList()) {
                charts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertThat(charts).isNotEmpty();
        return charts;
    }

    private static void onlyAsciiDigits(String where, String text) {
        assertThat(text.codePoints().filter(c -> Character.isDigit(c) && c > 127).mapToObj(Character::toString).distinct())
                .as(where).isEmpty();
    }

    @Test
    void theReasonOfAServerIsNotTheFirstLineThatItsJvmPrints() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Finished failed = lab("-Xmx512m -Dunused=1",
                    LabJar.command("run", "-m", "single", "--port", "" + taken.getLocalPort()));
            assertThat(failed.exitCode()).isEqualTo(1);
            assertThat(failed.err()).startsWith("lab run: cannot listen on 127.0.0.1:" + taken.getLocalPort())
                    .contains("in use").doesNotContain("\n");
        }
    }

    /** A limit on the size of files (1 MiB) stands for a full disk: the server's record does not fit. */
    @Test
    void aServerThatCannotWriteItsRecordSaysSo() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no sh here");
        List<String> run = LabJar.command("run", "-m", "select", "-s", "echo", "-c", "2", "-n", "40k");
        List<String> limited = Stream.concat(Stream.of("/bin/sh", "-c", "ulimit -f 2048; exec \"$@\"", "sh"), run.stream())
                .toList();
        Finished failed = lab("-XX:-UsePerfData", limited);
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.err()).startsWith("lab run: cannot write ").contains(".csv: File too large").doesNotContain("\n");
    }

    /** Ctrl-C reaches all processes of a terminal at once: one that has only begun ends before the run knows. */
    @Test
    void anInterruptWhileAServerStartsKeepsWhatWasMeasured() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no kill here");
        Process run = new ProcessBuilder(LabJar.command("run", "-m", "virtual,threaded", "-c", "2", "--delay", "10ms"))
                .directory(folder.toFile()).redirectError(folder.resolve("err").toFile()).start();
        List<Long> seen = new ArrayList<>();
        await().pollInterval(Duration.ofMillis(2)).pollDelay(Duration.ZERO).atMost(Duration.ofSeconds(60)).until(() -> {
            run.descendants().filter(EnvironmentIT::isServer).map(ProcessHandle::pid).filter(
                    pid -> !seen.contains(pid)).forEach(seen::add);
            return seen.size() == 2;
        });
        assertThat(new ProcessBuilder("kill", "-INT", "" + seen.get(1)).start().waitFor()).isZero();
        String out = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("err"))).doesNotContain("lab run:", "the server ended");
        assertThat(out).contains("report.html");
    }

    /** A child that has not become its own program yet shows the arguments of its parent. */
    static boolean isServer(ProcessHandle process) {
        return List.of(process.info().arguments().orElse(new String[0])).contains("under-test");
    }

    @Test
    void aMisspelledClassInAJarIsOneLine() throws Exception {
        Path names = Files.createDirectories(folder.resolve("mine/META-INF/services")).resolve("socketlab.core.ModelFactory");
        Files.writeString(names, "mine.MyModle\n");
        for (List<String> command : List.of(LabJar.command("--with", "mine", "list"), LabJar.command("list", "--with", "mine"),
                LabJar.command("run", "-m", "single", "--with", "mine"))) {
            Finished failed = lab("", command);
            assertThat(failed.exitCode()).isEqualTo(2);
            assertThat(failed.err()).startsWith("lab").contains("--with mine: ", "mine.MyModle not found", "META-INF/services")
                    .doesNotContain("\n");
        }
    }
}
