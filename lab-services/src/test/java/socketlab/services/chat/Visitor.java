package socketlab.services.chat;

import static socketlab.core.Text.text;
import static socketlab.core.Text.utf8;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
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

/** Somebody who talks to a session without a socket, and remembers whatever reaches them, in order. */
final class Visitor implements Peer {
    private final int port;
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private Session session;
    String label = "";
    boolean hungUp;

    Visitor(int port) {
        this.port = port;
    }

    /** Connects. */
    Visitor opens(Session opened) throws Exception {
        session = opened;
        carryOut(session.onOpen());
        return this;
    }

    /** What it hears from the moment it says this. */
    List<String> says(String line) throws Exception {
        heard();
        carryOut(begins(line));
        return heard();
    }

    /** The first step only: what comes next is left to the caller. */
    Next begins(String line) throws Exception {
        return session.onMessage(utf8(line));
    }

    void leaves() {
        session.onClose();
    }

    void carryOut(Next next) throws Exception {
        while (true) {
            switch (next) {
                case Ready() -> { return; }
                case Reply(byte[] message, Next then) -> { push(message); next = then; }
                case Compute<?> work -> next = work.inline();
                case HangUp() -> { hungUp = true; return; }
                case Sleep(var time, var then) -> throw new AssertionError("a chat never sleeps, not even " + time);
            }
        }
    }

    /** Since it was last asked. */
    List<String> heard() {
        List<String> since = List.copyOf(heard);
        heard.clear();
        return since;
    }

    @Override
    public long id() {
        return port;
    }

    @Override
    public SocketAddress address() {
        return new InetSocketAddress("127.0.0.1", port);
    }

    @Override
    public void label(String name) {
        label = name;
    }

    @Override
    public void push(byte[] message) {
        heard.add(text(message));
    }

    @Override
    public void hangUp() {
        hungUp = true;
    }
}
