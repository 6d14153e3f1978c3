package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.utf8;
import static socketlab.core.contract.Steps.farewell;
import static socketlab.core.contract.Steps.reply;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import socketlab.core.Next;
import socketlab.core.Options;
import socketlab.core.Peer;
import socketlab.core.Server;
import socketlab.core.Trait;

/** Close only after everything said has left, let no reset eat it, and wait for a reader no longer than the grace. */
interface LastWordsRules extends Rules {
    String LAST_WORDS = "x".repeat(200_000);

    private void needsAStream() {
        trial().needs(Trait.STREAM, "datagrams are gone when they are sent, and end nothing");
    }

    private static void hears(Caller caller, String lastWords) throws Exception {
        assertThat(caller.hear()).isEqualTo(lastWords);
        assertThat(caller.hear()).as("the end").isNull();
    }

    @Test
    default void lastWordsOf200KilobytesArriveBeforeTheHangUp() throws Exception {
        needsAStream();
        trial().serve(Scripted.by(peer -> Part.opening(() -> farewell(LAST_WORDS))));
        hears(trial().dialNarrow(), LAST_WORDS);
    }

    @Test
    default void lastWordsInManyRepliesArriveToo() throws Exception {
        needsAStream();
        trial().serve(Scripted.by(peer -> Part.opening(() -> reply("1", reply(LAST_WORDS, farewell("3"))))));
        StreamCaller caller = trial().dialNarrow();
        assertThat(caller.hear()).isEqualTo("1");
        assertThat(caller.hear()).isEqualTo(LAST_WORDS);
        hears(caller, "3");
    }

    @Test
    default void noResetEatsLastWordsWhenTheClientSentWhatNobodyRead() throws Exception {
        needsAStream();
        trial().serve(Scripted.answering(message -> farewell(LAST_WORDS)));
        StreamCaller caller = trial().dialNarrow();
        caller.send(utf8("go\n" + "and more\n".repeat(5_000)));
        hears(caller, LAST_WORDS);
    }

    @Test
    default void noResetEatsLastWordsWhenTheClientTalksOn() throws Exception {
        needsAStream();
        trial().serve(Scripted.answering(message -> Steps.sleep(50, () -> farewell(LAST_WORDS))));
        StreamCaller caller = trial().dialNarrow();
        for (int i = 0; i < 500; i++) {
            caller.say("are you there");
        }
        hears(caller, LAST_WORDS);
    }

    @Test
    default void wordsPushedBeforeTheHangUpArrive() throws Exception {
        needsAStream();
        trial().serve(Scripted.echo().pushing());
        StreamCaller caller = trial().dialNarrow();
        Peer peer = trial().peer(1);
        peer.push(utf8(LAST_WORDS));
        peer.push(utf8("goodbye"));
        peer.hangUp();
        assertThat(caller.hear()).isEqualTo(LAST_WORDS);
        hears(caller, "goodbye");
    }

    @Test
    default void wordsPushedBeforeTheHangUpArriveAtAClientThatTalksOn() throws Exception {
        needsAStream();
        String large = "x".repeat(SlowReaderRules.LARGE);
        trial().serve(Scripted.echo().pushing(), Options.defaults().withSendQueueBytes(2 * large.length())
                .withGrace(trial().patience()));
        StreamCaller caller = trial().dialNarrow();
        caller.say("hello");
        assertThat(caller.hear()).isEqualTo("hello");
        assertThat(caller.hearsNothingFor(Duration.ofMillis(50))).as("the server is back at reading").isTrue();
        Peer peer = trial().peer(1);
        peer.push(utf8(large));
        peer.hangUp();
        caller.say("are you there");
        hears(caller, large);
    }

    @Test
    default void wordsPushedInASessionsOwnLastStepArrive() throws Exception {
        needsAStream();
        trial().serve(Scripted.by(peer -> Part.answering(message -> {
            peer.push(utf8(LAST_WORDS));
            return Next.HANG_UP;
        })).pushing());
        StreamCaller caller = trial().dialNarrow();
        caller.say("go");
        hears(caller, LAST_WORDS);
    }

    @Test
    default void aClientThatDoesNotReadItsLastWordsIsCutOffAfterTheGrace() throws Exception {
        needsAStream();
        String large = "x".repeat(SlowReaderRules.LARGE);
        Server server = trial().serve(Scripted.answering(message -> farewell(large)),
                Options.defaults().withSendQueueBytes(2 * large.length()).withGrace(Duration.ofMillis(200)));
        trial().dialNarrow().say("go");
        trial().awaitClient("the step", client -> client.messages() == 1);
        trial().await("an empty list", () -> server.clients().isEmpty());
    }
}
