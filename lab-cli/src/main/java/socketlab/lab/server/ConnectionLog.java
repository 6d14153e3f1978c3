package socketlab.lab.server;

import static socketlab.core.Text.format;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import socketlab.core.Next;
import socketlab.core.Peer;
import socketlab.core.Service;
import socketlab.core.Session;
import socketlab.core.Text;

/** Logs a line for each client that connects, each message, and each client that leaves. */
final class ConnectionLog extends InstrumentedService {
    private final Consumer<String> log;
    private final AtomicLong connected = new AtomicLong();
    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong active = new AtomicLong();

    /** The log is called on the threads that serve, several at once. */
    ConnectionLog(Service inner, Consumer<String> log) {
        super(inner);
        this.log = log;
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
                log.accept(format("[message] #%d %s", peer.id(), Text.printable(logText(message))));
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
