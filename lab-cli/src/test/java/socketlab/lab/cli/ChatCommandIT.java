package socketlab.lab.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lab chat} as a process of its own, in a script and at a real terminal, against {@code lab serve}. */
class ChatCommandIT {
    private static final Path SCRIPT = Path.of("/usr/bin/script");   // of util-linux: gives a program a terminal
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Process serve;
    private Path temporary;
    private BufferedReader log;
    private String port;
    private Socket other;
    private BufferedReader received;

    @BeforeEach
    void startAServerWithOneUser() throws Exception {
        temporary = Files.createDirectory(folder.resolve("tmp"));
        serve = start("err", LabJar.command(List.of("-Djava.io.tmpdir=" + temporary), "serve", "select", "chat", "--accounts",
                ":memory:", "--port", "0"));
        log = serve.inputReader(UTF_8);
        port = log.readLine().split("[: ]")[2];
        other = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
        other.setSoTimeout((int) PATIENCE.toMillis());
        received = new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8));
        assertThat(received.readLine()).isEqualTo("> Connected to the chat server (1 user online)");
    }

    @AfterEach
    void stopTheServer() throws Exception {
        other.close();
        serve.toHandle().destroy();   // Process.destroy would close the streams too
        assertThat(log.lines()).last().asString().startsWith("[stopped]");
        assertThat(serve.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(temporary).as("the library of SQLite is deleted, on a signal too").isEmptyDirectory();
    }

    private Process start(String err, List<String> command) throws IOException {
        return new ProcessBuilder(command).directory(folder.toFile()).redirectError(folder.resolve(err).toFile())
                .start();
    }

    private static int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("it ends by itself").isTrue();
        return process.exitValue();
    }

    @Test
    void aScriptSendsItsLinesToTheOthers() throws Exception {
        Process chat = start("err.chat", LabJar.command("chat", port, "--name", "alice"));
        try (Writer typed = chat.outputWriter(UTF_8)) {
            typed.write("hello\n");
        }
        List<String> printed = chat.inputReader(UTF_8).lines().toList();
        assertThat(exitCode(chat)).as(Files.readString(folder.resolve("err.chat"))).isZero();
        assertThat(printed).hasSize(3).first().isEqualTo("> Connected to the chat server (2 users online)");
        assertThat(received.readLine()).startsWith("> New user");
        assertThat(received.readLine()).matches("\\[alice@127\\.0\\.0\\.1:[0-9]+] hello");
    }

    @Test
    void aUserAtATerminalHasAPromptSendsALineAndLeavesWithCtrlD() throws Exception {
        assumeTrue(Files.isExecutable(SCRIPT), "no script(1) on this machine");
        Path screen = folder.resolve("screen");
        String words = LabJar.command("chat", port, "--name", "alice").stream()
                .map("'%s'"::formatted).collect(joining(" "));
        Process chat = start("err.chat", List.of(SCRIPT.toString(), "-qefc", "TERM=xterm-256color exec " + words,
                screen.toString()));
        Thread.ofVirtual().start(() -> chat.inputReader(UTF_8).lines().forEach(line -> {}));   // or it would wait for us
        try (Writer keys = chat.outputWriter(UTF_8)) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(screen).content().contains("alice@"));
            keys.write("hello\r");
            keys.flush();
            assertThat(received.readLine()).startsWith("> New user");
            assertThat(received.readLine()).matches("\\[alice@127\\.0\\.0\\.1:[0-9]+] hello");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(screen).content().contains("[You]"));
            keys.write("\004");
            keys.flush();
            assertThat(exitCode(chat)).isZero();
        }
        assertThat(screen).content().contains("Goodbye!");
    }

    @Test
    void onlyTheChatCommandLoadsTheTerminalLibrary() throws Exception {
        Process list = start("err.chat", LabJar.command(List.of("-Xlog:class+load"), "list"));
        try (Stream<String> loaded = list.inputReader(UTF_8).lines()) {
            assertThat(loaded).anyMatch(line -> line.contains("socketlab.lab.cli.ListCommand"))
                    .noneMatch(line -> line.contains("org.jline"));
        }
        assertThat(exitCode(list)).isZero();
    }
}
