package socketlab.single;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import socketlab.core.Options;

/** Accepting can fail: then an accept loop takes a breath instead of burning a core, unless it is meant to end. */
class ListenerTest {
    private static final IOException TOO_MANY = new IOException("Too many open files");
    private static final Duration NEARLY_A_BREATH = Duration.ofMillis(95);

    private static Duration backingOff(ServerSocket listener) {
        long began = System.nanoTime();
        Listener.backOff(listener, TOO_MANY);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Test
    void aFailureIsFollowedByABreath() throws IOException {
        try (ServerSocket listener = Listener.bind(Options.defaults())) {
            assertThat(backingOff(listener)).isGreaterThan(NEARLY_A_BREATH);
            assertThat(listener.isClosed()).isFalse();
        }
    }

    @Test
    void aClosedListenerIsNoFailure() throws IOException {
        ServerSocket listener = Listener.bind(Options.defaults());
        listener.close();
        assertThat(backingOff(listener)).isLessThan(NEARLY_A_BREATH);
    }

    @Test
    void anInterruptMeansStop() throws IOException {
        try (ServerSocket listener = Listener.bind(Options.defaults())) {
            Thread.currentThread().interrupt();
            Listener.backOff(listener, TOO_MANY);
            assertThat(listener.isClosed()).isTrue();
        }
    }

    @Test
    void aPortThatIsTakenIsSaidToBe() throws IOException {
        try (ServerSocket listener = Listener.bind(Options.defaults())) {
            Options same = Options.defaults().withBind((java.net.InetSocketAddress) listener.getLocalSocketAddress());
            assertThatThrownBy(() -> Listener.bind(same)).isInstanceOf(BindException.class);
        }
    }
}
