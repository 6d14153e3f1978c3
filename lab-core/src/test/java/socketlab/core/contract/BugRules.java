package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A session is not our code: whatever it throws, and wherever, ends that one client. */
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
