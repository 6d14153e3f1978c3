package socketlab.single;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketlab.core.Options;

/** Who comes too early is connected all the same, and accepted when it is time. */
@Timeout(60)
class LateListenerTest {
    private static final Duration PAUSE = Duration.ofMillis(300);

    private static ServerSocket listener(Duration pause) throws IOException {
        return Listener.bind(Options.defaults().withAcceptAfter(pause));
    }

    @Test
    void nobodyIsAcceptedBeforeTheTimeAndEverybodyIsConnected() throws IOException {
        long began = System.nanoTime();
        try (ServerSocket listener = listener(PAUSE);
                Socket early = new Socket(listener.getInetAddress(), listener.getLocalPort());
                Socket accepted = listener.accept()) {
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(PAUSE);
            assertThat(accepted.getPort()).isEqualTo(early.getLocalPort());
        }
    }

    @Test
    void whoWaitsForTheTimeIsToldWhenTheListenerCloses() throws Exception {
        ServerSocket listener = listener(Duration.ofHours(1));
        Thread closing = Thread.ofVirtual().start(() -> Listener.close(listener));
        assertThatThrownBy(listener::accept).isInstanceOf(SocketException.class);
        assertThat(closing.join(Duration.ofSeconds(10))).isTrue();
        assertThat(listener.isClosed()).isTrue();
    }

    @Test
    void anInterruptEndsTheWaiting() throws Exception {
        try (ServerSocket listener = listener(Duration.ofHours(1))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(listener::accept).isInstanceOf(SocketException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
