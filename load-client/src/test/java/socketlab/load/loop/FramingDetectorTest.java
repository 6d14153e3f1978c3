package socketlab.load.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that answers nothing may only be spoken to in the wrong way. */
@Timeout(60)
class FramingDetectorTest {

    private static Optional<String> advice(TestTcpServer.Handler serves) throws Exception {
        try (TestTcpServer server = new TestTcpServer(serves)) {
            return FramingDetector.advice(server.address());
        }
    }

    private static int readSome(Socket client) throws IOException {
        return client.getInputStream().read(new byte[100]);
    }

    @Test
    void aServerThatAnswersWhatOneReadReturns() throws Exception {
        assertThat(advice(client -> {
            readSome(client);
            TestTcpServer.send(client, "Farewell, client");
        }).orElseThrow()).contains("waits for its client to speak first", "without a newline", "-s echo --framing raw");
    }

    @Test
    void aServerThatAnswersLines() throws Exception {
        assertThat(advice(TestTcpServer.echo("")).orElseThrow()).endsWith("try -s echo --framing lines");
    }

    @Test
    void aServerThatAnswersAMessageWithItsLength() throws Exception {
        assertThat(advice(client -> {
            byte[] header = client.getInputStream().readNBytes(4);
            if (ByteBuffer.wrap(header).getInt() == 5) {
                TestTcpServer.send(client, "\0\0\0\1x");
            } else {
                TestTcpServer.discardInput(client);
            }
        }).orElseThrow()).endsWith("try -s echo --framing length");
    }

    @Test
    void aServerThatSpeaksFirst() throws Exception {
        assertThat(advice(client -> TestTcpServer.send(client, "hello\n")).orElseThrow()).endsWith("-s sleep --framing lines");
        assertThat(advice(client -> TestTcpServer.send(client, "hello")).orElseThrow()).endsWith("-s sleep --framing raw");
        assertThat(advice(client -> TestTcpServer.send(client, "\0\0\0\5hello")).orElseThrow())
                .endsWith("-s sleep --framing length");
    }

    @Test
    void aServerThatNeverSpeaks() throws Exception {
        assertThat(advice(TestTcpServer::discardInput)).isEmpty();
        assertThat(FramingDetector.advice(TestLoad.NOWHERE)).isEmpty();
    }
}
