package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.utf8;
import static socketlab.core.contract.NextSteps.reply;
import static socketlab.core.contract.NextSteps.sleep;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import socketlab.core.Next;
import socketlab.core.Options;
import socketlab.core.Server;
import socketlab.core.Trait;

/** A model serves as many clients at once as it says, the rest wait, and a silent client is disconnected in the end. */
interface CapacityRules extends Rules {
    Duration A_WHILE = Duration.ofMillis(200);

    /** Enough clients to see where the model's limit is, or that there is none. */
    static int moreThanInService(ContractFixture fixture) {
        return fixture.model().inService() > 16 ? 20 : fixture.model().inService() + 3;
    }

    @Test
    default void asManyRequestsAsTheModelSaysAreInServiceAtOnce() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        fixture().serve(ScriptedService.answering(message -> {
            inside.incrementAndGet();
            return NextSteps.sleepForever();
        }));
        for (TestClient client : fixture().newClients(moreThanInService(fixture()))) {
            client.send("go");
        }
        int most = Math.min(moreThanInService(fixture()), fixture().model().inService());
        fixture().await(most + " at once", () -> inside.get() == most);
        Awaitility.await("no more than " + most).during(A_WHILE).atMost(fixture().patience())
                .until(() -> inside.get() == most);
    }

    /** Who is accepted holds a descriptor and perhaps a thread; who is not waits in the accept queue. */
    @Test
    default void noMoreThan64ClientsAreAcceptedBeforeTheirSessionsBegin() throws Exception {
        fixture().needs(Trait.STREAM, "a datagram client is not accepted");
        CountDownLatch held = new CountDownLatch(1);
        Server server = fixture().serve(ScriptedService.by(peer -> ScriptedSession.opening(() -> afterIt(held))));
        fixture().newClients(70);
        Awaitility.await("no more than 64").during(A_WHILE).atMost(fixture().patience())
                .until(() -> server.clients().size() <= 64);
        held.countDown();
        int all = Math.min(70, fixture().model().inService());
        fixture().await("all of them", () -> server.clients().size() == all);
    }

    private Next afterIt(CountDownLatch held) {
        try {
            assertThat(held.await(fixture().patience().toMillis(), TimeUnit.MILLISECONDS)).isTrue();
            return Next.READY;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    default void aClientThatHadToWaitIsServedInTheEnd() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        fixture().serve(ScriptedService.answering(message -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            return sleep(20, () -> {
                inside.decrementAndGet();
                return NextSteps.finalReply("done");
            });
        }));
        List<TestClient> clients = fixture().newClients(moreThanInService(fixture()));
        for (TestClient client : clients) {
            client.send("go");
        }
        for (TestClient client : clients) {
            assertThat(client.receive()).isEqualTo("done");
        }
        assertThat(most.get()).isLessThanOrEqualTo(fixture().model().inService());
    }

    @Test
    default void aSilentClientIsDisconnectedAtTheIdleTimeout() throws Exception {
        fixture().needs(Trait.STREAM, HangUpRules.NO_END);
        fixture().serve(ScriptedService.echo(), Options.defaults().withIdleTimeout(A_WHILE));
        long began = System.nanoTime();
        assertThat(fixture().newStreamClient().receive()).as("the end").isNull();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(A_WHILE.minusMillis(20));
        assertThat(fixture().answers("next")).isTrue();
    }

    @Test
    default void aSilentClientCanBeToldBeforeItIsDisconnected() throws Exception {
        fixture().serve(ScriptedService.by(peer -> ScriptedSession.answering(NextSteps::reply)
                .idling(() -> peer.push(utf8("you were silent")))).pushing(), Options.defaults().withIdleTimeout(A_WHILE));
        TestClient client = fixture().newClient();
        client.send("hello");
        assertThat(client.receive()).isEqualTo("hello");
        assertThat(client.receive()).isEqualTo("you were silent");
        fixture().awaitEnd(client);
    }

    @Test
    default void aClientThatTakesNothingIsDisconnectedAtTheIdleTimeout() throws Exception {
        fixture().needs(Trait.STREAM, SlowReaderRules.NEVER_WAITS);
        String large = "x".repeat(SlowReaderRules.LARGE);
        Server server = fixture().serve(ScriptedService.answering(message -> reply(large)),
                Options.defaults().withIdleTimeout(A_WHILE).withGrace(Duration.ofMinutes(1)));
        fixture().newSlowClient().send("all of it");
        fixture().awaitClient("the step", listed -> listed.messages() == 1);
        fixture().await("an empty list", () -> server.clients().isEmpty());
    }

    /** In small steps, so that it is the reading that counts, and never for as long as the timeout. */
    @Test
    default void aClientThatReadsSlowlyOutlivesTheIdleTimeout() throws Exception {
        fixture().needs(Trait.STREAM, SlowReaderRules.NEVER_WAITS);
        Duration timeout = Duration.ofMillis(800);   // longer than a busy machine keeps the reader waiting
        String large = "x".repeat(2 * SlowReaderRules.LARGE);
        fixture().serve(ScriptedService.answering(message -> reply(large)), Options.defaults().withIdleTimeout(timeout));
        StreamClient slow = fixture().newSlowClient();
        slow.send("all of it");
        fixture().awaitClient("a reply to wait", listed -> listed.queuedBytes() > 0);
        assertThat(slow.receiveSlowly(timeout.multipliedBy(5).dividedBy(4), large.length())).isEqualTo(large.length());
        assertThat(slow.receive()).isEmpty();
    }

    @Test
    default void aClientThatKeepsSendingOutlivesTheIdleTimeout() throws Exception {
        Duration timeout = Duration.ofMillis(500);
        Server server = fixture().serve(ScriptedService.echo(), Options.defaults().withIdleTimeout(timeout));
        TestClient client = fixture().newClient();
        for (long end = System.nanoTime() + timeout.multipliedBy(3).dividedBy(2).toNanos(); System.nanoTime() < end;) {
            client.send("still here");
            assertThat(client.receive()).isEqualTo("still here");
            assertThat(client.receivesNothingFor(Duration.ofMillis(10))).isTrue();
        }
        assertThat(server.clients().getFirst().id()).as("the same client all along").isEqualTo(1);
    }

    @Test
    default void aClientThatWaitsForAnAnswerIsNotIdle() throws Exception {
        fixture().serve(ScriptedService.answering(message -> sleep(400, () -> reply(message))),
                Options.defaults().withIdleTimeout(A_WHILE));
        TestClient client = fixture().newClient();
        client.send("a long one");
        assertThat(client.receive()).isEqualTo("a long one");
    }
}
