package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.contract.Steps.reply;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import socketlab.core.Trait;

/** A server that has nothing to do does nothing: it asks to be woken only for what it is going to act upon. */
interface RestRules extends Rules {

    /** A busy server has moments of rest in the end; one that spins has none. */
    private void comesToRest() {
        Burning burning = new Burning();
        Awaitility.await("rest").atMost(trial().patience()).pollDelay(Duration.ZERO).pollInterval(CapacityRules.A_WHILE)
                .until(() -> burning.most().compareTo(CapacityRules.A_WHILE.dividedBy(20)) < 0);
    }

    @Test
    default void aClientThatTalksOnWhileItsStepIsNotDoneCostsNothing() throws Exception {
        trial().serve(Scripted.answering(message -> Steps.sleepForever()));
        Caller caller = trial().call();
        caller.say("go");
        trial().awaitClient("the step", client -> client.messages() == 1);
        caller.say("are you there");
        comesToRest();
    }

    @Test
    default void aSlowReaderCostsNothingWhileItIsBehindNorWhenItHasCaughtUp() throws Exception {
        trial().needs(Trait.STREAM, SlowReaderRules.TAKES_ALL);
        String large = "x".repeat(SlowReaderRules.LARGE);
        trial().serve(Scripted.answering(message -> reply(large)), SlowReaderRules.SMALL_QUEUE);
        StreamCaller slow = trial().dialNarrow();
        slow.say("all of it");
        trial().awaitClient("a reply to wait", client -> client.queuedBytes() > 0);
        comesToRest();
        assertThat(slow.hear()).isEqualTo(large);
        comesToRest();
    }
}
