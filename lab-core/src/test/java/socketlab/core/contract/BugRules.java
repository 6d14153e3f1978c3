package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A session is somebody else's code: whatever it throws, and wherever, ends that one client. */
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
        trial().serve(Scripted.by(peer -> bug.in(peer, armed.getAndSet(false), error)));
        Neighbour neighbour = new Neighbour(trial());
        armed.set(true);
        Caller caller = trial().call();
        caller.say("fail");
        trial().await("the client to be met", () -> !armed.get());
        if (bug == Bug.ON_SENT || bug == Bug.ON_CLOSE) {
            assertThat(caller.hear()).isEqualTo("as you wish");
        }
        trial().ends(caller);
        caller.close();
        neighbour.isServed();
    }
}
