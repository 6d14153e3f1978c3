package socketlab.core.contract;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import socketlab.core.Framing;
import socketlab.core.Options;
import socketlab.core.Peer;
import socketlab.core.Service;
import socketlab.core.Session;
import socketlab.core.framing.Framings;

/** A service made of lambdas; it remembers its peers for tests that push, and watches every session. */
final class Scripted implements Service {
    private final Function<Peer, Session> opening;
    private final List<Peer> peers = new CopyOnWriteArrayList<>();
    private final List<Watched> sessions = new CopyOnWriteArrayList<>();
    private Runnable stopping = () -> {};
    private String framing = "lines";
    private boolean pushes;
    private volatile boolean closed;

    private Scripted(Function<Peer, Session> opening) {
        this.opening = opening;
    }

    static Scripted by(Function<Peer, Session> opening) {
        return new Scripted(opening);
    }

    /** The same answer for every client. */
    static Scripted answering(Part.Answer answer) {
        return new Scripted(peer -> Part.answering(answer));
    }

    static Scripted echo() {
        return answering(Steps::reply);
    }

    Scripted pushing() {
        pushes = true;
        return this;
    }

    Scripted framed(String name) {
        framing = name;
        return this;
    }

    Scripted stopping(Runnable goodbye) {
        stopping = goodbye;
        return this;
    }

    @Override
    public Framing framing() {
        return Framings.named(framing, Options.defaults().limits().maxMessage());
    }

    @Override
    public Session open(Peer peer) {
        Watched session = new Watched(opening.apply(peer));
        sessions.add(session);
        peers.add(peer);
        return session;
    }

    @Override
    public boolean pushes() {
        return pushes;
    }

    @Override
    public void stopping() {
        stopping.run();
    }

    @Override
    public void close() {
        closed = true;
    }

    boolean closed() {
        return closed;
    }

    /** In the order in which they came. */
    List<Peer> peers() {
        return peers;
    }

    List<String> broken() {
        return sessions.stream().flatMap(session -> session.broken().stream()).toList();
    }
}
