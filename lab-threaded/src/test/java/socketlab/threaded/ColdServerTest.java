package socketlab.threaded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the JDK sets up only once is set up before the first client comes. */
@Timeout(60)
class ColdServerTest {
    private static final int DESCRIPTORS = 64;

    @Test
    void firstClientsThatTakeTheLastDescriptorKeepNobodyFromBeingServed() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no sh, no ulimit");
        Process process = new ProcessBuilder("/bin/sh", "-c", "ulimit -n " + DESCRIPTORS + "; exec \"$0\" \"$@\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), ColdServer.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            int port = Integer.parseInt(process.inputReader(UTF_8).readLine());
            List<Socket> first = connectAll(port);
            for (int i = 0; i < 20; i++) {   // while the others take all descriptors, its thread waits for a socket
                isAnswered(first.getFirst());
            }
            closeAll(first);
            try (Socket next = connect(port)) {
                isAnswered(next);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static void isAnswered(Socket client) throws IOException {
        client.getOutputStream().write("hello\n".getBytes(UTF_8));
        assertThat(client.getInputStream().readNBytes(6)).isEqualTo("hello\n".getBytes(UTF_8));
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static List<Socket> connectAll(int port) throws IOException {
        List<Socket> idle = new ArrayList<>();
        for (int i = 0; i < 2 * DESCRIPTORS; i++) {
            idle.add(connect(port));
        }
        return idle;
    }

    private static void closeAll(List<Socket> idle) throws IOException {
        for (Socket socket : idle) {
            socket.close();
        }
    }
}
