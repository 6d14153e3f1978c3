package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.contract.Steps.reply;
import static socketlab.core.contract.Steps.sleep;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import socketlab.core.Options;
import socketlab.core.Server;
import socketlab.core.Trait;

/** Who is served while others wait: a model holds as many clients at once as it says, and silence holds nobody else. */
interface CapacityRules extends Rules {
    Duration A_WHILE = Duration.ofMillis(200);

    /** Enough callers to see where the model's limit is, or that there is none. */
    static int crowd(Trial trial) {
        return trial.model().inService() > 16 ? 20 : trial.model().inService() + 3;
    }

    @Test
    default void asManyRequestsAsTheModelSaysAreInServiceAtOnce() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        trial().serve(Scripted.answering(message -> {
            inside.incrementAndGet();
            return Steps.sleepForever();
        }));
        for (Caller caller : trial().call(crowd(trial()))) {
            caller.say("go");
        }
        int most = Math.min(crowd(trial()), trial().model().inService());
        trial().await(most + " at once", () -> inside.get() == most);
        Awaitility.await("no more than " + most).during(A_WHILE).atMost(trial().patience())
                .until(() -> inside.get() == most);
    }

    @Test
    default void whoHadToWaitIsServedInTheEnd() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        trial().serve(Scripted.answering(message -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            return sleep(20, () -> {
                inside.decrementAndGet();
                return Steps.farewell("done");
            });
        }));
        List<Caller> callers = trial().call(crowd(trial()));
        for (Caller caller : callers) {
            caller.say("go");
        }
        for (Caller caller : callers) {
            assertThat(caller.hear()).isEqualTo("done");
        }
        assertThat(most.get()).isLessThanOrEqualTo(trial().model().inService());
    }

    @Test
    default void silenceEndsAtTheIdleTimeout() throws Exception {
        trial().needs(Trait.STREAM, "a datagram client hears no end");
        trial().serve(Scripted.echo(), Options.defaults().withIdleTimeout(A_WHILE));
        long began = System.nanoTime();
        assertThat(trial().dial().hear()).as("the end").isNull();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(A_WHILE.minusMillis(20));
        assertThat(trial().answers("next")).isTrue();
    }

    @Test
    default void whoKeepsTalkingOutlivesTheIdleTimeout() throws Exception {
        Duration timeout = Duration.ofMillis(500);
        Server server = trial().serve(Scripted.echo(), Options.defaults().withIdleTimeout(timeout));
        Caller caller = trial().call();
        for (long end = System.nanoTime() + timeout.multipliedBy(3).dividedBy(2).toNanos(); System.nanoTime() < end;) {
            caller.say("still here");
            assertThat(caller.hear()).isEqualTo("still here");
            assertThat(caller.hearsNothingFor(Duration.ofMillis(10))).isTrue();
        }
        assertThat(server.clients().getFirst().id()).as("the same client all along").isEqualTo(1);
    }

    @Test
    default void whoWaitsForAnAnswerIsNotIdle() throws Exception {
        trial().serve(Scripted.answering(message -> sleep(400, () -> reply(message))),
                Options.defaults().withIdleTimeout(A_WHILE));
        Caller caller = trial().call();
        caller.say("a long one");
        assertThat(caller.hear()).isEqualTo("a long one");
    }
}
