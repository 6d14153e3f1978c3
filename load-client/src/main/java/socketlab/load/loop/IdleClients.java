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
 * Clients that are connected and send no request.
 *
 * <p>They are registered with the loop's own selector, so that a closed connection is noticed and counted, and what the
 * server pushes is read, or its writes would block. It costs the loop nothing: epoll, and what the JDK uses elsewhere
 * (kqueue, wepoll), report ready channels and never look at the others. A server that uses {@code poll} does look at every
 * one of them, every time; that is its own CPU time, because it is another process.
 */
final class IdleClients {
    private static final int BATCH = 100;
    private static final Duration TCP_TIMEOUT = Duration.ofSeconds(5);   // long enough for two SYN retransmissions
    private static final Duration UDP_TIMEOUT = Duration.ofMillis(50);   // a server need not reply at all

    private final LoadContext context;
    private final List<IdleClient> clients;

    IdleClients(LoadContext context) {
        this.context = context;
        this.clients = IntStream.rangeClosed(1, context.plan().connections().idle())
                .mapToObj(n -> new IdleClient(context, n)).toList();
    }

    /** Returns when all are connected, or when none of a batch could connect. */
    void open(BooleanSupplier stopped) throws IOException {
        Duration timeout = context.plan().transport() == Transport.TCP ? TCP_TIMEOUT : UDP_TIMEOUT;
        boolean anyConnected = true;
        for (int from = 0; anyConnected && from < clients.size() && !stopped.getAsBoolean(); from += BATCH) {
            List<IdleClient> batch = clients.subList(from, Math.min(from + BATCH, clients.size()));
            new Preconnect(batch, context, timeout).run(stopped);
            anyConnected = batch.stream().anyMatch(IdleClient::isConnected);
        }
    }

    /** The clock starts now: a client that is not connected counts as lost. */
    void recordConnected() {
        LoadCounters counters = context.log().counters();
        counters.idleConnected = (int) clients.stream().filter(IdleClient::isConnected).count();
        counters.idleLost = clients.size() - counters.idleConnected;
    }

    void close() {
        clients.forEach(IdleClient::close);
    }
}
