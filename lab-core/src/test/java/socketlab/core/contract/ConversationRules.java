package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.contract.Steps.farewell;
import static socketlab.core.contract.Steps.reply;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import socketlab.core.Next;
import socketlab.core.PeerInfo;
import socketlab.core.Server;
import socketlab.core.Trait;

/** How a conversation begins and ends, and what the server knows of it meanwhile. */
interface ConversationRules extends Rules {

    @Test
    default void theGreetingArrivesBeforeTheClientSpeaks() throws Exception {
        trial().needs(Trait.STREAM, "a datagram client is unknown until it speaks");
        trial().serve(Scripted.by(peer -> Part.opening(() -> reply("hello"))));
        assertThat(trial().call().hear()).isEqualTo("hello");
    }

    @Test
    default void aSessionThatEndsWhereItOpensIsNeverGivenAMessage() throws Exception {
        AtomicInteger given = new AtomicInteger();
        AtomicInteger closed = new AtomicInteger();
        trial().serve(Scripted.by(peer -> Part.opening(() -> farewell("not now")).andAnswering(message -> {
            given.incrementAndGet();
            return Next.READY;
        }).closing(closed::incrementAndGet)));
        Caller caller = trial().call();
        caller.say("may I");
        assertThat(caller.hear()).isEqualTo("not now");
        trial().await("the end", () -> closed.get() == 1);
        assertThat(given).hasValue(0);
    }

    @Test
    default void clientsAreNumberedFromOneInTheOrderInWhichTheyCome() throws Exception {
        trial().serve(Scripted.by(peer -> Part.answering(message -> farewell("you are " + peer.id()))));
        for (int number = 1; number <= 3; number++) {
            Caller caller = trial().call();
            caller.say("who am I");
            assertThat(caller.hear()).isEqualTo("you are " + number);
        }
    }

    @Test
    default void aClientIsListedWithItsNumberNameAddressAndMessages() throws Exception {
        Server server = trial().serve(Scripted.by(peer -> Part.answering(message -> {
            peer.label(message);
            return reply("hello " + message);
        })));
        Caller caller = trial().call();
        caller.say("alice");
        assertThat(caller.hear()).isEqualTo("hello alice");
        caller.say("bob");
        assertThat(caller.hear()).isEqualTo("hello bob");
        PeerInfo listed = server.clients().getFirst();
        assertThat(server.clients()).hasSize(1);
        assertThat(listed.id()).isEqualTo(1);
        assertThat(listed.label()).isEqualTo("bob");
        assertThat(listed.address()).isEqualTo(caller.address());
        assertThat(listed.messages()).isEqualTo(2);
        assertThat(listed.since()).isNotNull();
    }

    @Test
    default void whoHasLeftIsListedNoMore() throws Exception {
        trial().needs(Trait.SEES_CLOSE, "nothing tells it that a client has gone");
        Server server = trial().serve(Scripted.echo());
        Caller caller = trial().call();
        caller.say("here");
        assertThat(caller.hear()).isEqualTo("here");
        caller.close();
        trial().await("an empty list", () -> server.clients().isEmpty());
    }
}
