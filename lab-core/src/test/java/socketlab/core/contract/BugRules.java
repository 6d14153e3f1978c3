package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import socketlab.core.Options;
import socketlab.core.Server;
import socketlab.core.Trait;

/** A session is not our code: whatever it throws, and wherever, ends that one client; only a full heap ends the server. */
interface BugRules extends Rules {

    @ParameterizedTest
    @EnumSource
    default void anExceptionEndsThatOneClient(Bug bug) throws Exception {
        endsThatOneClient(bug, null);
    }

    @ParameterizedTest
    @EnumSource
    default void anErrorEndsThatOneClient(Bug bug) throws Exception {
        endsThatOneClient(bug, StackOverflowError::new);
    }

    /** As the JDK says it when it cannot start a thread: the next client may find one. */
    @Test
    default void aThreadThatCannotBeHadEndsThatOneClient() throws Exception {
        endsThatOneClient(Bug.ON_MESSAGE, () -> new OutOfMemoryError("unable to create native thread: on purpose"));
    }

    @Test
    default void aFullHeapStopsTheServerAndWhoStartedItIsTold() throws Exception {
        OutOfMemoryError full = new OutOfMemoryError("Java heap space, on purpose");
        AtomicReference<Throwable> told = new AtomicReference<>();
        Server server = fixture().serve(ScriptedService.by(peer -> Bug.ON_MESSAGE.in(peer, false, () -> full)));
        server.failure().thenAccept(told::set);
        TestClient client = fixture().newClient();
        client.send("fail");
        fixture().awaitEnd(client);
        fixture().await("the reason", () -> told.get() == full);
        fixture().await("a free port", () -> isFree(server.address()));
    }

    private boolean isFree(InetSocketAddress address) throws IOException {
        try {
            fixture().model().start(ScriptedService.echo(), Options.defaults().withAddress(address)).close(Duration.ZERO);
            return true;
        } catch (BindException taken) {
            return false;
        }
    }

    /** A framing is not our code either, and it is asked for a decoder while the client is being accepted. */
    @Test
    default void aBugInTheFramingEndsThatOneClientAndTheServerGoesOnAccepting() throws Exception {
        fixture().needs(Trait.STREAM, "a datagram needs no framing");
        AtomicBoolean armed = new AtomicBoolean();
        fixture().serve(ScriptedService.echo().decoding(() -> {
            if (armed.getAndSet(false)) {
                throw new IllegalStateException("a bug in the framing, on purpose");
            }
        }));
        OtherClient neighbour = new OtherClient(fixture());
        armed.set(true);
        assertThat(fixture().newClient().receive()).as("the end").isNull();
        neighbour.isServed();
    }

    private void endsThatOneClient(Bug bug, Supplier<? extends Error> error) throws Exception {
        AtomicBoolean armed = new AtomicBoolean();
        fixture().serve(ScriptedService.by(peer -> bug.in(peer, armed.getAndSet(false), error)));
        OtherClient neighbour = new OtherClient(fixture());
        armed.set(true);
        TestClient client = fixture().newClient();
        client.send("fail");
        fixture().await("the client to be met", () -> !armed.get());
        if (bug == Bug.ON_SENT || bug == Bug.ON_CLOSE) {
            assertThat(client.receive()).isEqualTo("as you wish");
        }
        fixture().awaitEnd(client);
        client.close();
        neighbour.isServed();
    }
}
