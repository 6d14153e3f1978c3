package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.utf8;
import static socketlab.core.contract.Steps.reply;
import static socketlab.core.contract.Steps.sleep;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import socketlab.core.Next;
import socketlab.core.Server;
import socketlab.core.Trait;

/** A server that stops says goodbye, finishes what it is at, waits for nobody longer than the grace, and is gone. */
interface StopRules extends Rules {
    Duration GRACE = Duration.ofSeconds(1);

    /** Closing belongs to the clock too: it must come back. */
    private int close(Server server, Duration grace) throws Exception {
        CompletableFuture<Integer> joined = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> joined.complete(server.close(grace)));
        return joined.get(trial().patience().plus(grace).toMillis(), TimeUnit.MILLISECONDS);
    }

    @Test
    default void goodbyesPushedWhileStoppingArriveBeforeTheEnd() throws Exception {
        AtomicInteger closed = new AtomicInteger();
        Scripted service = Scripted.by(peer -> Part.answering(Steps::reply).closing(closed::incrementAndGet)).pushing();
        service.stopping(() -> {
            assertThat(closed).as("clients sent off before the goodbye").hasValue(0);
            service.peers().forEach(peer -> peer.push(utf8("goodbye")));
        });
        Server server = trial().serve(service);
        List<Caller> callers = trial().call(Math.min(3, trial().model().inService()));
        for (Caller caller : callers) {
            caller.say("hello");
            assertThat(caller.hear()).isEqualTo("hello");
        }
        close(server, GRACE);
        assertThat(closed).hasValue(callers.size());
        for (Caller caller : callers) {
            assertThat(caller.hear()).isEqualTo("goodbye");
            hearsTheEnd(caller);
        }
    }

    private void hearsTheEnd(Caller caller) throws Exception {
        if (trial().model().traits().contains(Trait.STREAM)) {
            assertThat(caller.hear()).as("the end").isNull();
        }
    }

    @Test
    default void whatIsBeingDoneIsAnsweredWithinTheGrace() throws Exception {
        AtomicInteger begun = new AtomicInteger();
        Server server = trial().serve(Scripted.answering(message -> {
            begun.incrementAndGet();
            return sleep(300, () -> reply(message));
        }));
        Caller caller = trial().call();
        caller.say("in flight");
        trial().await("the step", () -> begun.get() == 1);
        close(server, GRACE.plus(GRACE));
        assertThat(caller.hear()).isEqualTo("in flight");
        hearsTheEnd(caller);
    }

    @Test
    default void aComputationInFlightIsAnsweredWithinTheGraceToo() throws Exception {
        CompletableFuture<String> task = new CompletableFuture<>();
        AtomicInteger begun = new AtomicInteger();
        Scripted service = Scripted.answering(message -> new Next.Compute<>(() -> {
            begun.incrementAndGet();
            return task.get(trial().patience().toMillis(), TimeUnit.MILLISECONDS);
        }, Steps::reply)).stopping(() -> task.complete("computed"));
        Server server = trial().serve(service);
        Caller caller = trial().call();
        caller.say("in flight");
        trial().await("the task", () -> begun.get() == 1);
        close(server, GRACE.plus(GRACE));
        assertThat(caller.hear()).isEqualTo("computed");
        hearsTheEnd(caller);
    }

    @Test
    default void whatSleepsBeyondTheGraceIsInterruptedAndTold() throws Exception {
        AtomicInteger begun = new AtomicInteger();
        Server server = trial().serve(Scripted.answering(message -> {
            begun.incrementAndGet();
            return Steps.sleepForever();
        }));
        Caller caller = trial().call();
        caller.say("go");
        trial().await("the step", () -> begun.get() == 1);
        close(server, Duration.ofMillis(100));
        assertThat(caller.hear()).contains("stopping");
        hearsTheEnd(caller);
    }

    @Test
    default void idleClientsSeeTheEndOfTheStreamAndNoReset() throws Exception {
        trial().needs(Trait.STREAM, "a datagram client hears no end");
        Server server = trial().serve(Scripted.echo());
        List<Caller> idle = trial().call(Math.min(5, trial().model().inService()));
        trial().peer(idle.size());
        long began = System.nanoTime();
        close(server, Duration.ofMinutes(1));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).as("nobody to wait for").isLessThan(trial().patience());
        for (Caller caller : idle) {
            assertThat(caller.hear()).as("the end").isNull();
        }
    }

    @Test
    default void closeSaysHowManyThreadsItJoinedAndASecondCloseNone() throws Exception {
        Scripted service = Scripted.echo();
        Server server = trial().serve(service);
        trial().call().say("hello");
        trial().peer(1);
        assertThat(close(server, GRACE)).isPositive();
        assertThat(close(server, GRACE)).isZero();
        assertThat(service.closed()).as("the service is closed by whoever made it").isFalse();
    }

    @Test
    default void aBugWhileSayingGoodbyeStopsTheServerAllTheSame() throws Exception {
        Server server = trial().serve(Scripted.echo().stopping(() -> {
            throw new IllegalStateException("a bug in the service, on purpose");
        }));
        Caller caller = trial().call();
        caller.say("hello");
        assertThat(caller.hear()).isEqualTo("hello");
        assertThat(close(server, GRACE)).isPositive();
        assertThat(server.clients()).isEmpty();
        hearsTheEnd(caller);
    }
}
