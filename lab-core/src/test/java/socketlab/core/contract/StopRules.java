package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.utf8;
import static socketlab.core.contract.NextSteps.reply;
import static socketlab.core.contract.NextSteps.sleep;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import socketlab.core.Next;
import socketlab.core.Server;
import socketlab.core.Trait;

/** A server that stops says goodbye, finishes the steps in progress, and waits no longer than the grace. */
interface StopRules extends Rules {
    Duration GRACE = Duration.ofSeconds(1);

    /** Closing has a deadline too. */
    private int close(Server server, Duration grace) throws Exception {
        CompletableFuture<Integer> joined = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> joined.complete(server.close(grace)));
        return joined.get(fixture().patience().plus(grace).toMillis(), TimeUnit.MILLISECONDS);
    }

    @Test
    default void goodbyesPushedWhileStoppingArriveBeforeTheEnd() throws Exception {
        AtomicInteger closed = new AtomicInteger();
        ScriptedService service = ScriptedService.by(peer -> ScriptedSession.answering(NextSteps::reply).closing(
                closed::incrementAndGet)).pushing();
        service.stopping(() -> {
            assertThat(closed).as("clients hung up on before the goodbye").hasValue(0);
            service.peers().forEach(peer -> peer.push(utf8("goodbye")));
        });
        Server server = fixture().serve(service);
        List<TestClient> clients = fixture().newClients(Math.min(3, fixture().model().inService()));
        for (TestClient client : clients) {
            fixture().sendTwice(client);
        }
        close(server, GRACE);
        assertThat(closed).hasValue(clients.size());
        for (TestClient client : clients) {
            assertThat(client.receive()).isEqualTo("goodbye");
            receivesTheEnd(client);
        }
    }

    private void receivesTheEnd(TestClient client) throws Exception {
        if (fixture().model().traits().contains(Trait.STREAM)) {
            assertThat(client.receive()).as("the end").isNull();
        }
    }

    @Test
    default void aStepInProgressIsAnsweredWithinTheGrace() throws Exception {
        AtomicInteger begun = new AtomicInteger();
        Server server = fixture().serve(ScriptedService.answering(message -> {
            begun.incrementAndGet();
            return sleep(300, () -> reply(message));
        }));
        TestClient client = fixture().newClient();
        client.send("in flight");
        fixture().await("the step", () -> begun.get() == 1);
        close(server, GRACE.plus(GRACE));
        assertThat(client.receive()).isEqualTo("in flight");
        receivesTheEnd(client);
    }

    @Test
    default void aComputationInProgressIsAnsweredWithinTheGraceToo() throws Exception {
        CompletableFuture<String> task = new CompletableFuture<>();
        AtomicInteger begun = new AtomicInteger();
        ScriptedService service = ScriptedService.answering(message -> new Next.Compute<>(() -> {
            begun.incrementAndGet();
            return task.get(fixture().patience().toMillis(), TimeUnit.MILLISECONDS);
        }, NextSteps::reply)).stopping(() -> task.complete("computed"));
        Server server = fixture().serve(service);
        TestClient client = fixture().newClient();
        client.send("in flight");
        fixture().await("the task", () -> begun.get() == 1);
        close(server, GRACE.plus(GRACE));
        assertThat(client.receive()).isEqualTo("computed");
        receivesTheEnd(client);
    }

    @Test
    default void whileStoppingASleepBeyondTheGraceIsInterruptedAndTheClientTold() throws Exception {
        AtomicInteger begun = new AtomicInteger();
        Server server = fixture().serve(ScriptedService.answering(message -> {
            begun.incrementAndGet();
            return NextSteps.sleepForever();
        }));
        TestClient client = fixture().newClient();
        client.send("go");
        fixture().await("the step", () -> begun.get() == 1);
        close(server, Duration.ofMillis(100));
        assertThat(client.receive()).contains("stopping");
        receivesTheEnd(client);
    }

    @Test
    default void idleClientsSeeTheEndOfTheStreamAndNoReset() throws Exception {
        fixture().needs(Trait.STREAM, HangUpRules.NO_END);
        Server server = fixture().serve(ScriptedService.echo());
        List<TestClient> idle = fixture().newClients(Math.min(5, fixture().model().inService()));
        fixture().peer(idle.size());
        long began = System.nanoTime();
        close(server, Duration.ofMinutes(1));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).as("no client to wait for").isLessThan(fixture().patience());
        for (TestClient client : idle) {
            assertThat(client.receive()).as("the end").isNull();
        }
    }

    @Test
    default void closeReturnsTheNumberOfJoinedThreadsAndASecondCloseZero() throws Exception {
        ScriptedService service = ScriptedService.echo();
        Server server = fixture().serve(service);
        fixture().newClient().send("hello");
        fixture().peer(1);
        assertThat(close(server, GRACE)).isPositive();
        assertThat(close(server, GRACE)).isZero();
        assertThat(service.closed()).as("the service is not closed with the server").isFalse();
    }

    @Test
    default void aBugInTheGoodbyeDoesNotKeepTheServerFromStopping() throws Exception {
        Server server = fixture().serve(ScriptedService.echo().stopping(() -> {
            throw new IllegalStateException("a bug in the service, on purpose");
        }));
        TestClient client = fixture().newClient();
        client.send("hello");
        assertThat(client.receive()).isEqualTo("hello");
        assertThat(close(server, GRACE)).isPositive();
        assertThat(server.clients()).isEmpty();
        receivesTheEnd(client);
    }
}
