package socketlab.select;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import socketlab.core.Log;

/**
 * Sees a client off. A socket closed with unread input sends a reset, and a reset destroys replies that the client has
 * not read yet (RFC 1122, 4.2.2.13; RFC 9112, 9.6). So say that we are done and listen until the client is done too.
 */
final class Farewell implements EventLoop.Handler {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final SocketChannel channel;
    private final Clients clients;
    private final Runnable gone;
    private Timers.Timer limit;

    Farewell(SocketChannel channel, Clients clients, Runnable gone) {
        this.channel = channel;
        this.clients = clients;
        this.gone = gone;
    }

    /** Closes at once where nothing is unread; {@code moreToCome}: the client is known to be still sending. */
    void listen(SelectionKey key, boolean moreToCome) {
        try {
            if (channel.read(clients.buffer().clear()) > 0 || moreToCome && channel.isOpen()) {
                channel.shutdownOutput();
                key.attach(this);
                key.interestOps(SelectionKey.OP_READ);
                limit = clients.loop().after(LIMIT, this::end);
                return;
            }
        } catch (IOException reset) {
            Log.debug("a client is gone", reset);
        }
        end();
    }

    @Override
    public void ready(SelectionKey key) {
        try {
            if (channel.read(clients.buffer().clear()) >= 0) {
                return;
            }
        } catch (IOException reset) {
            Log.debug("a client is gone", reset);
        }
        end();
    }

    void end() {
        if (limit != null) {
            limit.cancel();
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            gone.run();
        }
    }
}
