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
 * Opens connections before the clock starts, a hundred at a time: a burst would overflow the server's SYN and accept
 * queues, and then the kernel's SYN retransmissions after 1, 3 and 7 s would be measured instead of the server.
 */
final class Preconnect {
    private static final int MOST_CONNECTING = 100;

    private final Queue<ChannelHandler> unopened;
    private final List<? extends ChannelHandler> clients;
    private final Selector selector;
    private final long timeoutMillis;
    private int connecting;

    Preconnect(List<? extends ChannelHandler> clients, LoadContext context, Duration timeout) {
        this.clients = clients;
        this.unopened = new ArrayDeque<>(clients);
        this.selector = context.selector();
        this.timeoutMillis = timeout.toMillis();
    }

    /**
     * Gives up when the selector has reported nothing for the whole timeout. A client that is not connected then connects
     * with its first request, and the time for that counts.
     */
    void run(BooleanSupplier stopped) throws IOException {
        while (!stopped.getAsBoolean() && openMore() && selector.select(timeoutMillis) > 0) {
            for (SelectionKey key : selector.selectedKeys()) {
                ChannelHandler client = (ChannelHandler) key.attachment();
                boolean wasConnecting = client.isConnecting();
                client.advance();
                connecting -= wasConnecting && !client.isConnecting() ? 1 : 0;
            }
            selector.selectedKeys().clear();
        }
        clients.stream().filter(ChannelHandler::isConnecting).forEach(ChannelHandler::abandonConnect);
    }

    /** False when no client is connecting. */
    private boolean openMore() throws IOException {
        while (connecting < MOST_CONNECTING && !unopened.isEmpty()) {
            ChannelHandler client = unopened.remove();
            client.preconnect();
            connecting += client.isConnecting() ? 1 : 0;
        }
        return connecting > 0;
    }
}
