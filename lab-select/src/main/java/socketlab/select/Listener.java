package socketlab.select;

import static java.nio.channels.SelectionKey.OP_ACCEPT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.time.Duration;
import socketlab.core.Log;
import socketlab.core.Options;

/** Accepts all who are waiting, whenever some are, and knows what to do when accepting fails. */
final class Listener implements EventLoop.Handler {
    private static final int TURN = 64;   // clients, then those who are here already
    private static final Duration BREATHER = Duration.ofMillis(100);

    private final ServerSocketChannel channel;
    private final EventLoop loop;
    private final Door door;

    /** Where an accepted client goes. */
    @FunctionalInterface
    interface Door {
        void admit(SocketChannel client) throws IOException;
    }

    Listener(ServerSocketChannel channel, EventLoop loop, Door door) {
        this.channel = channel;
        this.loop = loop;
        this.door = door;
    }

    static ServerSocketChannel bind(Options options, SelectorProvider provider) throws IOException {
        ServerSocketChannel channel = open(options.bind().getAddress(), provider);
        try {
            return channel.bind(options.bind(), options.backlog());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** One IPv4 address needs no socket that speaks both: every packet would be translated, which costs 2 or 3 %. */
    private static ServerSocketChannel open(InetAddress address, SelectorProvider provider) throws IOException {
        boolean four = address instanceof Inet4Address && !address.isAnyLocalAddress();
        return four ? provider.openServerSocketChannel(StandardProtocolFamily.INET)
                : provider.openServerSocketChannel();
    }

    /** Before the loop is started: accepts from then on, or only after so long. */
    void listen(Duration pause) throws IOException {
        SelectionKey key = loop.register(channel, OP_ACCEPT, this);
        if (!pause.isZero()) {
            lookAway(key, pause);
        }
    }

    @Override
    public void ready(SelectionKey key) {
        try {
            SocketChannel client = channel.accept();
            for (int admitted = 1; client != null; admitted++) {
                admit(client);
                client = admitted < TURN ? channel.accept() : null;
            }
        } catch (IOException | OutOfMemoryError e) {
            backOff(key, e);
        }
    }

    /** Who has gone before being let in is no reason to keep the next one waiting. */
    private void admit(SocketChannel client) throws IOException {
        try {
            door.admit(client);
        } catch (IOException gone) {
            Log.debug("a client is gone already", gone);
            client.close();
        }
    }

    /**
     * Descriptors or memory have run out. The channel stays ready as long as anybody waits, so being told of it would
     * burn a core; a client that leaves will make room.
     */
    private void backOff(SelectionKey key, Throwable failure) {
        lookAway(key, BREATHER);
        Log.warn("cannot accept: %s; trying again in %d ms".formatted(failure.getMessage(), BREATHER.toMillis()));
    }

    private void lookAway(SelectionKey key, Duration pause) {
        loop.after(pause, () -> {
            if (key.isValid()) {
                key.interestOps(OP_ACCEPT);
            }
        });
        key.interestOps(0);
    }

    static void close(ServerSocketChannel listener) {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
