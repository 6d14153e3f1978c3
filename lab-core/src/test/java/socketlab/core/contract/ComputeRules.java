package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.contract.NextSteps.reply;
import static socketlab.core.contract.NextSteps.sleep;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import socketlab.core.Next;
import socketlab.core.Options;

/** CPU work among the steps: earlier replies do not wait for it, and what follows runs where the session runs. */
interface ComputeRules extends Rules {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    default void aReplyLeavesBeforeTheComputationThatFollowsIt(boolean inline) throws Exception {
        CountDownLatch received = new CountDownLatch(1);
        long tooLong = fixture().patience().multipliedBy(2).toMillis();
        fixture().serve(ScriptedService.answering(message -> reply("working", new Next.Compute<>(
                () -> received.await(tooLong, TimeUnit.MILLISECONDS), inTime -> reply("received: " + inTime)))),
                Options.defaults().withInlineCompute(inline));
        TestClient client = fixture().newClient();
        client.send("go");
        assertThat(client.receive()).isEqualTo("working");
        received.countDown();
        assertThat(client.receive()).isEqualTo("received: true");
    }

    @Test
    default void whatFollowsAComputationRunsWhereTheSessionRuns() throws Exception {
        fixture().serve(ScriptedService.answering(message -> {
            Thread session = Thread.currentThread();
            return new Next.Compute<>(() -> "first", first -> reply(first + where(session), sleep(5,
                    () -> new Next.Compute<>(() -> "second", second -> reply(second + where(session))))));
        }));
        TestClient client = fixture().newClient();
        for (int i = 0; i < 10; i++) {
            client.send("where");
            assertThat(client.receive()).isEqualTo("first: same thread");
            assertThat(client.receive()).isEqualTo("second: same thread");
        }
    }

    private static String where(Thread session) {
        return Thread.currentThread() == session ? ": same thread" : ": on " + Thread.currentThread();
    }

    @Test
    default void inlineComputationsRunWhereTheSessionRuns() throws Exception {
        fixture().serve(ScriptedService.answering(message -> {
            Thread session = Thread.currentThread();
            return new Next.Compute<>(() -> Thread.currentThread() == session, same -> reply("" + same));
        }), Options.defaults().withInlineCompute(true));
        TestClient client = fixture().newClient();
        client.send("where");
        assertThat(client.receive()).isEqualTo("true");
    }
}
