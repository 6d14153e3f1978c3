package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.utf8;
import static socketlab.core.contract.NextSteps.reply;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import socketlab.core.Peer;
import socketlab.core.Trait;

/** The source of a datagram may be forged: until an address has sent again, little is sent to it (RFC 9000, section 8.1). */
interface ForgedSenderRules extends Rules {
    Duration A_MOMENT = Duration.ofMillis(50);
    int ALLOWED = 512;   // bytes, or as many as the datagram has

    private void needsDatagrams() {
        Assumptions.assumeFalse(fixture().model().traits().contains(Trait.STREAM),
                "a stream's handshake has shown that the client receives at its address");
    }

    @Test
    default void aFirstDatagramIsAnsweredWithNoMoreBytesThanItHasOr512() throws Exception {
        needsDatagrams();
        String page = "x".repeat(ALLOWED - 100);
        String longest = "y".repeat(2 * ALLOWED);
        fixture().serve(ScriptedService.answering(
                message -> message.equals(longest) ? reply(message, reply("more")) : reply(page, reply(page))));
        TestClient client = fixture().newClient();
        client.send("hello");
        assertThat(client.receive()).isEqualTo(page);
        assertThat(client.receivesNothingFor(A_MOMENT)).as("no second page").isTrue();
        client.send("hello");
        assertThat(List.of(client.receive(), client.receive())).containsExactly(page, page);
        TestClient other = fixture().newClient();
        other.send(longest);
        assertThat(other.receive()).isEqualTo(longest);
        assertThat(other.receivesNothingFor(A_MOMENT)).as("not a byte more").isTrue();
    }

    @Test
    default void whatOthersCauseReachesAClientOnlyWhenItHasSentAgain() throws Exception {
        needsDatagrams();
        List<Peer> room = new CopyOnWriteArrayList<>();
        fixture().serve(ScriptedService.by(peer -> {
            room.add(peer);
            return ScriptedSession.answering(message -> {
                if (message.equals("tell all")) {
                    room.forEach(each -> each.push(utf8("news")));
                }
                return reply(message);
            });
        }).pushing());
        TestClient silent = fixture().newClient();
        TestClient speaker = fixture().newClient();
        silent.send("hello");
        assertThat(silent.receive()).isEqualTo("hello");
        speaker.send("tell all");
        assertThat(speaker.receive()).as("its own echo").isEqualTo("news");
        assertThat(speaker.receive()).isEqualTo("tell all");
        room.getFirst().push(utf8("from no session"));
        assertThat(silent.receivesNothingFor(A_MOMENT)).isTrue();
        silent.send("hello again");
        assertThat(silent.receive()).isEqualTo("hello again");
        speaker.send("tell all");
        assertThat(silent.receive()).isEqualTo("news");
    }
}
