package socketlab.select;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.utf8;

import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketlab.core.Options;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.contract.ScriptedEcho;

/** A loop that does not accept at first: clients are connected by the kernel, and served later. */
@Timeout(60)
class DelayedAcceptTest {

    @Test
    void aClientThatComesTooEarlyIsServedWhenTheServerAccepts() throws Exception {
        Duration pause = Duration.ofMillis(300);
        Service echo = new ScriptedEcho();
        long began = System.nanoTime();
        Server server = new SelectModel().model().start(echo, Options.defaults().withAcceptAfter(pause));
        try (Socket client = new Socket(server.address().getAddress(), server.address().getPort())) {
            client.getOutputStream().write(utf8("hello\n"));
            assertThat(client.getInputStream().readNBytes(6)).isEqualTo(utf8("hello\n"));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(pause);
        } finally {
            server.close(Duration.ofSeconds(5));
        }
    }
}
