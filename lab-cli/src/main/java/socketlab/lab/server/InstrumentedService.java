package socketlab.lab.server;

import java.util.Optional;
import socketlab.core.FrameException;
import socketlab.core.Framing;
import socketlab.core.Next;
import socketlab.core.Peer;
import socketlab.core.Service;
import socketlab.core.Session;

/** A service that behaves as the one it wraps and lets a subclass observe every session. */
abstract class InstrumentedService implements Service {
    private final Service inner;

    InstrumentedService(Service inner) {
        this.inner = inner;
    }

    /** The observing session around the one that the service opened for this client. */
    abstract Session observe(Peer peer, Session session);

    @Override
    public final Session open(Peer peer) {
        return observe(peer, inner.open(peer));
    }

    @Override
    public Framing framing() {
        return inner.framing();
    }

    @Override
    public final boolean pushes() {
        return inner.pushes();
    }

    @Override
    public final Optional<String> console(String line) {
        return inner.console(line);
    }

    @Override
    public final String logText(byte[] message) {
        return inner.logText(message);
    }

    @Override
    public final void stopping() {
        inner.stopping();
    }

    @Override
    public final void close() {
        inner.close();
    }

    /** Passes every call on; a subclass overrides what it observes. */
    static class ForwardingSession implements Session {
        private final Session inner;

        ForwardingSession(Session inner) {
            this.inner = inner;
        }

        @Override
        public Next onOpen() {
            return inner.onOpen();
        }

        @Override
        public Next onMessage(byte[] message) throws Exception {
            return inner.onMessage(message);
        }

        @Override
        public Next onBadFrame(FrameException why) {
            return inner.onBadFrame(why);
        }

        @Override
        public void onIdle() {
            inner.onIdle();
        }

        @Override
        public void onSent() {
            inner.onSent();
        }

        @Override
        public void onClose() {
            inner.onClose();
        }
    }
}
