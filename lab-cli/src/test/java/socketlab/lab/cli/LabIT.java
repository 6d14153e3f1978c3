package socketlab.lab.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import socketlab.results.ModelResult;
import socketlab.results.Run;
import socketlab.results.files.RunFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jar as a user runs it: its own process, its exit code, its two streams, the files it leaves. */
class LabIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<Integer> RAN_WELL = List.of(0, 4);   // 4: this machine was too noisy to judge

    @TempDir
    Path folder;

    /** What a finished process left. */
    private record Finished(int exitCode, String out, String err) {}

    private Process start(String... words) throws IOException {
        return new ProcessBuilder(LabJar.command(words)).directory(folder.toFile())
                .redirectError(folder.resolve("err").toFile()).start();
    }

    private Finished finish(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("it ends by itself").isTrue();
        return new Finished(process.exitValue(), out, Files.readString(folder.resolve("err")));
    }

    private Finished lab(String... words) throws IOException, InterruptedException {
        return finish(start(words));
    }

    private Path onlyRun() throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("results"))) {
            return runs.toList().getFirst();
        }
    }

    @Test
    void aRunComparesTheModelsAndWritesAllItsFiles() throws Exception {
        Finished run = lab("run", "-m", "single,pool:2,threaded,virtual", "-c", "4", "--delay", "500ms");
        assertThat(run.exitCode()).as(run.err()).isIn(RAN_WELL);
        assertThat(run.out()).contains("model", "single", "pool:2", "threaded", "virtual", "report.html");
        Path results = onlyRun();
        for (String file : List.of("run.json", "requests.csv", "served.csv", "resources.csv", "single.hlog",
                "pool-2.hlog", "charts/timeline.png", "charts/timeline.svg", "charts/latency.png",
                "charts/latency.svg", "report.html")) {
            assertThat(results.resolve(file)).isNotEmptyFile();
        }
        Run read = RunFiles.in(results).readRun();
        assertThat(read.models()).extracting(ModelResult::succeeded).containsExactly(4, 4, 4, 4);
        List<Double> max = read.models().stream().map(result -> result.latencyMs().max()).toList();
        assertThat(max.get(0)).as("single is a staircase").isBetween(2000.0, 2450.0);
        assertThat(max.get(1)).as("pool:2 has steps").isBetween(1000.0, 1450.0);
        assertThat(max.get(2)).as("threaded is flat").isBetween(500.0, 950.0);
        assertThat(max.get(3)).as("virtual is flat").isBetween(500.0, 950.0);
    }

    @Test
    void echoKeepsItsConnections() throws Exception {
        Finished run = lab("run", "-m", "threaded,virtual", "-s", "echo", "-c", "10", "-n", "1000",
                "--json", "run.json");
        assertThat(run.exitCode()).as(run.err()).isIn(RAN_WELL);
        JsonNode json = JsonMapper.shared().readTree(Files.readString(folder.resolve("run.json")));
        assertThat(json.at("/models/0/succeeded").asInt()).isEqualTo(1000);
        assertThat(json.at("/models/1/succeeded").asInt()).isEqualTo(1000);
        try (Stream<String> lines = Files.lines(onlyRun().resolve("requests.csv"))) {
            assertThat(lines.skip(1).map(line -> line.split(",")).map(cells -> cells[0] + cells[4]).distinct())
                    .hasSize(20);
        }
    }

    @Test
    void theWebServiceIsLoadedOverHttp() throws Exception {
        Finished run = lab("run", "-m", "single,select", "-s", "web", "-c", "3", "--delay", "300ms");
        assertThat(run.exitCode()).as(run.err()).isIn(RAN_WELL);
        Run read = RunFiles.in(onlyRun()).readRun();
        assertThat(read.models()).extracting(ModelResult::succeeded).containsExactly(3, 3);
        assertThat(read.models()).extracting(result -> result.latencyMs().max())
                .satisfiesExactly(single -> assertThat(single).isGreaterThanOrEqualTo(900),
                        select -> assertThat(select).isGreaterThanOrEqualTo(300));
    }

    @Test
    void inAChatEveryMemberReceivesEveryMessageInTheSameOrder() throws Exception {
        Finished run = lab("run", "-m", "select", "-s", "chat", "-c", "5", "-n", "100", "--assert", "out_of_order==0",
                "--assert", "deliveries==400");
        assertThat(run.exitCode()).as(run.err()).isIn(RAN_WELL);
        assertThat(RunFiles.in(onlyRun()).readRun().models().getFirst().chat().deliveries().arrived()).isEqualTo(400);
        for (String file : List.of("select.hlog", "charts/delivery.png", "charts/delivery.svg")) {
            assertThat(onlyRun().resolve(file)).isNotEmptyFile();
        }
    }

    @Test
    void inAClassroomMembersRegisterLogInTalkAndLogOut() throws Exception {
        Finished run = lab("run", "-m", "select", "-s", "chat", "--chat=classroom", "-c", "6", "-n", "9", "--hash-cost", "4",
                "--assert", "register.succeeded==3", "--assert", "login.succeeded==3", "--assert", "logout.succeeded==3");
        assertThat(run.exitCode()).as(run.err()).isIn(RAN_WELL);
        assertThat(RunFiles.in(onlyRun()).readRun().models().getFirst().chat().deliveries().arrived()).isEqualTo(9 * 5);
        assertThat(onlyRun().resolve("charts/classroom.png")).isNotEmptyFile();
    }

    @Test
    void aSlowReaderIsMeasuredWithoutAndWith() throws Exception {
        Finished run = lab("run", "-m", "select", "-s", "chat", "-c", "3", "-n", "6", "--slow-reader", "--framing", "pickle",
                "--assert", "select@slow.slow_reader.dropped==0");
        assertThat(run.exitCode()).as(run.err()).isIn(RAN_WELL);
        assertThat(run.out()).contains("slow reader", "kept", "the server does not hang up on it");
        assertThat(onlyRun().resolve("transcript.csv")).content().contains("NAME: m2", "CLIENT: 127.0.0.1:", "[m1@127.0.0.1:");
        assertThat(onlyRun().resolve("charts/sequence-select.png")).isNotEmptyFile();
    }

    @Test
    void aModelThatMayFailDoesNotChangeTheExitCode() throws Exception {
        Finished run = lab("run", "-m", "single,threaded", "-s", "chat", "-c", "2", "-n", "2", "--may-fail", "single",
                "--assert", "single.entered==1", "--assert", "threaded.entered==2");
        assertThat(run.exitCode()).as(run.err()).isIn(RAN_WELL);
        assertThat(run.err()).contains("single: 2 of 2 requests failed");
    }

    @Test
    void anOpenLoopRecordsBothLatenciesAndTheChecksOfTheClient() throws Exception {
        Finished run = lab("run", "-m", "select", "-s", "echo", "-q", "200", "-c", "4", "-z", "1s", "--warmup", "100ms",
                "--json", "run.json", "--assert", "checks.target_per_s==200",
                "--assert", "checks.little_off_percent<=5");
        assertThat(run.exitCode()).as("Little's law is not known of an open loop").isIn(3, 4);
        assertThat(run.err()).contains("checks.little_off_percent of select is not known")
                .doesNotContain("target_per_s");
        assertThat(run.out()).contains("p99 sent", "unsent", "in flight");
        JsonNode json = JsonMapper.shared().readTree(Files.readString(folder.resolve("run.json")));
        assertThat(json.at("/load/loop").asString()).isEqualTo("open");
        assertThat(json.at("/load/rate_per_s").asDouble()).isEqualTo(200);
        assertThat(json.at("/models/0/requests").asInt() + json.at("/models/0/checks/not_sent").asInt()).isEqualTo(200);
        assertThat(json.at("/models/0/uncorrected_ms/p50").asDouble()).isPositive()
                .isLessThanOrEqualTo(json.at("/models/0/latency_ms/p50").asDouble());
    }

    @Test
    void everyRoundIsInTheResultOfItsModel() throws Exception {
        Finished run = lab("run", "-m", "single,threaded", "-c", "2", "--delay", "50ms", "--repeat", "2", "--json", "-");
        assertThat(run.exitCode()).as(run.err()).isIn(RAN_WELL);
        JsonNode json = JsonMapper.shared().readTree(run.out());
        assertThat(json.at("/models").size()).isEqualTo(2);
        for (JsonNode model : json.at("/models")) {
            assertThat(model.at("/rounds").asInt()).isEqualTo(2);
            assertThat(model.at("/requests").asInt()).isEqualTo(4);
            assertThat(model.at("/per_round").size()).isEqualTo(2);
            assertThat(model.at("/per_round/0/load_started_ms").asDouble())
                    .isLessThan(model.at("/per_round/1/load_started_ms").asDouble());
        }
        assertThat(json.at("/models/0/service_ms/mean").asDouble()).as("both rounds are in served.csv").isPositive();
        try (Stream<String> rows = Files.lines(onlyRun().resolve("served.csv"))) {
            assertThat(rows.skip(1).map(row -> row.split(",")[1]).distinct()).containsExactlyInAnyOrder("1", "2");
        }
    }

    @Test
    void anyWebServerCanBeLoadedAndRequestsInFlightAtTheEndAreNoFailures() throws Exception {
        Process server = start("serve", "select", "web", "--port", "0", "--quiet");
        try {
            String line = new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8)).readLine();
            String address = line.split(" ")[1];
            Finished load = lab("load", address, "--http", "/about", "-c", "3", "-z", "300ms");
            assertThat(load.exitCode()).as(load.err()).isIn(RAN_WELL);
            Finished lost = lab("load", address, "--http", "/no-such-page", "-c", "1");
            assertThat(lost.exitCode()).isEqualTo(3);
            assertThat(lost.out()).contains("received  \"HTTP/1.1 404 Not Found\"", "expected  status 2xx");
        } finally {
            server.destroy();
        }
    }

    @Test
    void jsonOnStdoutIsNothingButJson() throws Exception {
        Finished run = lab("run", "-m", "virtual", "-c", "2", "--delay", "50ms", "--json", "-");
        assertThat(run.exitCode()).as(run.err()).isIn(RAN_WELL);
        JsonNode json = JsonMapper.shared().readTree(run.out());
        assertThat(json.at("/schema").asInt()).isEqualTo(2);
        assertThat(json.at("/load/delay_ms").asDouble()).isEqualTo(50);
    }

    @Test
    void anAssertionThatDoesNotHoldIsExitCode3() throws Exception {
        Finished run = lab("run", "-m", "single", "-c", "2", "--delay", "50ms", "--assert", "single.p99<1ms", "--assert",
                "errors==0", "--accept-noise");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
        assertThat(run.err()).contains("single.p99<1ms does not hold");
        assertThat(run.out()).as("each with its own outcome").contains("holds: errors==0");
    }

    @Test
    void whenNobodyAnswersThereIsNoNumberAndTheExitCodeIs1() throws Exception {
        int nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = free.getLocalPort();
        }
        Finished load = lab("load", "127.0.0.1:" + nobody);
        assertThat(load.exitCode()).isEqualTo(1);
        assertThat(load.err()).contains("nothing listens at 127.0.0.1:" + nobody);
        assertThat(folder.resolve("results")).isEmptyDirectory();
    }

    @Test
    void aPortInUseIsOneLineAndExitCode1() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = "" + taken.getLocalPort();
            for (String[] words : List.of(new String[] {"serve", "single", "sleep", "--port", port},
                    new String[] {"run", "-m", "single", "--port", port})) {
                Finished failed = lab(words);
                assertThat(failed.exitCode()).isEqualTo(1);
                assertThat(failed.err().strip()).contains("127.0.0.1:" + port).doesNotContain("\n");
            }
        }
    }

    @Test
    void anAccountsFileThatIsNoDatabaseIsOneLineAndExitCode1() throws Exception {
        Files.writeString(folder.resolve("accounts.db"), "this is no database".repeat(100));
        Finished failed = lab("serve", "threaded", "chat", "--port", "0");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.err().strip()).startsWith("lab serve: cannot keep accounts in accounts.db")
                .doesNotContain("\n");
    }

    @Test
    void resultsThatCannotBeWrittenAreOneLineAndExitCode1() throws Exception {
        Files.writeString(folder.resolve("file"), "in the way");
        Finished failed = lab("run", "-m", "single", "--results", "file");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.err().strip()).contains("cannot write results in file").doesNotContain("\n");
    }

    /** On a busy machine no request may have been answered yet: then another run is stopped later. */
    @Test
    void aStoppedRunKeepsItsResultsAndLeavesNoServerBehind() throws Exception {
        Duration patience = Duration.ofSeconds(3);
        do {
            stopAfter(patience);
            patience = patience.multipliedBy(2);
        } while (runs() == 0 && patience.compareTo(PATIENCE) < 0);
        Run kept = RunFiles.in(onlyRun()).readRun();
        assertThat(kept.incomplete()).isTrue();
        assertThat(kept.models().getFirst().errors()).containsKey("aborted");
        assertThat(onlyRun().resolve("report.html")).isNotEmptyFile();
        assertThat(kept.models().getFirst().succeeded()).isPositive();
    }

    private void stopAfter(Duration time) throws Exception {
        Process run = start("run", "-m", "single", "-c", "60", "--delay", "1s");
        List<ProcessHandle> servers = awaitServers(run);
        assertThat(run.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)).as("it ended by itself").isFalse();
        run.toHandle().destroy();   // Process.destroy would close the streams too
        assertThat(finish(run).exitCode()).isNotZero();
        await().atMost(PATIENCE).until(() -> servers.stream().noneMatch(ProcessHandle::isAlive));
    }

    private long runs() throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("results"))) {
            return runs.count();
        }
    }

    @Test
    void aKilledRunLeavesNoServerBehind() throws Exception {
        Process run = start("run", "-m", "single", "-c", "5", "--delay", "5s");
        List<ProcessHandle> servers = awaitServers(run);
        run.destroyForcibly().waitFor();
        await().atMost(PATIENCE).until(() -> servers.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static List<ProcessHandle> awaitServers(Process run) {
        return await().atMost(PATIENCE).until(() -> run.descendants().filter(EnvironmentIT::isServer).toList(),
                servers -> !servers.isEmpty());
    }

    /** The first at once, before it listens; the second when its load has begun. */
    @Test
    void aServerThatIsKilledIsAFailureOfItsModelAndTheOthersAreMeasured() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "the sockets of a process are counted in /proc");
        Process run = start("run", "-m", "single,threaded,virtual", "-c", "30", "--delay", "2s", "--json", "run.json");
        ProcessHandle single = awaitServers(run).getFirst();
        single.destroyForcibly();
        ProcessHandle threaded = awaitAnother(run, single);
        await().atMost(PATIENCE).until(() -> sockets(threaded) > 20);
        threaded.destroyForcibly();
        Finished finished = finish(run);
        assertThat(finished.exitCode()).as(finished.err()).isEqualTo(3);
        assertThat(finished.err()).contains("single: the server was killed by signal 9", "before it listened",
                "threaded: the server was killed by signal 9");
        assertThat(finished.out()).containsPattern("(?m)^single .*crashed").containsPattern("(?m)^threaded .*crashed")
                .containsPattern("(?m)^virtual .* ok ");
        JsonNode json = JsonMapper.shared().readTree(Files.readString(folder.resolve("run.json")));
        assertThat(json.at("/models/1/crash").asString()).startsWith("the server was killed by signal 9");
        assertThat(json.at("/models/2/succeeded").asInt()).isEqualTo(30);
        assertThat(json.at("/models/2/crash").isMissingNode()).isTrue();
    }

    private static long sockets(ProcessHandle process) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc", "" + process.pid(), "fd"))) {
            return open.filter(LabIT::isSocket).count();
        }
    }

    private static boolean isSocket(Path file) {
        try {
            return Files.readSymbolicLink(file).toString().startsWith("socket:");
        } catch (IOException closed) {
            return false;
        }
    }

    private static ProcessHandle awaitAnother(Process run, ProcessHandle before) {
        return await().atMost(PATIENCE).until(() -> awaitServers(run).getFirst(), server -> !server.equals(before));
    }

    @Test
    void aServerKeepsServingWhenItsInputEndsAndStopsCleanlyOnASignal() throws Exception {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "Windows has no SIGTERM to send");
        Process serve = start("serve", "threaded", "sleep", "--delay", "50ms", "--port", "0");
        serve.getOutputStream().close();
        BufferedReader out = serve.inputReader(UTF_8);
        String listening = out.readLine();
        assertThat(listening).matches("\\[listening] 127\\.0\\.0\\.1:[0-9]+ threaded sleep");
        int port = Integer.parseInt(listening.split("[: ]")[2]);
        assertThat(lineFrom(port)).isEqualTo("hello! this is the threaded server (client 1, thread client-1)");
        assertThat(out.readLine()).matches("\\[connected] #1 127\\.0\\.0\\.1:[0-9]+ thread=client-1 \\(1 active\\)");
        assertThat(out.readLine()).isEqualTo("[left] #1 (0 active)");
        serve.toHandle().destroy();   // Process.destroy would close the streams too
        assertThat(finish(serve).exitCode()).isZero();
        try (ServerSocket again = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(again.isBound()).isTrue();
        }
    }

    @Test
    void theConsoleListsCountsKicksAndExits() throws Exception {
        Process serve = start("serve", "virtual", "echo", "--port", "0");
        BufferedReader out = serve.inputReader(UTF_8);
        int port = Integer.parseInt(out.readLine().split("[: ]")[2]);
        try (Socket client = connect(port); var console = serve.outputWriter(UTF_8)) {
            assertThat(out.readLine()).startsWith("[connected] #1");
            console.write("list\nstats\nkick 7\nnonsense\nkick 1\n");
            console.flush();
            assertThat(out.readLine()).matches("id  name  address +since     messages  queued");
            assertThat(out.readLine()).matches("#1  -     127\\.0\\.0\\.1:%d  [0-9:]{8}         0       0"
                    .formatted(client.getLocalPort()));
            assertThat(out.readLine()).isEqualTo("1 client");
            assertThat(out.readLine()).isEqualTo("1 connected since the start, 1 active, 0 messages");
            assertThat(out.readLine()).isEqualTo("no client #7; see list");
            assertThat(out.readLine()).startsWith("unknown: 'nonsense'");
            assertThat(client.getInputStream().read()).as("kicked").isEqualTo(-1);
            console.write("exit\n");
            console.flush();
            assertThat(finish(serve)).satisfies(ended -> {
                assertThat(ended.exitCode()).isZero();
                assertThat(ended.out()).contains("[stopped]", "joined");
            });
        }
    }

    @Test
    void aSmallLoadPrintsTheLinesOfTheCourseClient() throws Exception {
        Process serve = start("serve", "single", "sleep", "--delay", "100ms", "--port", "0", "--quiet");
        int port = Integer.parseInt(serve.inputReader(UTF_8).readLine().split("[: ]")[2]);
        try {
            Process load = new ProcessBuilder(LabJar.command("load", "127.0.0.1:" + port, "-c", "3"))
                    .directory(folder.toFile()).redirectErrorStream(true).start();
            String out = new String(load.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(load.waitFor()).isIn(RAN_WELL);
            assertThat(out).contains("received message = hello! this is the single server (client 3, thread single)")
                    .containsPattern("Client #[123]: time taken = 0:00:0[0-9]\\.[0-9]{6}")
                    .containsPattern("All clients: time taken = 0:00:0[0-9]\\.[0-9]{6}");
        } finally {
            serve.toHandle().destroy();   // Process.destroy would close the streams too
        }
        finish(serve);
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    private static String lineFrom(int port) throws IOException {
        try (Socket socket = connect(port)) {
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }
    }

    @Test
    void aBenchmarkRunsInItsOwnForkAndIsDrawn() throws Exception {
        Finished bench = lab("bench", "--quick", "-wi", "1", "-w", "20ms", "-i", "2", "-r", "20ms", "RoundTrip",
                "-p", "model=select", "-p", "connections=1");
        assertThat(bench.exitCode()).as(bench.err()).isZero();
        assertThat(bench.out()).contains("RoundTrip.echo", "select").endsWith("report.html\n");
        Path run = onlyRun();
        JsonNode score = JsonMapper.shared().readTree(Files.readString(run.resolve("bench.json"))).get(0);
        assertThat(score.path("primaryMetric").path("score").asDouble()).isPositive();
        assertThat(score.path("secondaryMetrics").path("wrong").path("score").asDouble()).isZero();
        Finished compared = lab("report", run.toString(), run.toString());
        assertThat(compared.exitCode()).as(compared.err()).isZero();
        assertThat(Files.readString(run.resolve("report.html"))).contains("one fork each: no claim");
    }
}
