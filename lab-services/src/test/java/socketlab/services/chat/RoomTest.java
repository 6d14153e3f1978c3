package socketlab.services.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Total order: concurrent senders, one order for all members. */
class RoomTest {
    private static final int SENDERS = 4;
    private static final int LINES = 500;

    private final Room room = new Room();

    @Test
    void concurrentMessagesReachAllMembersInOneOrder() throws Exception {
        List<RecordingPeer> receivers = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            receivers.add(join(new RecordingPeer(5000 + i)));
        }
        receivers.forEach(RecordingPeer::received);
        CyclicBarrier start = new CyclicBarrier(SENDERS);
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            RecordingPeer sender = new RecordingPeer(6000 + i);
            senders.add(Thread.ofPlatform().start(() -> sendLines(sender, start)));
        }
        for (Thread sender : senders) {
            assertThat(sender.join(Duration.ofSeconds(20))).isTrue();
        }
        List<String> first = receivers.getFirst().received();
        assertThat(first).hasSize(SENDERS * (LINES + 2));
        assertThat(receivers.get(1).received()).isEqualTo(first);
        assertThat(receivers.get(2).received()).isEqualTo(first);
    }

    private RecordingPeer join(RecordingPeer peer) {
        room.connect(peer);
        room.join(peer);
        return peer;
    }

    private void sendLines(RecordingPeer sender, CyclicBarrier start) {
        try {
            start.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        join(sender);
        for (int i = 0; i < LINES; i++) {
            room.sendToOthers(sender, "line " + i);
        }
        room.leave(sender);
    }

    @Test
    void everyNoticeHasTheUserCountOfItsMoment() throws Exception {
        RecordingPeer first = join(new RecordingPeer(5001));
        for (int i = 2; i <= 4; i++) {
            join(new RecordingPeer(5000 + i));
        }
        assertThat(first.received()).containsExactly("> Connected to the chat server (1 user online)",
                "> New user 127.0.0.1:5002 entered (2 users online)",
                "> New user 127.0.0.1:5003 entered (3 users online)",
                "> New user 127.0.0.1:5004 entered (4 users online)");
    }
}
