package socketlab.core.contract;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import socketlab.core.Decoder;
import socketlab.core.Framing;
import socketlab.core.Options;
import socketlab.core.Peer;
import socketlab.core.Service;
import socketlab.core.Session;
import socketlab.core.framing.Framings;

/** A service made of lambdas; it keeps its peers for tests that push, and checks every session. */
final class ScriptedService implements Service {
    private final Function<Peer, Session> opening;
    private final List<Peer> peers = new CopyOnWriteArrayList<>();
    private final List<CheckedSession> sessions = new CopyOnWriteArrayList<>();
    private Runnable stopping = () -> {};
    private String framing = "lines";
    private boolean pushes;
    private Runnable decoding;
    private volatile boolean closed;

    private ScriptedService(Function<Peer, Session> opening) {
        this.opening = opening;
    }

    static ScriptedService by(Function<Peer, Session> opening) {
        return new ScriptedService(opening);
    }

    /** The same answers for every client. */
    static ScriptedService answering(ScriptedSession.Answer answer) {
        return new ScriptedService(peer -> ScriptedSession.answering(answer));
    }

    static ScriptedService echo() {
        return answering(NextSteps::reply);
    }

    ScriptedService pushing() {
        pushes = true;
        return this;
    }

    ScriptedService framed(String name) {
        framing = name;
        return this;
    }

    /** Runs this whenever a client is given a decoder. */
    ScriptedService decoding(Runnable first) {
        decoding = first;
        return this;
    }

    ScriptedService stopping(Runnable goodbye) {
        stopping = goodbye;
        return this;
    }

    @Override
    public Framing framing() {
        Framing sound = Framings.named(framing, Options.defaults().limits().maxMessage());
        return decoding == null ? sound : new Framing() {
            @Override
            public byte[] encode(byte[] message) {
                return sound.encode(message);
            }

            @Override
            public Decoder decoder() {
                decoding.run();
                return sound.decoder();
            }
        };
    }

    @Override
    public Session open(Peer peer) {
        CheckedSession session = new CheckedSession(opening.apply(peer));
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

    /** In the order in which they connected. */
    List<Peer> peers() {
        return peers;
    }

    List<String> broken() {
        return sessions.stream().flatMap(session -> session.broken().stream()).toList();
    }
}
