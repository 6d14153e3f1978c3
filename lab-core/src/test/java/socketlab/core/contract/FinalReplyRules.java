package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.utf8;
import static socketlab.core.contract.NextSteps.finalReply;
import static socketlab.core.contract.NextSteps.reply;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import socketlab.core.Next;
import socketlab.core.Options;
import socketlab.core.Peer;
import socketlab.core.Server;
import socketlab.core.Trait;

/** The server closes only after everything sent has left, without a reset, and waits no longer than the grace. */
interface FinalReplyRules extends Rules {
    String FINAL_REPLY = "x".repeat(200_000);

    private void needsAStream() {
        fixture().needs(Trait.STREAM, "a datagram has left when it is sent, and there is no connection to close");
    }

    private static void receives(TestClient client, String finalReply) throws Exception {
        assertThat(client.receive()).isEqualTo(finalReply);
        assertThat(client.receive()).as("the end").isNull();
    }

    @Test
    default void aFinalReplyOf200KilobytesArrivesBeforeTheHangUp() throws Exception {
        needsAStream();
        fixture().serve(ScriptedService.by(peer -> ScriptedSession.opening(() -> finalReply(FINAL_REPLY))));
        receives(fixture().newSlowClient(), FINAL_REPLY);
    }

    @Test
    default void aFinalReplyInSeveralPartsArrivesToo() throws Exception {
        needsAStream();
        fixture().serve(ScriptedService.by(peer -> ScriptedSession.opening(() -> reply("1", reply(FINAL_REPLY, finalReply(
                "3"))))));
        StreamClient client = fixture().newSlowClient();
        assertThat(client.receive()).isEqualTo("1");
        assertThat(client.receive()).isEqualTo(FINAL_REPLY);
        receives(client, "3");
    }

    @Test
    default void noResetDestroysTheFinalReplyWhereInputIsUnread() throws Exception {
        needsAStream();
        fixture().serve(ScriptedService.answering(message -> finalReply(FINAL_REPLY)));
        StreamClient client = fixture().newSlowClient();
        client.send(utf8("go\n" + "and more\n".repeat(5_000)));
        receives(client, FINAL_REPLY);
    }

    @Test
    default void noResetDestroysTheFinalReplyWhereTheClientKeepsSending() throws Exception {
        needsAStream();
        fixture().serve(ScriptedService.answering(message -> NextSteps.sleep(50, () -> finalReply(FINAL_REPLY))));
        StreamClient client = fixture().newSlowClient();
        for (int i = 0; i < 500; i++) {
            client.send("more");
        }
        receives(client, FINAL_REPLY);
    }

    @Test
    default void messagesPushedBeforeTheHangUpArrive() throws Exception {
        needsAStream();
        fixture().serve(ScriptedService.echo().pushing());
        StreamClient client = fixture().newSlowClient();
        Peer peer = fixture().peer(1);
        peer.push(utf8(FINAL_REPLY));
        peer.push(utf8("goodbye"));
        peer.hangUp();
        assertThat(client.receive()).isEqualTo(FINAL_REPLY);
        receives(client, "goodbye");
    }

    @Test
    default void messagesPushedBeforeTheHangUpReachAClientThatKeepsSending() throws Exception {
        needsAStream();
        String large = "x".repeat(SlowReaderRules.LARGE);
        fixture().serve(ScriptedService.echo().pushing(), Options.defaults().withSendQueueBytes(2 * large.length())
                .withGrace(fixture().patience()));
        StreamClient client = fixture().newSlowClient();
        client.send("hello");
        assertThat(client.receive()).isEqualTo("hello");
        assertThat(client.receivesNothingFor(Duration.ofMillis(50))).as("the server reads again").isTrue();
        Peer peer = fixture().peer(1);
        peer.push(utf8(large));
        peer.hangUp();
        client.send("more");
        receives(client, large);
    }

    @Test
    default void messagesPushedInTheLastStepArrive() throws Exception {
        needsAStream();
        fixture().serve(ScriptedService.by(peer -> ScriptedSession.answering(message -> {
            peer.push(utf8(FINAL_REPLY));
            return Next.HANG_UP;
        })).pushing());
        StreamClient client = fixture().newSlowClient();
        client.send("go");
        receives(client, FINAL_REPLY);
    }

    @Test
    default void aClientThatDoesNotReadItsFinalReplyIsCutOffAfterTheGrace() throws Exception {
        needsAStream();
        String large = "x".repeat(SlowReaderRules.LARGE);
        Server server = fixture().serve(ScriptedService.answering(message -> finalReply(large)),
                Options.defaults().withSendQueueBytes(2 * large.length()).withGrace(Duration.ofMillis(200)));
        fixture().newSlowClient().send("go");
        fixture().awaitClient("the step", listed -> listed.messages() == 1);
        fixture().await("an empty list", () -> server.clients().isEmpty());
    }
}
