package socketlab.threaded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketlab.core.Framing;
import socketlab.core.Next;
import socketlab.core.Options;
import socketlab.core.Peer;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.Session;
import socketlab.core.framing.Framings;

/** A second thread for each client only where the service pushes: an echo stays at one. */
class WriterThreadsTest {

    private record Echo(boolean pushes) implements Service {
        @Override
        public Framing framing() {
            return Framings.named("lines", 100);
        }

        @Override
        public Session open(Peer peer) {
            return message -> new Next.Reply(message, Next.READY);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aClientHasAWriterExactlyWhenTheServicePushes(boolean pushes) throws IOException {
        Server server = new ThreadedModel().model().start(new Echo(pushes), Options.defaults());
        try (Socket client = new Socket(server.address().getAddress(), server.address().getPort())) {
            client.setSoTimeout(5_000);
            client.getOutputStream().write("hello\n".getBytes(StandardCharsets.UTF_8));
            assertThat(new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))
                    .readLine()).isEqualTo("hello");
            assertThat(threads("client-")).hasSize(1);
            assertThat(threads("writer-")).hasSize(pushes ? 1 : 0);
        } finally {
            server.close(Duration.ZERO);
        }
    }

    private static List<String> threads(String prefix) {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
                .filter(name -> name.startsWith(prefix)).toList();
    }
}
