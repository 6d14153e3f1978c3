package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.utf8;
import static socketlab.core.contract.Steps.reply;
import static socketlab.core.contract.Steps.sleep;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import socketlab.core.Peer;
import socketlab.core.Server;
import socketlab.core.Trait;

/** Who may end a conversation, when it takes effect, and that it is ended once. */
interface HangUpRules extends Rules {
    String HEARS_NO_END = "a datagram client hears no end";

    @Test
    default void hangUpByNumberEndsThatClient() throws Exception {
        Server server = trial().serve(Scripted.echo());
        Caller caller = trial().call();
        caller.say("hello");
        assertThat(caller.hear()).isEqualTo("hello");
        assertThat(caller.hearsNothingFor(Duration.ofMillis(50))).as("the server is back at waiting").isTrue();
        assertThat(server.hangUp(1)).isTrue();
        trial().ends(caller);
        trial().await("an empty list", () -> server.clients().isEmpty());
    }

    @Test
    default void hangUpByANumberThatNobodyHasIsFalse() throws Exception {
        Server server = trial().serve(Scripted.echo());
        assertThat(server.hangUp(1)).isFalse();
        Caller caller = trial().call();
        caller.say("hello");
        assertThat(caller.hear()).isEqualTo("hello");
        assertThat(server.hangUp(2)).isFalse();
        caller.say("still here");
        assertThat(caller.hear()).isEqualTo("still here");
    }

    @Test
    default void aPeerMayBeHungUpOnFromAnyThread() throws Exception {
        AtomicInteger closed = new AtomicInteger();
        trial().serve(Scripted.by(peer -> new Part().closing(closed::incrementAndGet)));
        Caller caller = trial().call();
        caller.say("hello");
        Peer peer = trial().peer(1);
        Thread other = Thread.ofPlatform().start(() -> {
            peer.hangUp();
            peer.hangUp();
        });
        assertThat(other.join(trial().patience())).isTrue();
        trial().ends(caller);
        trial().await("onClose", () -> closed.get() == 1);
    }

    @Test
    default void theStepInProgressIsFinishedBeforeTheHangUpAndTheNextIsNotBegun() throws Exception {
        trial().needs(Trait.SEES_CLOSE, "what waits in the kernel's queue then begins a conversation of its own");
        List<String> begun = new CopyOnWriteArrayList<>();
        trial().serve(Scripted.answering(message -> {
            begun.add(message);
            return sleep(200, () -> reply(message));
        }));
        Caller caller = trial().call();
        caller.say("one");
        caller.say("two");
        trial().await("the first step", () -> begun.contains("one"));
        trial().peer(1).hangUp();
        assertThat(caller.hear()).isEqualTo("one");
        assertThat(caller.hear()).as("the end").isNull();
        assertThat(begun).containsExactly("one");
    }

    @Test
    default void aReplyIsReportedSentAfterItHasLeftAndBeforeTheEnd() throws Exception {
        List<String> events = new CopyOnWriteArrayList<>();
        trial().serve(Scripted.by(peer -> Part.answering(message -> {
            events.add("message");
            return reply("hello", sleep(20, () -> {
                events.add("slept");
                return Steps.farewell("bye");
            }));
        }).sent(() -> events.add("sent")).closing(() -> events.add("closed"))));
        Caller caller = trial().call();
        caller.say("go");
        assertThat(caller.hear()).isEqualTo("hello");
        assertThat(caller.hear()).isEqualTo("bye");
        trial().await("the end", () -> events.contains("closed"));
        assertThat(events).containsExactly("message", "sent", "slept", "sent", "closed");
    }

    @Test
    default void whatANeighbourIsPushedInSomebodysLastCallbackArrives() throws Exception {
        trial().needs(Trait.CONCURRENT, "there is no neighbour");
        trial().needs(Trait.SEES_CLOSE, "nothing tells it that a client has gone");
        trial().serve(Scripted.by(peer -> Part.answering(Steps::reply)
                .closing(() -> trial().peer(1).push(utf8("somebody left")))).pushing());
        Caller stays = trial().call();
        stays.say("hello");
        assertThat(stays.hear()).isEqualTo("hello");
        Caller leaves = trial().call();
        leaves.say("hello");
        assertThat(leaves.hear()).isEqualTo("hello");
        leaves.close();
        assertThat(stays.hear()).isEqualTo("somebody left");
    }
}
