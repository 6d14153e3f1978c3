package socketlab.lab.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The three standard streams as people leave them: a terminal that is not ours, a full device, a reader that has gone. */
class StandardStreamsIT {
    private static final Path SCRIPT = Path.of("/usr/bin/script");   // of util-linux: gives a program a terminal
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern LISTENING = Pattern.compile("\\[listening] 127\\.0\\.0\\.1:([0-9]+)");

    @TempDir
    Path folder;

    private static String words(String... words) {
        return LabJar.command(words).stream().map("'%s'"::formatted).collect(joining(" "));
    }

    /** A command for sh; its stderr goes into a file. */
    private Process sh(String command) throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no sh here");
        return new ProcessBuilder("/bin/sh", "-c", command).directory(folder.toFile())
                .redirectError(folder.resolve("err").toFile()).start();
    }

    private int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("it ends by itself").isTrue();
        return process.exitValue();
    }

    private String err() throws IOException {
        return Files.readString(folder.resolve("err")).strip();
    }

    private static String replyFrom(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write("hello\n".getBytes(StandardCharsets.UTF_8));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine();
        }
    }

    // ------------------------------------------------------------------------------------------------------ a terminal

    /** A command for sh at a terminal; what it prints is in the file {@code screen}. */
    private Process atTerminal(String command) throws IOException {
        assumeTrue(Files.isExecutable(SCRIPT), "no script(1) on this machine");
        Process process = new ProcessBuilder(SCRIPT.toString(), "-qefc", "export TERM=xterm-256color; " + command, "screen")
                .directory(folder.toFile()).redirectErrorStream(true).start();
        Thread.ofVirtual().start(() -> process.inputReader().lines().forEach(line -> {}));   // or it would wait for us
        return process;
    }

    private String read(String file) throws IOException {
        Path path = folder.resolve(file);
        return Files.exists(path) ? Files.readString(path) : "";
    }

    private int awaitPort(String file) throws IOException {
        await().atMost(PATIENCE).until(() -> LISTENING.matcher(read(file)).find());
        Matcher listening = LISTENING.matcher(read(file));
        assertThat(listening.find()).isTrue();
        return Integer.parseInt(listening.group(1));
    }

    @Test
    void inTheBackgroundOfATerminalItServesAndStopsOnASignal() throws Exception {
        Process shell = atTerminal("sh -mc \"" + words("serve", "select", "echo", "--port", "0")
                + " & wait; echo ended: \\$?\"");
        int port = awaitPort("screen");
        assertThat(replyFrom(port)).isEqualTo("hello");
        try (Writer keys = shell.outputWriter()) {
            keys.write("exit\n");   // for the shell, not for the server
            keys.flush();
            assertThat(replyFrom(port)).isEqualTo("hello");
            server(shell).destroy();
            assertThat(exitCode(shell)).isZero();
        }
        assertThat(read("screen")).contains("[stopped]");
    }

    private static ProcessHandle server(Process shell) {
        return shell.descendants().filter(one -> one.info().command().orElse("").endsWith("java")).findFirst().orElseThrow();
    }

    @Test
    void inTheBackgroundLaterItReadsNothingMoreAndServesOn() throws Exception {
        Process shell = atTerminal("sh -mc \"" + words("serve", "select", "echo", "--port", "0")
                + " >log; echo suspended; bg; wait\"");
        int port = awaitPort("log");
        try (Writer keys = shell.outputWriter()) {
            keys.write("\032");   // Ctrl-Z
            keys.flush();
            await().atMost(PATIENCE).until(() -> read("screen").contains("suspended"));
            assertThat(replyFrom(port)).isEqualTo("hello");
            server(shell).destroy();
            exitCode(shell);
        }
        assertThat(read("log")).contains("[stopped]");
    }

    @Test
    void inTheForegroundItHasAConsoleAndCtrlDStopsIt() throws Exception {
        Process serve = atTerminal("exec " + words("serve", "select", "echo", "--port", "0"));
        awaitPort("screen");
        try (Writer keys = serve.outputWriter()) {
            keys.write("stats\r");
            keys.flush();
            await().atMost(PATIENCE).until(() -> read("screen").contains("0 connected since the start"));
            keys.write("\004");   // Ctrl-D
            keys.flush();
            assertThat(exitCode(serve)).isZero();
        }
        assertThat(read("screen")).contains("[stopped]");
    }

    @Test
    void ctrlDStopsItAlsoWhereItsLogGoesIntoAFile() throws Exception {
        Process serve = atTerminal("exec " + words("serve", "select", "echo", "--port", "0") + " >log");
        awaitPort("log");
        try (Writer keys = serve.outputWriter()) {
            keys.write("\004");
            keys.flush();
            assertThat(exitCode(serve)).isZero();
        }
        assertThat(read("log")).contains("[stopped]");
    }

    /** As nohup leaves it: open, but not for reading. */
    @ParameterizedTest
    @ValueSource(strings = {"0>/dev/null", "0<.", "</dev/null"})
    void withAnInputThatCannotBeReadItServes(String input) throws Exception {
        Process serve = sh("exec " + words("serve", "select", "echo", "--port", "0") + " " + input);
        BufferedReader out = serve.inputReader();
        Matcher listening = LISTENING.matcher(out.readLine());
        assertThat(listening.find()).isTrue();
        assertThat(replyFrom(Integer.parseInt(listening.group(1)))).isEqualTo("hello");
        serve.toHandle().destroy();   // Process.destroy would close the streams too
        assertThat(out.lines()).last().asString().startsWith("[stopped]");
        assertThat(exitCode(serve)).isZero();
        assertThat(err()).isEmpty();
    }

    @Test
    void progressFitsANarrowTerminal() throws Exception {
        Process run = atTerminal("stty cols 40; exec " + words("run", "-m", "single,threaded", "-c", "2", "--delay", "500ms")
                + " >out");
        assertThat(exitCode(run)).isIn(0, 4);
        List<String> lines = Stream.of(read("screen").split("[\r\n]+")).filter(line -> line.matches("[12] of 2 .*"))
                .map(String::stripTrailing).toList();
        assertThat(lines).anyMatch(line -> line.startsWith("1 of 2  single")).anyMatch(line -> line.startsWith(
                "2 of 2  threaded"))
                .allMatch(line -> line.length() < 40);
    }

    // ------------------------------------------------------------------------------------------------ full, or nobody reads

    @ParameterizedTest
    @ValueSource(strings = {"list", "doctor", "--help", "run --help", "bench -l", "experiment",
        "run -m virtual -c 1 --delay 1ms --json -"})
    void aFullDeviceIsOneLineAndExitCode1(String line) throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "no /dev/full on this machine");
        Files.createDirectories(folder.resolve("experiments"));
        Files.writeString(folder.resolve("experiments/01-it.sh"), "# It\n./lab list\n");
        Process full = sh("exec " + words(("-Dlab.home=. " + line).split(" ")).replace("'-Dlab.home=.'", "") + " >/dev/full");
        assertThat(exitCode(full)).isEqualTo(1);
        assertThat(err().lines()).last().asString().startsWith("lab: cannot write to standard output: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "doctor", "--help", "bench -l", "run -m virtual -c 1 --delay 1ms",
        "run -m virtual -c 1 --delay 1ms --json -"})
    void aReaderThatHasGoneEndsItQuietlyWith141(String line) throws Exception {
        Process gone = sh("{ " + words(line.split(" ")) + "; echo $? >code; } | :");
        exitCode(gone);
        assertThat(folder.resolve("code")).content().isEqualTo("141\n");
        assertThat(err()).doesNotContain("lab:", "lab run:", "Exception");
        if (line.startsWith("run")) {
            try (Stream<Path> files = Files.walk(folder.resolve("results"))) {
                assertThat(files).as("the results are kept").anyMatch(file -> file.endsWith("report.html"));
            }
        }
    }

    @Test
    void aProgramThatIsWatchedEndsWithItsReader() throws Exception {
        Files.writeString(folder.resolve("Endless.java"), """
                void main() throws InterruptedException {
                    for (int i = 0; ; i++) {
                        IO.println(i);
                        Thread.sleep(10);
                    }
                }
                """);
        exitCode(sh("{ " + words("watch", "Endless.java") + "; echo $? >code; } | head -n 3"));
        assertThat(folder.resolve("code")).content().isEqualTo("141\n");
    }

    /** A pipe holds 64 KiB: some 1,400 lines. */
    @Test
    void aServerGoesOnWhereNobodyReadsItsLogAndStopsOnASignal() throws Exception {
        Process serve = sh("exec " + words("serve", "select", "echo", "--port", "0"));
        BufferedReader log = serve.inputReader();
        Matcher listening = LISTENING.matcher(log.readLine());
        assertThat(listening.find()).isTrue();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(listening.group(1)))) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            byte[] message = ("x".repeat(1000) + "\n").getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 2000; i++) {
                socket.getOutputStream().write(message);
                assertThat(socket.getInputStream().readNBytes(message.length)).hasSize(message.length);
            }
        }
        serve.toHandle().destroy();
        assertThat(exitCode(serve)).isZero();
        assertThat(log.lines().limit(1)).as("what was written before").first().asString().startsWith("[connected] #1");
    }

    @Test
    void aServerGoesOnWithoutItsLog() throws Exception {
        Process serve = sh("exec " + words("serve", "select", "echo", "--port", "0"));
        Matcher listening = LISTENING.matcher(serve.inputReader().readLine());
        assertThat(listening.find()).isTrue();
        serve.getInputStream().close();
        for (int i = 0; i < 3; i++) {
            assertThat(replyFrom(Integer.parseInt(listening.group(1)))).isEqualTo("hello");
        }
        serve.toHandle().destroy();
        assertThat(exitCode(serve)).isZero();
        assertThat(err()).isEqualTo("lab serve: standard output cannot be written; the server goes on without a log");
    }
}
