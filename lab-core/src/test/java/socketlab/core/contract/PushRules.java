package socketlab.core.contract;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.utf8;
import static socketlab.core.contract.NextSteps.reply;
import static socketlab.core.contract.NextSteps.sleep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import socketlab.core.Options;
import socketlab.core.Peer;
import socketlab.core.Trait;

/** Pushes arrive whole and in order with the replies, and never call back into a session. */
interface PushRules extends Rules {

    @Test
    default void aPushReachesASilentClient() throws Exception {
        fixture().serve(ScriptedService.by(peer -> ScriptedSession.opening(() -> reply("welcome"))).pushing());
        TestClient client = fixture().newClient();
        client.send("hello");
        assertThat(client.receive()).isEqualTo("welcome");
        client.send("hello again");   // over UDP only now others can send it something
        fixture().awaitClient("both messages", listed -> listed.messages() == 2);
        fixture().peer(1).push(utf8("news"));
        assertThat(client.receive()).isEqualTo("news");
    }

    @Test
    default void aPushReachesAClientWhoseStepIsNotDone() throws Exception {
        fixture().serve(ScriptedService.answering(
                message -> message.equals("hello") ? reply(message) : NextSteps.sleepForever()).pushing());
        TestClient client = fixture().newClient();
        client.send("hello");
        assertThat(client.receive()).isEqualTo("hello");
        client.send("wait");
        fixture().awaitClient("the step", listed -> listed.messages() == 2);
        fixture().peer(1).push(utf8("while you wait"));
        assertThat(client.receive()).isEqualTo("while you wait");
    }

    @Test
    default void pushesToTheOwnClientAndRepliesKeepTheirOrder() throws Exception {
        fixture().serve(ScriptedService.by(peer -> ScriptedSession.answering(message -> {
            peer.push(utf8("1"));
            return reply("2", sleep(5, () -> {
                peer.push(utf8("3"));
                peer.push(utf8("4"));
                return reply("5");
            }));
        })).pushing());
        TestClient client = fixture().newClient();
        for (int round = 0; round < 50; round++) {
            client.send("go");
            for (String expected : List.of("1", "2", "3", "4", "5")) {
                assertThat(client.receive()).isEqualTo(expected);
            }
        }
    }

    @Test
    default void allClientsReceiveBroadcastsInOneOrder() throws Exception {
        fixture().needs(Trait.CONCURRENT, "its room holds one client");
        List<Peer> room = new ArrayList<>();
        fixture().serve(ScriptedService.by(peer -> ScriptedSession.answering(message -> {
            synchronized (room) {
                if (message.equals("enter")) {
                    room.add(peer);
                }
                if (message.startsWith("enter")) {
                    return reply("welcome");
                }
                room.forEach(other -> other.push(utf8(message)));
            }
            return reply("said");
        })).pushing());
        List<TestClient> clients = fixture().newClients(Math.min(3, fixture().model().inService()));
        for (TestClient client : clients) {
            for (String message : List.of("enter", "entered")) {
                client.send(message);
                assertThat(client.receive()).isEqualTo("welcome");
            }
        }
        int rounds = fixture().model().traits().contains(Trait.RELIABLE_ORDER) ? 200 : 10;
        for (int round = 0; round < rounds; round++) {
            for (TestClient client : clients) {
                client.send(clients.indexOf(client) + ":" + round);
            }
        }
        List<String> first = pushes(clients.getFirst(), rounds * clients.size());
        for (TestClient client : clients.subList(1, clients.size())) {
            assertThat(pushes(client, rounds * clients.size())).as("the same order for all").isEqualTo(first);
        }
    }

    /** So many pushes, without the replies among them: their place differs from client to client. */
    private static List<String> pushes(TestClient client, int count) throws Exception {
        List<String> received = new ArrayList<>();
        while (received.size() < count) {
            String message = client.receive();
            if (!message.equals("said")) {
                received.add(message);
            }
        }
        return received;
    }

    @Test
    default void pushesFromManyThreadsArriveWholeAndInEachSendersOrder() throws Exception {
        fixture().serve(ScriptedService.echo().pushing(), Options.defaults().withSendQueueBytes(64 << 20));
        TestClient client = fixture().newClient();
        fixture().sendTwice(client);
        Peer peer = fixture().peer(1);
        int senders = 4;
        int each = fixture().model().traits().contains(Trait.RELIABLE_ORDER) ? 1_000 : 10;
        List<Thread> threads = range(0, senders).mapToObj(sender -> Thread.ofPlatform().start(() -> {
            for (int i = 0; i < each; i++) {
                peer.push(utf8(sender + ":" + i + ":" + "x".repeat(i % 200) + ":" + sender));
            }
        })).toList();
        Map<String, Integer> next = new HashMap<>();
        for (int i = 0; i < senders * each; i++) {
            String[] parts = client.receive().split(":");
            int count = next.merge(parts[0], 1, Integer::sum) - 1;
            assertThat(parts).containsExactly(parts[0], "" + count, "x".repeat(count % 200), parts[0]);
        }
        for (Thread thread : threads) {
            assertThat(thread.join(fixture().patience())).isTrue();
        }
    }

    @Test
    default void aPushToAClientThatHasLeftIsIgnored() throws Exception {
        fixture().serve(ScriptedService.answering(NextSteps::finalReply).pushing());
        TestClient client = fixture().newClient();
        client.send("bye");
        assertThat(client.receive()).isEqualTo("bye");
        Peer peer = fixture().peer(1);
        client.close();
        range(0, 1_000).forEach(i -> peer.push(utf8("too late")));
        peer.hangUp();
    }
}
