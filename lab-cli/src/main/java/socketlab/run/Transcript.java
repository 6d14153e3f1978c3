package socketlab.run;

import static socketlab.core.Text.text;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import socketlab.core.Next;
import socketlab.core.Peer;
import socketlab.core.Service;
import socketlab.core.Session;

/** Says in one line each who connected, what they said and who left: the log of a server that a person watches. */
public final class Transcript extends Observed {
    private final Consumer<String> log;
    private final AtomicLong connected = new AtomicLong();
    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong active = new AtomicLong();

    /** The log is called from the threads that serve, several at once. */
    public Transcript(Service inner, Consumer<String> log) {
        super(inner);
        this.log = log;
    }

    @Override
    Session watch(Peer peer, Session session) {
        connected.incrementAndGet();
        log.accept("[connected] #%d %s thread=%s (%d active)".formatted(peer.id(), plain(peer.address()),
                Thread.currentThread().getName(), active.incrementAndGet()));
        return new Passing(session) {
            @Override
            public Next onMessage(byte[] message) throws Exception {
                messages.incrementAndGet();
                log.accept("[message] #%d %s".formatted(peer.id(), printable(text(message))));
                return super.onMessage(message);
            }

            @Override
            public void onClose() {
                log.accept("[left] #%d (%d active)".formatted(peer.id(), active.decrementAndGet()));
                super.onClose();
            }
        };
    }

    /** What the console's {@code stats} prints. */
    public String stats() {
        return "%d connected since the start, %d active, %d messages".formatted(connected.get(), active.get(),
                messages.get());
    }

    /** {@code 127.0.0.1:5001}, without the slash that Java puts before an address. */
    public static String plain(SocketAddress address) {
        return address instanceof InetSocketAddress tcp
                ? tcp.getAddress().getHostAddress() + ":" + tcp.getPort() : String.valueOf(address);
    }

    /** What a client sends must not steer the terminal of whoever watches. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
