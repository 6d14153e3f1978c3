package socketlab.services.chat;

import static socketlab.core.Text.text;
import static socketlab.schedules.Scenario.expect;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import socketlab.core.Peer;
import socketlab.core.Text;
import socketlab.schedules.Scenario;

/**
 * Two members join, want the same name, speak and leave, while the console speaks and closes the room. A witness is in the
 * room all the time and hears everything that is said to all. Each member hears exactly what the witness hears from its own
 * entry to its own end, in that order; nothing comes after the goodbye; and never do both have the name.
 */
public final class RoomSchedule implements Scenario {
    private static final UserName ALICE = new UserName("alice");
    private static final String GOODBYE = "> Goodbye!";

    private final Room room = new Room();
    private final QueuedPeer witness = new QueuedPeer(1);
    private final QueuedPeer first = new QueuedPeer(2);
    private final QueuedPeer second = new QueuedPeer(3);
    private final AtomicInteger alices = new AtomicInteger();

    /** A member whose send queue keeps everything. */
    private static final class QueuedPeer implements Peer {
        private final long id;
        private final List<String> received = new ArrayList<>();

        QueuedPeer(long id) {
            this.id = id;
        }

        @Override
        public long id() {
            return id;
        }

        @Override
        public SocketAddress address() {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), Math.toIntExact(5_000 + id));
        }

        @Override
        public void label(String name) {}

        @Override
        public synchronized void push(byte[] message) {
            received.add(text(message));
        }

        @Override
        public void hangUp() {}
    }

    private void takePart(QueuedPeer member) {
        room.connect(member);
        room.join(member);
        boolean named = room.assignName(member, ALICE);
        expect(true, !named || alices.incrementAndGet() == 1, "two have one name");
        room.broadcast(member, "to all from " + member.id);
        room.sendToOthers(member, "to others from " + member.id);
        alices.addAndGet(named ? -1 : 0);
        room.leave(member);
    }

    @Override
    public void run() throws InterruptedException {
        room.connect(witness);
        room.join(witness);
        Scenario.inParallel(() -> takePart(first), () -> takePart(second), () -> {
            room.announce("from the console");
            room.close(GOODBYE);
        });
        expect(witness.received.size() - 1, witness.received.indexOf(GOODBYE), "where the witness hears the goodbye");
        expect(heard(first), first.received, "what the first member hears");
        expect(heard(second), second.received, "what the second member hears");
    }

    /** From its own entry to its own end, without what it says to others. */
    private List<String> heard(QueuedPeer member) {
        String address = Text.plain(member.address());
        List<String> expected = new ArrayList<>();
        boolean inside = false;
        for (String line : witness.received) {
            if (line.startsWith("> New user " + address)) {
                inside = true;
                expected.add("> Connected to the chat server (" + line.replaceAll(".*\\(", ""));
            } else if (inside && line.startsWith("< The user") && line.contains(address)) {
                return expected;
            } else if (inside && !line.endsWith("to others from " + member.id)) {
                expected.add(line);
            }
        }
        return inside || !member.received.contains(GOODBYE) ? expected : List.of(GOODBYE);   // it waited in the lobby
    }
}
