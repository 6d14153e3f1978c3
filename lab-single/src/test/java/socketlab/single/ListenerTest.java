package socketlab.single;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;
import socketlab.core.Options;
import socketlab.core.Service;
import socketlab.core.contract.ScriptedEcho;

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
    void aPoolWhoseThirdThreadIsNotToBeHadLeavesNoPortTakenAndNoThread() throws Exception {
        List<Thread> pool = new ArrayList<>();
        ThreadFactory twoOnly = loop -> {
            if (pool.size() == 2) {
                throw new OutOfMemoryError("no more, on purpose");
            }
            pool.add(new Thread(loop));
            return pool.getLast();
        };
        Service echo = new ScriptedEcho();
        Options aPort = Options.defaults().withBind(free());
        assertThatThrownBy(() -> new SingleServer(echo, aPort, twoOnly, 4)).isInstanceOf(IOException.class)
                .hasMessage("only 2 of 4 threads could be started (no more, on purpose); take fewer, or see ulimit -u");
        for (Thread thread : pool) {
            assertThat(thread.join(Duration.ofSeconds(5))).isTrue();
        }
        Listener.bind(aPort).close();   // only now: the kernel keeps the port while a thread is still in accept
    }

    private static InetSocketAddress free() throws IOException {
        try (ServerSocket listener = Listener.bind(Options.defaults())) {
            return (InetSocketAddress) listener.getLocalSocketAddress();
        }
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
            Options same = Options.defaults().withBind((InetSocketAddress) listener.getLocalSocketAddress());
            assertThatThrownBy(() -> Listener.bind(same)).isInstanceOf(BindException.class);
        }
    }
}
