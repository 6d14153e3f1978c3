package socketlab.lab.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server at the limits of its process ends and says why; it never lives on without serving anybody. */
class ServerLimitsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Process server;
    private int port;

    private void serve(List<String> command) throws IOException {
        server = new ProcessBuilder(command).directory(folder.toFile()).redirectError(folder.resolve("err").toFile()).start();
        String listening = server.inputReader(UTF_8).readLine();
        assertThat(listening).as(err()).startsWith("[listening] ");
        port = Integer.parseInt(listening.split("[: ]")[2]);
    }

    private String err() throws IOException {
        return Files.readString(folder.resolve("err")).strip();
    }

    @AfterEach
    void end() throws InterruptedException {
        server.destroyForcibly().waitFor();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    @Test
    void aServerWhoseHeapIsFullSaysSoInOneLineAndEndsWithExitCode1() throws Exception {
        serve(LabJar.command(List.of("-Xmx48m"), "serve", "select", "echo", "--port", "0", "--quiet",
                "--max-message", "100m"));
        try (Socket client = connect()) {
            byte[] part = "x".repeat(1 << 20).getBytes(UTF_8);
            for (int i = 0; i < 100; i++) {
                client.getOutputStream().write(part);
            }
        } catch (IOException gone) {
            assertThat(gone).as("it is gone").isNotNull();
        }
        assertThat(server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isEqualTo(1);
        assertThat(err()).startsWith("lab serve: the server on 127.0.0.1:" + port + " cannot go on: Java heap space; lower")
                .doesNotContain("\n");
    }
}
