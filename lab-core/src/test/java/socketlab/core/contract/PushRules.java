package socketlab.core.contract;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.utf8;
import static socketlab.core.contract.Steps.reply;
import static socketlab.core.contract.Steps.sleep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import socketlab.core.Options;
import socketlab.core.Peer;
import socketlab.core.Trait;

/** What others send a client unasked: whole, in order with its replies, and never by calling back into a session. */
interface PushRules extends Rules {

    @Test
    default void aPushReachesAClientThatSaysNothing() throws Exception {
        trial().serve(Scripted.by(peer -> Part.opening(() -> reply("welcome"))).pushing());
        Caller caller = trial().call();
        caller.say("hello");
        assertThat(caller.hear()).isEqualTo("welcome");
        trial().peer(1).push(utf8("news"));
        assertThat(caller.hear()).isEqualTo("news");
    }

    @Test
    default void aPushReachesAClientWhoseStepIsNotDone() throws Exception {
        trial().serve(Scripted.answering(message -> Steps.sleepForever()).pushing());
        Caller caller = trial().call();
        caller.say("hello");
        trial().peer(1).push(utf8("while you wait"));
        assertThat(caller.hear()).isEqualTo("while you wait");
    }

    @Test
    default void pushesToOneselfAndRepliesKeepTheirOrder() throws Exception {
        trial().serve(Scripted.by(peer -> Part.answering(message -> {
            peer.push(utf8("1"));
            return reply("2", sleep(5, () -> {
                peer.push(utf8("3"));
                peer.push(utf8("4"));
                return reply("5");
            }));
        })).pushing());
        Caller caller = trial().call();
        for (int round = 0; round < 50; round++) {
            caller.say("go");
            for (String expected : List.of("1", "2", "3", "4", "5")) {
                assertThat(caller.hear()).isEqualTo(expected);
            }
        }
    }

    @Test
    default void everybodyHearsWhatOneSaysInOneOrder() throws Exception {
        trial().needs(Trait.CONCURRENT, "its room holds one person");
        List<Peer> room = new ArrayList<>();
        trial().serve(Scripted.by(peer -> Part.answering(message -> {
            synchronized (room) {
                if (message.equals("enter")) {
                    room.add(peer);
                    return reply("welcome");
                }
                room.forEach(other -> other.push(utf8(message)));
            }
            return reply("said");
        })).pushing());
        List<Caller> callers = trial().call(Math.min(3, trial().model().inService()));
        for (Caller caller : callers) {
            caller.say("enter");
            assertThat(caller.hear()).isEqualTo("welcome");
        }
        int rounds = trial().model().traits().contains(Trait.RELIABLE_ORDER) ? 200 : 10;
        for (int round = 0; round < rounds; round++) {
            for (Caller caller : callers) {
                caller.say(callers.indexOf(caller) + ":" + round);
            }
        }
        List<String> first = heard(callers.getFirst(), rounds * callers.size());
        for (Caller caller : callers.subList(1, callers.size())) {
            assertThat(heard(caller, rounds * callers.size())).as("the same order for all").isEqualTo(first);
        }
    }

    /** So many pushes, without the replies among them, whose place is the client's own. */
    private static List<String> heard(Caller caller, int pushes) throws Exception {
        List<String> heard = new ArrayList<>();
        while (heard.size() < pushes) {
            String message = caller.hear();
            if (!message.equals("said")) {
                heard.add(message);
            }
        }
        return heard;
    }

    @Test
    default void pushesFromManyThreadsArriveWholeAndInEachSendersOrder() throws Exception {
        trial().serve(Scripted.echo().pushing(), Options.defaults().withSendQueueBytes(64 << 20));
        Caller caller = trial().call();
        caller.say("hello");
        assertThat(caller.hear()).isEqualTo("hello");
        Peer peer = trial().peer(1);
        int senders = 4;
        int each = trial().model().traits().contains(Trait.RELIABLE_ORDER) ? 1_000 : 10;
        List<Thread> threads = range(0, senders).mapToObj(sender -> Thread.ofPlatform().start(() -> {
            for (int i = 0; i < each; i++) {
                peer.push(utf8(sender + ":" + i + ":" + "x".repeat(i % 200) + ":" + sender));
            }
        })).toList();
        Map<String, Integer> next = new ConcurrentHashMap<>();
        for (int i = 0; i < senders * each; i++) {
            String[] parts = caller.hear().split(":");
            int count = next.merge(parts[0], 1, Integer::sum) - 1;
            assertThat(parts).containsExactly(parts[0], "" + count, "x".repeat(count % 200), parts[0]);
        }
        for (Thread thread : threads) {
            assertThat(thread.join(trial().patience())).isTrue();
        }
    }

    @Test
    default void aPushToAClientThatHasGoneIsForgotten() throws Exception {
        trial().serve(Scripted.answering(Steps::farewell).pushing());
        Caller caller = trial().call();
        caller.say("bye");
        assertThat(caller.hear()).isEqualTo("bye");
        Peer peer = trial().peer(1);
        caller.close();
        range(0, 1_000).forEach(i -> peer.push(utf8("too late")));
        peer.hangUp();
    }
}
