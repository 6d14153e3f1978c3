package socketlab.services.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** One order for all, however many talk at once. */
class RoomTest {
    private static final int TALKERS = 4;
    private static final int LINES = 500;

    private final Room room = new Room();

    @Test
    void whoeverTalksAtOnceAllHearOneOrder() throws Exception {
        List<Visitor> listeners = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            listeners.add(enters(new Visitor(5000 + i)));
        }
        listeners.forEach(Visitor::heard);
        CyclicBarrier start = new CyclicBarrier(TALKERS);
        List<Thread> talkers = new ArrayList<>();
        for (int i = 0; i < TALKERS; i++) {
            Visitor talker = new Visitor(6000 + i);
            talkers.add(Thread.ofPlatform().start(() -> talk(talker, start)));
        }
        for (Thread talker : talkers) {
            assertThat(talker.join(Duration.ofSeconds(20))).isTrue();
        }
        List<String> first = listeners.getFirst().heard();
        assertThat(first).hasSize(TALKERS * (LINES + 2));
        assertThat(listeners.get(1).heard()).isEqualTo(first);
        assertThat(listeners.get(2).heard()).isEqualTo(first);
    }

    private Visitor enters(Visitor visitor) {
        room.arrive(visitor);
        room.enter(visitor);
        return visitor;
    }

    private void talk(Visitor talker, CyclicBarrier start) {
        try {
            start.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        enters(talker);
        for (int i = 0; i < LINES; i++) {
            room.say(talker, "line " + i);
        }
        room.leave(talker);
    }

    @Test
    void everyCountIsTheOneThatWasTrueThen() throws Exception {
        Visitor first = enters(new Visitor(5001));
        for (int i = 2; i <= 4; i++) {
            enters(new Visitor(5000 + i));
        }
        assertThat(first.heard()).containsExactly("> Connected to the chat server (1 user online)",
                "> New user 127.0.0.1:5002 entered (2 users online)",
                "> New user 127.0.0.1:5003 entered (3 users online)",
                "> New user 127.0.0.1:5004 entered (4 users online)");
    }
}
