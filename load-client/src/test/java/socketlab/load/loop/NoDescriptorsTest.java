package socketlab.load.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static socketlab.load.loop.Loads.LINES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketlab.load.plan.RequestProtocol;

/** What becomes of a load for which the system has too few sockets. */
@Timeout(60)
class NoDescriptorsTest {
    private static final Path SHELL = Path.of("/bin/sh");

    @ParameterizedTest
    @ValueSource(strings = {"TCP idle", "UDP idle", "TCP client", "UDP client"})
    void it_ends_with_one_line_that_says_what_to_do(String who) throws Exception {
        assumeTrue(Files.isExecutable(SHELL), "a limit for one process is set by a shell");
        Process starving = new ProcessBuilder(SHELL.toString(), "-c", "ulimit -n 120 && exec \"$@\"", "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), Starving.class.getName(), who)
                .redirectErrorStream(true).start();
        String said = new String(starving.getInputStream().readAllBytes());
        assertThat(said.lines()).hasSize(1).first().asString().contains("no socket left for " + (who.endsWith("idle")
                ? "idle client " : "client ")).contains(" of 300 to ").contains("ulimit -n");
    }

    /** The load that is too large; it and its server in one process, for the limit to fall on both. */
    static final class Starving {
        private Starving() {}

        public static void main(String[] args) throws Exception {
            boolean idle = args[0].endsWith("idle");
            try (TinyLetterbox letters = new TinyLetterbox((letter, sender) -> { });
                    TinyServer server = new TinyServer(TinyServer::listenOnly)) {
                boolean udp = args[0].startsWith("UDP");
                Loads load = Loads.at(udp ? letters.address() : server.address(), RequestProtocol.echo(LINES, 20),
                        idle ? 1 : 300, idle ? 1 : 300).among(idle ? 300 : 0);
                (udp ? load.overUdp() : load).run();
            } catch (IOException line) {
                System.out.println(line.getMessage());
            }
        }
    }
}
