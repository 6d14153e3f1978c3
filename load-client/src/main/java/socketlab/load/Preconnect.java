package socketlab.load;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.BooleanSupplier;

/**
 * Opens every client's first connection before the clock starts, a few at a time: a burst would overflow the server's
 * queue of handshakes, and the kernel's retries after 1, 3, 7 s would be measured instead of the server.
 */
final class Preconnect {
    private static final int AT_A_TIME = 100;

    private final Queue<Client> closed;
    private final List<Client> clients;
    private final Selector selector;
    private final long patienceMillis;
    private int connecting;

    Preconnect(List<Client> clients, Shared shared) {
        this.clients = clients;
        this.closed = new ArrayDeque<>(clients);
        this.selector = shared.selector();
        this.patienceMillis = shared.plan().timeout().toMillis();
    }

    /**
     * Gives up when no handshake has been completed for as long as a request may take; who is not connected then does
     * it when it starts, on its own time.
     */
    void run(BooleanSupplier stopped) throws IOException {
        while (!stopped.getAsBoolean() && startSome() && selector.select(patienceMillis) > 0) {
            for (SelectionKey key : selector.selectedKeys()) {
                Client client = (Client) key.attachment();
                client.advance();
                connecting -= client.isConnecting() ? 0 : 1;
            }
            selector.selectedKeys().clear();
        }
        clients.stream().filter(Client::isConnecting).forEach(Client::hangUp);
    }

    /** False when there is nothing to wait for. */
    private boolean startSome() throws IOException {
        while (connecting < AT_A_TIME && !closed.isEmpty()) {
            Client client = closed.remove();
            client.preconnect();
            connecting += client.isConnecting() ? 1 : 0;
        }
        return connecting > 0;
    }
}
