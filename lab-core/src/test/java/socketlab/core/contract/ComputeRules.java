package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.contract.Steps.reply;
import static socketlab.core.contract.Steps.sleep;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketlab.core.Next;
import socketlab.core.Options;

/** CPU work among a session's steps: nothing said before it waits for it, and what follows it is the session's own. */
interface ComputeRules extends Rules {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    default void aReplyLeavesBeforeTheComputationThatFollowsIt(boolean inline) throws Exception {
        CountDownLatch heard = new CountDownLatch(1);
        long tooLong = trial().patience().multipliedBy(2).toMillis();
        trial().serve(Scripted.answering(message -> reply("working", new Next.Compute<>(
                () -> heard.await(tooLong, TimeUnit.MILLISECONDS), inTime -> reply("heard: " + inTime)))),
                Options.defaults().withInlineCompute(inline));
        Caller caller = trial().call();
        caller.say("go");
        assertThat(caller.hear()).isEqualTo("working");
        heard.countDown();
        assertThat(caller.hear()).isEqualTo("heard: true");
    }

    @Test
    default void whatFollowsAComputationRunsWhereTheSessionRuns() throws Exception {
        trial().serve(Scripted.answering(message -> {
            Thread session = Thread.currentThread();
            return new Next.Compute<>(() -> "first", first -> reply(first + where(session), sleep(5, () ->
                    new Next.Compute<>(() -> "second", second -> reply(second + where(session))))));
        }));
        Caller caller = trial().call();
        for (int i = 0; i < 10; i++) {
            caller.say("where");
            assertThat(caller.hear()).isEqualTo("first: same thread");
            assertThat(caller.hear()).isEqualTo("second: same thread");
        }
    }

    private static String where(Thread session) {
        return Thread.currentThread() == session ? ": same thread" : ": on " + Thread.currentThread();
    }

    @Test
    default void inlineComputationsRunWhereTheSessionRuns() throws Exception {
        trial().serve(Scripted.answering(message -> {
            Thread session = Thread.currentThread();
            return new Next.Compute<>(() -> Thread.currentThread() == session, same -> reply("" + same));
        }), Options.defaults().withInlineCompute(true));
        Caller caller = trial().call();
        caller.say("where");
        assertThat(caller.hear()).isEqualTo("true");
    }
}
