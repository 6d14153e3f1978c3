package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import socketlab.core.Trait;

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
        trial().needs(Trait.STREAM, "a datagram client hears no end");
        AtomicBoolean armed = new AtomicBoolean();
        trial().serve(Scripted.by(peer -> bug.in(peer, armed.getAndSet(false), error)));
        Neighbour neighbour = new Neighbour(trial());
        armed.set(true);
        StreamCaller caller = trial().dial();
        caller.say("fail");
        String last = caller.hear();
        if (last != null) {
            assertThat(last).isEqualTo("as you wish");
            assertThat(caller.hear()).as("the end").isNull();
        }
        caller.close();
        neighbour.isServed();
    }
}
