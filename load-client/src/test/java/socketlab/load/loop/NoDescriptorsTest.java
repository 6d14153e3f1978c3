package socketlab.load.loop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static socketlab.load.loop.TestLoad.LINES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketlab.load.plan.RequestProtocol;

/** A load that needs more descriptors than the system allows. */
@Timeout(60)
class NoDescriptorsTest {
    private static final Path SHELL = Path.of("/bin/sh");

    @ParameterizedTest
    @ValueSource(strings = {"TCP idle", "UDP idle", "TCP client", "UDP client"})
    void tooFewDescriptorsEndTheLoadWithOneLineThatSaysWhatToDo(String client) throws Exception {
        assumeTrue(Files.isExecutable(SHELL), "a limit for one process is set by a shell");
        Process process = new ProcessBuilder(SHELL.toString(), "-c", "ulimit -n 120 && exec \"$@\"", "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), TooFewDescriptors.class.getName(), client)
                .redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(output.lines()).hasSize(1).first().asString().contains("no socket left for " + (client.endsWith("idle")
                ? "idle client " : "client ")).contains(" of 300 to ").contains("ulimit -n");
    }

    /** The load and its server in one process, so that the limit applies to both. */
    static final class TooFewDescriptors {
        private TooFewDescriptors() {}

        public static void main(String[] args) throws Exception {
            boolean idle = args[0].endsWith("idle");
            try (TestUdpServer datagrams = new TestUdpServer((datagram, sender) -> {});
                    TestTcpServer server = new TestTcpServer(TestTcpServer::discardInput)) {
                boolean udp = args[0].startsWith("UDP");
                TestLoad load = TestLoad.of(udp ? datagrams.address() : server.address(), RequestProtocol.echo(LINES, 20),
                        idle ? 1 : 300, idle ? 1 : 300).withIdle(idle ? 300 : 0);
                (udp ? load.overUdp() : load).run();
            } catch (IOException line) {
                System.out.println(line.getMessage());
            }
        }
    }
}
