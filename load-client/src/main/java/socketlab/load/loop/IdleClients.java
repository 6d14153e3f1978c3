package socketlab.load.loop;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import socketlab.load.log.LoadCounters;
import socketlab.load.net.LoadContext;
import socketlab.load.plan.Transport;

/**
 * Those who are there and say nothing.
 *
 * <p>The loop's own selector watches them, so that one who is hung up on is noticed and counted, and one who is talked
 * to does not stop the server's mouth. It costs the loop nothing: epoll, and what the JDK takes elsewhere (kqueue,
 * wepoll), hand over those with news and never look at the others. A server over {@code poll} does look, at every one
 * of them, every time; that is its own time and not ours, because it has a process of its own.
 */
final class IdleClients {
    private static final int AT_A_TIME = 100;
    private static final Duration HANDSHAKE = Duration.ofSeconds(5);   // that is two more tries of the kernel's
    private static final Duration ANSWER = Duration.ofMillis(50);      // what is not answered by then may never be

    private final LoadContext shared;
    private final List<IdleClient> clients;

    IdleClients(LoadContext shared) {
        this.shared = shared;
        this.clients = IntStream.rangeClosed(1, shared.plan().connections().idle()).mapToObj(n -> new IdleClient(shared, n)).toList();
    }

    /** Goes on until all are there, or until a hundred in a row were not let in. */
    void open(BooleanSupplier stopped) throws IOException {
        Duration patience = shared.plan().transport() == Transport.TCP ? HANDSHAKE : ANSWER;
        boolean letIn = true;
        for (int from = 0; letIn && from < clients.size() && !stopped.getAsBoolean(); from += AT_A_TIME) {
            List<IdleClient> next = clients.subList(from, Math.min(from + AT_A_TIME, clients.size()));
            new Preconnect(next, shared, patience).run(stopped);
            letIn = next.stream().anyMatch(IdleClient::isThere);
        }
    }

    /** The clock starts now: who is not there counts as lost. */
    void count() {
        LoadCounters asides = shared.log().counters();
        asides.idleConnected = (int) clients.stream().filter(IdleClient::isThere).count();
        asides.idleLost = clients.size() - asides.idleConnected;
    }

    void close() {
        clients.forEach(IdleClient::close);
    }
}
