package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.contract.NextSteps.finalReply;
import static socketlab.core.contract.NextSteps.reply;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import socketlab.core.Next;
import socketlab.core.PeerInfo;
import socketlab.core.Server;
import socketlab.core.Trait;

/** How a session begins and ends, and what the server's list says meanwhile. */
interface SessionRules extends Rules {

    @Test
    default void theGreetingArrivesBeforeTheClientSendsAnything() throws Exception {
        fixture().needs(Trait.STREAM, "a datagram client is unknown until it sends");
        fixture().serve(ScriptedService.by(peer -> ScriptedSession.opening(() -> reply("hello"))));
        assertThat(fixture().newClient().receive()).isEqualTo("hello");
    }

    @Test
    default void aSessionThatHangsUpInOnOpenIsNeverGivenAMessage() throws Exception {
        AtomicInteger given = new AtomicInteger();
        AtomicInteger closed = new AtomicInteger();
        fixture().serve(ScriptedService.by(peer -> ScriptedSession.opening(() -> finalReply("not now")).andAnswering(message -> {
            given.incrementAndGet();
            return Next.READY;
        }).closing(closed::incrementAndGet)));
        TestClient client = fixture().newClient();
        client.send("may I");
        assertThat(client.receive()).isEqualTo("not now");
        fixture().await("the end", () -> closed.get() == 1);
        assertThat(given).hasValue(0);
    }

    @Test
    default void clientsAreNumberedFromOneInTheOrderOfTheirArrival() throws Exception {
        fixture().serve(ScriptedService.by(peer -> ScriptedSession.answering(message -> finalReply("you are " + peer.id()))));
        for (int number = 1; number <= 3; number++) {
            TestClient client = fixture().newClient();
            client.send("who am I");
            assertThat(client.receive()).isEqualTo("you are " + number);
        }
    }

    @Test
    default void aClientIsListedWithItsNumberNameAddressAndMessages() throws Exception {
        Server server = fixture().serve(ScriptedService.by(peer -> ScriptedSession.answering(message -> {
            peer.label(message);
            return reply("hello " + message);
        })));
        TestClient client = fixture().newClient();
        client.send("alice");
        assertThat(client.receive()).isEqualTo("hello alice");
        client.send("bob");
        assertThat(client.receive()).isEqualTo("hello bob");
        PeerInfo listed = server.clients().getFirst();
        assertThat(server.clients()).hasSize(1);
        assertThat(listed.id()).isEqualTo(1);
        assertThat(listed.label()).isEqualTo("bob");
        assertThat(listed.address()).isEqualTo(client.address());
        assertThat(listed.messages()).isEqualTo(2);
        assertThat(listed.since()).isNotNull();
    }

    @Test
    default void aClientThatHasLeftIsNoLongerListed() throws Exception {
        fixture().needs(Trait.SEES_CLOSE, "nothing tells it that a client has left");
        Server server = fixture().serve(ScriptedService.echo());
        TestClient client = fixture().newClient();
        client.send("here");
        assertThat(client.receive()).isEqualTo("here");
        client.close();
        fixture().await("an empty list", () -> server.clients().isEmpty());
    }
}
