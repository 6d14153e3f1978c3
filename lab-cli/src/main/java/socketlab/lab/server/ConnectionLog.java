package socketlab.lab.server;

import static socketlab.core.Text.format;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
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

    private final boolean quiet;
    private final Consumer<String> log;
    private final Framing framing;
    private final AtomicLong connected = new AtomicLong();
    private final LongAdder messages = new LongAdder();   // many threads count here
    private final AtomicLong active = new AtomicLong();

    /**
     * A log that is written nowhere would still cost more than the echo of a message: a quiet one makes no lines.
     *
     * @param quiet only the advice, and what {@link #stats} counts
     * @param log   called on the threads that serve, several at once, and on a timer's
     */
    ConnectionLog(Service inner, boolean quiet, Consumer<String> log) {
        super(inner);
        this.quiet = quiet;
        this.log = log;
        this.framing = FramingAdvice.on(inner.framing(), FramingAdvice.PATIENCE, log);
    }

    @Override
    public Framing framing() {
        return framing;
    }

    @Override
    Session observe(Peer peer, Session session) {
        connected.incrementAndGet();
        logConnected(peer, active.incrementAndGet());
        return new ForwardingSession(session) {
            @Override
            public Next onMessage(byte[] message) throws Exception {
                messages.increment();
                if (!quiet) {
                    logMessage(peer, message);
                }
                return super.onMessage(message);
            }

            @Override
            public void onClose() {
                logLeft(peer, active.decrementAndGet());
                super.onClose();
            }
        };
    }

    private void logConnected(Peer peer, long now) {
        if (!quiet) {
            log.accept(format("[connected] #%d %s thread=%s (%d active)", peer.id(), Text.plain(peer.address()),
                    Thread.currentThread().getName(), now));
        }
    }

    private void logMessage(Peer peer, byte[] message) {
        if (!Arrays.equals(message, SIGN_OF_LIFE)) {
            log.accept(format("[message] #%d %s", peer.id(), Text.printable(logText(message))));
        }
    }

    private void logLeft(Peer peer, long now) {
        if (!quiet) {
            log.accept(format("[left] #%d (%d active)", peer.id(), now));
        }
    }

    /** What the console's {@code stats} prints. */
    String stats() {
        return format("%d connected since the start, %d active, %d messages", connected.get(), active.get(),
                messages.sum());
    }
}
