package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.contract.NextSteps.reply;
import static socketlab.core.contract.NextSteps.sleep;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import socketlab.core.Next;
import socketlab.core.Options;
import socketlab.core.Trait;

/** A step that takes longer than its client stays: its result has no effect, least of all on the next client. */
interface LateResultRules extends Rules {

    @Test
    default void aSleepThatEndsAfterItsClientHasLeftHasNoEffect() throws Exception {
        leaveDuring(new CountDownLatch(1),
                sleep(100, () -> reply("too late", sleep(10, () -> reply("much too late")))));
    }

    @Test
    default void aComputationThatEndsAfterItsClientHasLeftHasNoEffect() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        leaveDuring(gone, new Next.Compute<>(() -> gone.await(fixture().patience().toMillis(), TimeUnit.MILLISECONDS),
                left -> reply("too late", sleep(10, () -> reply("much too late")))));
    }

    @Test
    default void aSleepBeyondTheGraceIsInterruptedAndTheClientTold() throws Exception {
        fixture().needs(Trait.STREAM, HangUpRules.NO_END);
        fixture().serve(ScriptedService.answering(message -> message.equals("hello") ? reply(message) : NextSteps.sleepForever()),
                Options.defaults().withGrace(Duration.ofMillis(50)));
        TestClient sleeper = fixture().newClient();
        sleeper.send("sleep");
        fixture().awaitClient("the step", listed -> listed.messages() == 1);
        fixture().peer(1).hangUp();
        assertThat(sleeper.receive()).isNotBlank().doesNotContain("stopping");
        assertThat(sleeper.receive()).as("the end").isNull();
        assertThat(fixture().answers("hello")).isTrue();
    }

    @Test
    default void anInterruptMeantForOneClientNeverHitsTheNext() throws Exception {
        fixture().needs(Trait.STREAM, HangUpRules.NO_END);
        AtomicInteger begun = new AtomicInteger();
        fixture().serve(ScriptedService.answering(message -> {
            if (message.equals("hello")) {
                return sleep(20, () -> reply(message));
            }
            begun.incrementAndGet();
            FairnessRules.spinUntil(Thread.currentThread()::isInterrupted, Duration.ofMillis(500));
            return reply(message);
        }), Options.defaults().withGrace(Duration.ofMillis(50)));
        try (TestClient deaf = fixture().newClient()) {
            deaf.send("deaf");
            fixture().await("the step", () -> begun.get() == 1);
            fixture().peer(1).hangUp();
            assertThat(deaf.receive()).isEqualTo("deaf");
            assertThat(deaf.receive()).as("the end").isNull();
        }
        assertThat(fixture().answers("hello")).isTrue();
    }

    @Test
    default void aSleepThatEndsAfterTheHangUpHasNoEffect() throws Exception {
        hangUpDuring(sleep(500, () -> reply("done")), new CountDownLatch(1));
    }

    @Test
    default void aComputationThatEndsAfterTheHangUpHasNoEffect() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        hangUpDuring(new Next.Compute<>(() -> gone.await(fixture().patience().toMillis(), TimeUnit.MILLISECONDS),
                left -> reply("done")), gone);
    }

    /** The next client asks for the same: when its step is done, the first one's is over too. */
    private void hangUpDuring(Next step, CountDownLatch gone) throws Exception {
        fixture().serve(ScriptedService.answering(message -> step), Options.defaults().withGrace(Duration.ZERO));
        TestClient first = fixture().newClient();
        first.send("go");
        fixture().awaitClient("the step", listed -> listed.messages() == 1);
        fixture().peer(1).hangUp();
        assertThat(first.receive()).isNotBlank().isNotEqualTo("done");
        gone.countDown();
        TestClient next = fixture().newClient();
        next.send("go");
        assertThat(next.receive()).isEqualTo("done");
    }

    /** The checked session notices what the model then does wrong: a callback after onClose, or a second onClose. */
    private void leaveDuring(CountDownLatch gone, Next step) throws Exception {
        fixture().needs(Trait.STREAM, "the server does not see a datagram client leave");
        AtomicInteger closed = new AtomicInteger();
        AtomicInteger begun = new AtomicInteger();
        fixture().serve(ScriptedService.by(peer -> ScriptedSession.answering(message -> {
            begun.incrementAndGet();
            return message.equals("hello") ? reply("hello") : step;
        }).closing(closed::incrementAndGet)));
        StreamClient client = fixture().newStreamClient();
        client.send("go");
        fixture().await("the step", () -> begun.get() == 1);
        client.reset();
        gone.countDown();
        fixture().await("onClose", () -> closed.get() == 1);
        assertThat(fixture().answers("hello")).isTrue();
    }
}
