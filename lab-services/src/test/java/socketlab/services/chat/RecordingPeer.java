package socketlab.services.chat;

import static socketlab.core.Text.text;
import static socketlab.core.Text.utf8;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import socketlab.core.Next.Compute;
import socketlab.core.Next.HangUp;
import socketlab.core.Next.Ready;
import socketlab.core.Next.Reply;
import socketlab.core.Next.Sleep;
import socketlab.core.Next;
import socketlab.core.Peer;
import socketlab.core.Session;

/** A client without a socket: runs a session and records all messages that it receives, in order. */
final class RecordingPeer implements Peer {
    private final InetSocketAddress address;
    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private Session session;
    String label = "";
    boolean hungUp;
    Duration slept = Duration.ZERO;

    RecordingPeer(int port) {
        this("127.0.0.1", port);
    }

    /** A client at another address, given as a number. */
    RecordingPeer(String host, int port) {
        address = new InetSocketAddress(host, port);
    }

    /** Opens the session. */
    RecordingPeer open(Session opened) throws Exception {
        session = opened;
        perform(session.onOpen());
        return this;
    }

    /** Sends one message; returns the messages received since then. */
    List<String> send(String line) throws Exception {
        received();
        perform(firstStep(line));
        return received();
    }

    /** Sends one message; the caller performs the returned step. */
    Next firstStep(String line) throws Exception {
        return session.onMessage(utf8(line));
    }

    Session session() {
        return session;
    }

    void leave() {
        session.onClose();
    }

    void perform(Next next) throws Exception {
        while (true) {
            switch (next) {
                case Ready() -> { return; }
                case Reply(byte[] message, Next then) -> { push(message); next = then; }
                case Compute<?> work -> next = work.inline();
                case HangUp() -> { hungUp = true; return; }
                case Sleep(var time, var then) -> { slept = slept.plus(time); next = then.get(); }
            }
        }
    }

    /** Messages received since the last call. */
    List<String> received() {
        List<String> since = List.copyOf(received);
        received.clear();
        return since;
    }

    @Override
    public long id() {
        return address.getPort();
    }

    @Override
    public SocketAddress address() {
        return address;
    }

    @Override
    public void label(String name) {
        label = name;
    }

    @Override
    public void push(byte[] message) {
        received.add(text(message));
    }

    @Override
    public void hangUp() {
        hungUp = true;
    }
}
