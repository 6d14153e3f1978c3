package socketlab.load.loop;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import socketlab.load.net.LoadContext;

/**
 * Opens first connections before the clock starts, a few at a time: a burst would overflow the server's
 * queue of handshakes, and the kernel's retries after 1, 3, 7 s would be measured instead of the server.
 */
final class Preconnect {
    private static final int AT_A_TIME = 100;

    private final Queue<ChannelHandler> closed;
    private final List<? extends ChannelHandler> clients;
    private final Selector selector;
    private final long patienceMillis;
    private int connecting;

    Preconnect(List<? extends ChannelHandler> clients, LoadContext shared, Duration patience) {
        this.clients = clients;
        this.closed = new ArrayDeque<>(clients);
        this.selector = shared.selector();
        this.patienceMillis = patience.toMillis();
    }

    /**
     * Gives up when the kernel has had no news for as long as the patience lasts. A client that is not connected then
     * does it when it starts, on its own time.
     */
    void run(BooleanSupplier stopped) throws IOException {
        while (!stopped.getAsBoolean() && startSome() && selector.select(patienceMillis) > 0) {
            for (SelectionKey key : selector.selectedKeys()) {
                ChannelHandler party = (ChannelHandler) key.attachment();
                boolean before = party.isConnecting();
                party.advance();
                connecting -= before && !party.isConnecting() ? 1 : 0;
            }
            selector.selectedKeys().clear();
        }
        clients.stream().filter(ChannelHandler::isConnecting).forEach(ChannelHandler::giveUp);
    }

    /** False when there is nothing to wait for. */
    private boolean startSome() throws IOException {
        while (connecting < AT_A_TIME && !closed.isEmpty()) {
            ChannelHandler client = closed.remove();
            client.preconnect();
            connecting += client.isConnecting() ? 1 : 0;
        }
        return connecting > 0;
    }
}
