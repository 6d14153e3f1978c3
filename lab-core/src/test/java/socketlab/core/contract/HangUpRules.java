package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.utf8;
import static socketlab.core.contract.NextSteps.reply;
import static socketlab.core.contract.NextSteps.sleep;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import socketlab.core.Peer;
import socketlab.core.Server;
import socketlab.core.Trait;

/** Any thread may hang up on a client; the step in progress is finished, and the session is closed once. */
interface HangUpRules extends Rules {
    String NO_END = "a datagram client sees no end";

    @Test
    default void hangUpByNumberEndsThatClient() throws Exception {
        Server server = fixture().serve(ScriptedService.echo());
        TestClient client = fixture().newClient();
        client.send("hello");
        assertThat(client.receive()).isEqualTo("hello");
        assertThat(client.receivesNothingFor(Duration.ofMillis(50))).as("the server waits again").isTrue();
        assertThat(server.hangUp(1)).isTrue();
        fixture().awaitEnd(client);
        fixture().await("an empty list", () -> server.clients().isEmpty());
    }

    @Test
    default void hangUpByAnUnknownNumberIsFalse() throws Exception {
        Server server = fixture().serve(ScriptedService.echo());
        assertThat(server.hangUp(1)).isFalse();
        TestClient client = fixture().newClient();
        client.send("hello");
        assertThat(client.receive()).isEqualTo("hello");
        assertThat(server.hangUp(2)).isFalse();
        client.send("still here");
        assertThat(client.receive()).isEqualTo("still here");
    }

    @Test
    default void aPeerMayBeHungUpOnFromAnyThread() throws Exception {
        AtomicInteger closed = new AtomicInteger();
        fixture().serve(ScriptedService.by(peer -> new ScriptedSession().closing(closed::incrementAndGet)));
        TestClient client = fixture().newClient();
        client.send("hello");
        Peer peer = fixture().peer(1);
        Thread other = Thread.ofPlatform().start(() -> {
            peer.hangUp();
            peer.hangUp();
        });
        assertThat(other.join(fixture().patience())).isTrue();
        fixture().awaitEnd(client);
        fixture().await("onClose", () -> closed.get() == 1);
    }

    @Test
    default void theStepInProgressIsFinishedBeforeTheHangUpAndTheNextIsNotBegun() throws Exception {
        fixture().needs(Trait.SEES_CLOSE, "a datagram that waits in the kernel then opens a new session");
        List<String> begun = new CopyOnWriteArrayList<>();
        fixture().serve(ScriptedService.answering(message -> {
            begun.add(message);
            return sleep(200, () -> reply(message));
        }));
        TestClient client = fixture().newClient();
        client.send("one");
        client.send("two");
        fixture().await("the first step", () -> begun.contains("one"));
        fixture().peer(1).hangUp();
        assertThat(client.receive()).isEqualTo("one");
        assertThat(client.receive()).as("the end").isNull();
        assertThat(begun).containsExactly("one");
    }

    @Test
    default void aReplyIsReportedSentAfterItHasLeftAndBeforeTheEnd() throws Exception {
        List<String> events = new CopyOnWriteArrayList<>();
        fixture().serve(ScriptedService.by(peer -> ScriptedSession.answering(message -> {
            events.add("message");
            return reply("hello", sleep(20, () -> {
                events.add("slept");
                return NextSteps.finalReply("bye");
            }));
        }).sent(() -> events.add("sent")).closing(() -> events.add("closed"))));
        TestClient client = fixture().newClient();
        client.send("go");
        assertThat(client.receive()).isEqualTo("hello");
        assertThat(client.receive()).isEqualTo("bye");
        fixture().await("the end", () -> events.contains("closed"));
        assertThat(events).containsExactly("message", "sent", "slept", "sent", "closed");
    }

    @Test
    default void aPushFromAnotherSessionsOnCloseArrives() throws Exception {
        fixture().needs(Trait.CONCURRENT, "there is no other client");
        fixture().needs(Trait.SEES_CLOSE, "nothing tells it that a client has left");
        fixture().serve(ScriptedService.by(peer -> ScriptedSession.answering(NextSteps::reply)
                .closing(() -> fixture().peer(1).push(utf8("somebody left")))).pushing());
        TestClient stays = fixture().newClient();
        stays.send("hello");
        assertThat(stays.receive()).isEqualTo("hello");
        TestClient leaves = fixture().newClient();
        leaves.send("hello");
        assertThat(leaves.receive()).isEqualTo("hello");
        leaves.close();
        assertThat(stays.receive()).isEqualTo("somebody left");
    }
}
