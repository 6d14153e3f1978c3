package socketlab.single;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import socketlab.core.Options;
import socketlab.core.contract.ScriptedEcho;
import socketlab.core.server.ClientRegistry;

/** A listening socket accepts when it is time, backs off when accepting fails, and is closed for good. */
@Timeout(60)
class BlockingAcceptorTest {
    @SuppressWarnings("StaticAssignmentOfThrowable")   // its trace is never read
    private static final IOException TOO_MANY = new IOException("Too many open files");
    private static final Duration NEARLY_THE_BACKOFF = Duration.ofMillis(95);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final List<BlockingAcceptor> opened = new ArrayList<>();

    private BlockingAcceptor bind(Options options) throws IOException {
        BlockingAcceptor acceptor = new BlockingAcceptor(new ClientRegistry(new ScriptedEcho(), options));
        opened.add(acceptor);
        return acceptor;
    }

    private BlockingAcceptor bind() throws IOException {
        return bind(Options.defaults());
    }

    @AfterEach
    void close() {
        opened.forEach(BlockingAcceptor::close);
    }

    private static Duration backingOff(BlockingAcceptor acceptor) {
        long began = System.nanoTime();
        acceptor.backOff(TOO_MANY);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Test
    void aFailureIsFollowedByAPause() throws IOException {
        BlockingAcceptor acceptor = bind();
        assertThat(backingOff(acceptor)).isGreaterThan(NEARLY_THE_BACKOFF);
        assertThat(acceptor.isClosed()).isFalse();
    }

    @Test
    void aClosedSocketIsNoFailure() throws IOException {
        BlockingAcceptor acceptor = bind();
        acceptor.close();
        assertThat(backingOff(acceptor)).isLessThan(NEARLY_THE_BACKOFF);
    }

    @Test
    void anInterruptMeansStop() throws IOException {
        BlockingAcceptor acceptor = bind();
        Thread.currentThread().interrupt();
        acceptor.backOff(TOO_MANY);
        assertThat(acceptor.isClosed()).isTrue();
    }

    @Test
    void aPoolWhoseThirdThreadCannotBeHadLeavesNoPortTakenAndNoThread() throws Exception {
        List<Thread> pool = new ArrayList<>();
        ThreadFactory twoOnly = loop -> {
            if (pool.size() == 2) {
                throw new OutOfMemoryError("no more, on purpose");
            }
            pool.add(new Thread(loop));
            return pool.getLast();
        };
        Options aPort = Options.defaults().withAddress(bind().address());
        close();
        assertThatThrownBy(() -> SingleServer.start(new ScriptedEcho(), aPort, twoOnly, 4))
                .isInstanceOf(IOException.class)
                .hasMessage("only 2 of 4 threads could be started (no more, on purpose); take fewer, or see ulimit -u");
        for (Thread thread : pool) {
            assertThat(thread.join(Duration.ofSeconds(5))).isTrue();
        }
        bind(aPort);   // only now: the kernel keeps the port while a thread is still in accept
    }

    @Test
    void aPortThatIsTakenCannotBeBound() throws IOException {
        Options same = Options.defaults().withAddress(bind().address());
        assertThatThrownBy(() -> bind(same)).isInstanceOf(BindException.class);
    }

    @Test
    void withADelayClientsAreConnectedAtOnceAndAcceptedLater() throws IOException {
        long began = System.nanoTime();
        BlockingAcceptor acceptor = bind(Options.defaults().withAcceptAfter(PAUSE));
        try (Socket early = new Socket(acceptor.address().getAddress(), acceptor.address().getPort());
                Socket accepted = acceptor.accept()) {
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(PAUSE);
            assertThat(accepted.getPort()).isEqualTo(early.getLocalPort());
        }
    }

    @Test
    void closingEndsTheDelay() throws Exception {
        BlockingAcceptor acceptor = bind(Options.defaults().withAcceptAfter(Duration.ofHours(1)));
        Thread closing = Thread.ofVirtual().start(acceptor::close);
        assertThatThrownBy(acceptor::accept).isInstanceOf(SocketException.class);
        assertThat(closing.join(Duration.ofSeconds(10))).isTrue();
        assertThat(acceptor.isClosed()).isTrue();
    }

    @Test
    void anInterruptEndsTheDelay() throws Exception {
        BlockingAcceptor acceptor = bind(Options.defaults().withAcceptAfter(Duration.ofHours(1)));
        Thread.currentThread().interrupt();
        assertThatThrownBy(acceptor::accept).isInstanceOf(SocketException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
