package socketlab.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import socketlab.results.ModelResult;
import socketlab.results.files.RequestRow;
import socketlab.results.files.ResourceRow;
import socketlab.results.files.RunFiles;
import socketlab.results.files.ServedRow;

/** What {@code lab load} says about servers that fail in one way or another, and what it leaves behind. */
class LoadIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<Integer> RAN_WELL = List.of(0, 4);   // 4: this machine was too noisy to judge

    @TempDir
    Path folder;

    /** What a finished process left. */
    private record Finished(int exitCode, String out, String err) {}

    private Finished lab(String... words) throws IOException, InterruptedException {
        return finish(LabJar.command(words));
    }

    private Finished finish(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(folder.toFile())
                .redirectError(folder.resolve("err").toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("it ends by itself").isTrue();
        return new Finished(process.exitValue(), out, Files.readString(folder.resolve("err")));
    }

    private Path onlyRun() throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve("results"))) {
            return runs.toList().getFirst();
        }
    }

    private ModelResult result() throws IOException {
        return RunFiles.in(onlyRun()).readRun().models().getFirst();
    }

    /** A student's server: answers what one read returns. */
    private record Server(ServerSocket socket) implements AutoCloseable {
        static Server answering(Function<String, String> answer) throws IOException {
            ServerSocket socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> {
                while (!socket.isClosed()) {
                    try {
                        Socket client = socket.accept();
                        Thread.ofVirtual().start(() -> serve(client, answer));
                    } catch (IOException closed) {
                        return;
                    }
                }
            });
            return new Server(socket);
        }

        private static void serve(Socket client, Function<String, String> answer) {
            byte[] some = new byte[4096];
            try (client) {
                client.setTcpNoDelay(true);
                for (int count = client.getInputStream().read(some); count >= 0; count = client.getInputStream().read(some)) {
                    String text = new String(some, 0, count, StandardCharsets.UTF_8);
                    client.getOutputStream().write(answer.apply(text).getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String address() {
            return "127.0.0.1:" + ((InetSocketAddress) socket.getLocalSocketAddress()).getPort();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void aServerWhoseRepliesAreAllWrongIsARunWithAPageAndShowsThem() throws Exception {
        try (Server server = Server.answering(text -> text.toUpperCase(Locale.ROOT))) {
            Finished load = lab("load", server.address(), "-s", "echo", "-c", "2", "-n", "30", "--payload", "8");
            assertThat(load.exitCode()).as(load.err()).isEqualTo(3);
            assertThat(load.err()).contains("30 of 30 requests failed");
            assertThat(load.out()).contains("No request succeeded: 30 wrong.",
                    "The first wrong: it is not the reply that was expected.",
                    "wrong replies:", "sent      \"c1-r1xxx\" (8 bytes)", "63 31 2d 72 31 78 78 78",
                    "received  \"C1-R1XXX\" (8 bytes)", "43 31 2d 52 31 58 58 58");
        }
        assertThat(onlyRun().resolve("wrong.txt")).content().contains("expected  \"c1-r1xxx\"", "request 1 of client 1");
        assertThat(onlyRun().resolve("report.html")).content().contains("Wrong replies", "C1-R1XXX");
        assertThat(onlyRun().resolve("report.md")).content().contains("## Wrong replies", "C1-R1XXX");
        assertThat(onlyRun().resolve("charts/timeline.png")).isNotEmptyFile();
        assertThat(result().latencyMs()).isNull();
        assertThat(result().counts().probe()).isEqualTo("skipped: no request of the load succeeded");
    }

    @Test
    void aServerThatSaysNothingIsARunWithItsCause() throws Exception {
        try (Server server = Server.answering(text -> "")) {
            Finished load = lab("load", server.address(), "-c", "2", "--timeout", "300ms");
            assertThat(load.exitCode()).as(load.err()).isEqualTo(3);
            assertThat(load.out()).contains("The first timeout: it was connected, and the server sent nothing");
        }
        assertThat(onlyRun().resolve("report.html")).isNotEmptyFile();
        assertThat(result().causes()).containsEntry("timeout", "it was connected, and the server sent nothing");
    }

    @Test
    void aServerThatWaitsToBeSpokenToIsLoadedAsTheAdviceSays() throws Exception {
        try (Server server = Server.answering(text -> text)) {
            Finished load = lab("load", server.address(), "-c", "2", "--timeout", "300ms");
            assertThat(load.out()).contains("the server waits for its client to speak first", "try -s echo --framing raw");
            Finished advised = lab("load", server.address(), "-s", "echo", "--framing", "raw", "--name", "advised");
            assertThat(advised.exitCode()).as(advised.err()).isIn(RAN_WELL);
        }
    }

    @Test
    void aServerThatTakesOneReadForAMessagePassesTheLoadAndFailsTheProbe() throws Exception {
        try (Server server = Server.answering(text -> text.strip() + "\n")) {
            Finished load = lab("load", server.address(), "-s", "echo", "-c", "5", "-n", "100");
            assertThat(load.exitCode()).as(load.err()).isEqualTo(3);
            assertThat(load.err()).contains("the probe after the load was answered wrongly");
            assertThat(load.out()).contains("the probe after the load, a message in two pieces",
                    "received  \"probe-in-t\" (10 bytes)");
            assertThat(result().succeeded()).isEqualTo(100);
            assertThat(result().counts().probe()).isEqualTo("wrong");
            Finished without = lab("load", server.address(), "-s", "echo", "-c", "5", "-n", "100", "--no-probe");
            assertThat(without.exitCode()).as(without.err()).isIn(RAN_WELL);
        }
    }

    @Test
    void nobodyListeningIsOneLineThatNamesTheAddress() throws Exception {
        String nobody;
        try (Server gone = Server.answering(text -> text)) {
            nobody = gone.address();
        }
        for (String[] words : List.of(new String[] {"load", nobody}, new String[] {"load", nobody, "--udp", "-s", "echo"})) {
            Finished load = lab(words);
            assertThat(load.exitCode()).isEqualTo(1);
            assertThat(load.err().strip()).endsWith("nothing listens at " + nobody
                    + " (Connection refused); start the server, or check its host and port");
            assertThat(folder.resolve("results")).isEmptyDirectory();
        }
    }

    @Test
    void theProbeOfAServerOfOursIsInNoFileAndTimesCountFromTheLoadsBeginning() throws Exception {
        Finished run = lab("run", "-m", "select", "-s", "echo", "-c", "2", "-n", "10", "--preconnect", "--repeat", "2");
        assertThat(run.exitCode()).as(run.err()).isIn(RAN_WELL);
        ModelResult result = result();
        assertThat(result.counts().probe()).isEqualTo("ok");
        List<RequestRow> requests = new ArrayList<>();
        List<ServedRow> served = new ArrayList<>();
        List<ResourceRow> resources = new ArrayList<>();
        RunFiles files = RunFiles.in(onlyRun());
        files.readRequests(requests::add);
        files.readServed(served::add);
        files.readResources(resources::add);
        assertThat(requests).hasSize(20);
        assertThat(served).as("the probe's messages are no requests").hasSize(20);
        for (int round = 1; round <= 2; round++) {
            int number = round;
            assertThat(requests.stream().filter(row -> row.round() == number).mapToLong(RequestRow::intendedUs).min()
                    .orElseThrow())
                    .as("the first request starts with the load").isBetween(0L, 500_000L);
            assertThat(requests.stream().filter(row -> row.round() == number && row.connectUs() != RequestRow.NEVER))
                    .hasSize(2).allMatch(row -> row.connectUs() < 0 && row.connectedUs() < 0);
            List<RequestRow> sent = requests.stream().filter(row -> row.round() == number).toList();
            assertThat(served.stream().filter(row -> row.round() == number)).hasSize(10)
                    .allSatisfy(row -> assertThat(sent).as("both programs count from the same moment, to a millisecond")
                            .anyMatch(request -> request.clientPort() == row.clientPort()
                                    && row.serviceStartUs() > request.intendedUs() - 1000
                                    && row.serviceStartUs() < request.firstByteUs() + 1000));
            assertThat(resources.stream().filter(row -> row.round() == number).mapToLong(ResourceRow::atUs).min().orElseThrow())
                    .as("the first sample is taken just before").isBetween(-5_000_000L, 0L);
        }
        assertThat(result.perRound().getFirst().loadStartedMs()).isPositive()
                .isLessThan(result.perRound().getLast().loadStartedMs());
    }

    @Test
    void whereIpv6IsSwitchedOffOneLineSaysSo() throws Exception {
        for (String[] words : List.of(new String[] {"load", "[::1]:9999"}, new String[] {"load", "[::1]:9999", "--udp"},
                new String[] {"chat", "[::1]:9999"}, new String[] {"serve", "single", "echo", "--host", "::1", "--port", "0"},
                new String[] {"serve", "poll", "echo", "--host", "::1", "--port", "0"},
                new String[] {"serve", "udp", "echo", "--host", "::1", "--port", "0"})) {
            Finished finished = finish(LabJar.command(List.of("-Djava.net.preferIPv4Stack=true"), words));
            assertThat(finished.exitCode()).as(String.join(" ", words)).isEqualTo(1);
            assertThat(finished.err().strip()).contains("IPv6 is switched off here").doesNotContain("\n");
        }
    }

    @Test
    void withoutKeepAliveEveryRequestConnects() throws Exception {
        try (Server server = Server.answering(text -> text)) {
            Finished load = lab("load", server.address(), "-s", "echo", "-c", "2", "-n", "10", "--no-keepalive", "--no-probe");
            assertThat(load.exitCode()).as(load.err()).isIn(RAN_WELL);
        }
        List<RequestRow> requests = new ArrayList<>();
        RunFiles.in(onlyRun()).readRequests(requests::add);
        assertThat(requests).hasSize(10).allMatch(row -> row.connectUs() != RequestRow.NEVER);
    }
}
