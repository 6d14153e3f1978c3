package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.contract.Steps.reply;
import static socketlab.core.contract.Steps.sleep;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import socketlab.core.Next;
import socketlab.core.Options;
import socketlab.core.Trait;

/** A step that takes longer than its client stays: what comes of it reaches nobody, least of all the next client. */
interface LateRules extends Rules {

    @Test
    default void aSleepThatEndsAfterItsClientHasGoneDisturbsNobody() throws Exception {
        leaveDuring(new CountDownLatch(1),
                sleep(100, () -> reply("too late", sleep(10, () -> reply("much too late")))));
    }

    @Test
    default void aComputationThatEndsAfterItsClientHasGoneDisturbsNobody() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        leaveDuring(gone, new Next.Compute<>(() -> gone.await(trial().patience().toMillis(), TimeUnit.MILLISECONDS),
                left -> reply("too late", sleep(10, () -> reply("much too late")))));
    }

    @Test
    default void whoSleepsBeyondTheGraceIsInterruptedAndTold() throws Exception {
        trial().needs(Trait.STREAM, HangUpRules.HEARS_NO_END);
        trial().serve(Scripted.answering(message -> message.equals("hello") ? reply(message) : Steps.sleepForever()),
                Options.defaults().withGrace(Duration.ofMillis(50)));
        Caller sleeper = trial().call();
        sleeper.say("sleep");
        trial().awaitClient("the step", client -> client.messages() == 1);
        trial().peer(1).hangUp();
        assertThat(sleeper.hear()).isNotBlank().doesNotContain("stopping");
        assertThat(sleeper.hear()).as("the end").isNull();
        assertThat(trial().answers("hello")).isTrue();
    }

    @Test
    default void anInterruptMeantForOneClientNeverHitsTheNext() throws Exception {
        trial().needs(Trait.STREAM, HangUpRules.HEARS_NO_END);
        AtomicInteger begun = new AtomicInteger();
        trial().serve(Scripted.answering(message -> {
            if (message.equals("hello")) {
                return sleep(20, () -> reply(message));
            }
            begun.incrementAndGet();
            FairnessRules.spinUntil(Thread.currentThread()::isInterrupted, Duration.ofMillis(500));
            return reply(message);
        }), Options.defaults().withGrace(Duration.ofMillis(50)));
        try (Caller deaf = trial().call()) {
            deaf.say("deaf");
            trial().await("the step", () -> begun.get() == 1);
            trial().peer(1).hangUp();
            assertThat(deaf.hear()).isEqualTo("deaf");
            assertThat(deaf.hear()).as("the end").isNull();
        }
        assertThat(trial().answers("hello")).isTrue();
    }

    @Test
    default void aSleepThatEndsAfterItsClientWasSentAwayIsForgotten() throws Exception {
        sendAwayDuring(sleep(500, () -> reply("done")), new CountDownLatch(1));
    }

    @Test
    default void aComputationThatEndsAfterItsClientWasSentAwayIsForgotten() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        sendAwayDuring(new Next.Compute<>(() -> gone.await(trial().patience().toMillis(), TimeUnit.MILLISECONDS),
                left -> reply("done")), gone);
    }

    /** The next client asks for the same: when that is done, the first one's is over too. */
    private void sendAwayDuring(Next step, CountDownLatch gone) throws Exception {
        trial().serve(Scripted.answering(message -> step), Options.defaults().withGrace(Duration.ZERO));
        Caller first = trial().call();
        first.say("go");
        trial().awaitClient("the step", client -> client.messages() == 1);
        trial().peer(1).hangUp();
        assertThat(first.hear()).isNotBlank().isNotEqualTo("done");
        gone.countDown();
        Caller next = trial().call();
        next.say("go");
        assertThat(next.hear()).isEqualTo("done");
    }

    /** What the model then does wrong, the watched session knows: a callback after onClose, or a second onClose. */
    private void leaveDuring(CountDownLatch gone, Next step) throws Exception {
        trial().needs(Trait.STREAM, "nobody notices a datagram client that leaves");
        AtomicInteger closed = new AtomicInteger();
        AtomicInteger begun = new AtomicInteger();
        trial().serve(Scripted.by(peer -> Part.answering(message -> {
            begun.incrementAndGet();
            return message.equals("hello") ? reply("hello") : step;
        }).closing(closed::incrementAndGet)));
        StreamCaller caller = trial().dial();
        caller.say("go");
        trial().await("the step", () -> begun.get() == 1);
        caller.reset();
        gone.countDown();
        trial().await("onClose", () -> closed.get() == 1);
        assertThat(trial().answers("hello")).isTrue();
    }
}
