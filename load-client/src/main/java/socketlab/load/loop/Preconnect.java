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
    private final long timeoutNanos;
    private int connecting;

    Preconnect(List<? extends ChannelHandler> clients, LoadContext context, Duration timeout) {
        this.clients = clients;
        this.unopened = new ArrayDeque<>(clients);
        this.selector = context.selector();
        this.timeoutNanos = timeout.toNanos();
    }

    /**
     * Gives up when no further client was connected for the whole timeout, however much the server sends to others. A client
     * that is not connected then connects with its first request, and the time for that counts.
     */
    void run(BooleanSupplier stopped) throws IOException {
        long deadline = System.nanoTime() + timeoutNanos;
        while (!stopped.getAsBoolean() && openMore() && select(deadline - System.nanoTime())) {
            for (SelectionKey key : selector.selectedKeys()) {
                ChannelHandler client = (ChannelHandler) key.attachment();
                boolean wasConnecting = client.isConnecting();
                client.advance();
                if (wasConnecting && !client.isConnecting()) {
                    connecting--;
                    deadline = System.nanoTime() + timeoutNanos;
                }
            }
            selector.selectedKeys().clear();
        }
        clients.stream().filter(ChannelHandler::isConnecting).forEach(ChannelHandler::abandonConnect);
    }

    private boolean select(long nanos) throws IOException {
        return nanos > 0 && selector.select((nanos + 999_999) / 1_000_000) > 0;
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
