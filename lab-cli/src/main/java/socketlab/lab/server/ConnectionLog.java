package socketlab.lab.server;

import static socketlab.core.Text.format;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import socketlab.core.Framing;
import socketlab.core.Next;
import socketlab.core.Peer;
import socketlab.core.Service;
import socketlab.core.Session;
import socketlab.core.Text;

/**
 * Logs a line for each client that connects, each message, and each client that leaves; and once, where a client waits
 * for the answer to what is no message, the framing that it needs.
 */
final class ConnectionLog extends InstrumentedService {
    private static final byte[] SIGN_OF_LIFE = {'\n'};   // of a chat client over UDP, every ten seconds

    private final Consumer<String> log;
    private final Framing framing;
    private final AtomicLong connected = new AtomicLong();
    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong active = new AtomicLong();

    /** Both are called on the threads that serve, several at once, and on a timer's. */
    ConnectionLog(Service inner, Consumer<String> log, Consumer<String> advice) {
        super(inner);
        this.log = log;
        this.framing = FramingAdvice.on(inner.framing(), FramingAdvice.PATIENCE, advice);
    }

    @Override
    public Framing framing() {
        return framing;
    }

    @Override
    Session observe(Peer peer, Session session) {
        connected.incrementAndGet();
        log.accept(format("[connected] #%d %s thread=%s (%d active)", peer.id(), Text.plain(peer.address()),
                Thread.currentThread().getName(), active.incrementAndGet()));
        return new ForwardingSession(session) {
            @Override
            public Next onMessage(byte[] message) throws Exception {
                messages.incrementAndGet();
                if (!Arrays.equals(message, SIGN_OF_LIFE)) {
                    log.accept(format("[message] #%d %s", peer.id(), Text.printable(logText(message))));
                }
                return super.onMessage(message);
            }

            @Override
            public void onClose() {
                log.accept(format("[left] #%d (%d active)", peer.id(), active.decrementAndGet()));
                super.onClose();
            }
        };
    }

    /** What the console's {@code stats} prints. */
    String stats() {
        return format("%d connected since the start, %d active, %d messages", connected.get(), active.get(),
                messages.get());
    }
}
