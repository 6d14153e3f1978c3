package socketlab.select;

import static java.nio.channels.SelectionKey.OP_ACCEPT;
import static socketlab.core.Text.format;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import socketlab.core.Log;
import socketlab.core.Options;

/** The listening socket on an event loop: accepts whenever clients are waiting, and backs off when accepting fails. */
final class AcceptHandler implements EventLoop.Handler {
    private static final int CLIENTS_PER_TURN = 64;   // then those are served who are here already
    private static final Duration ACCEPT_BACKOFF = Duration.ofMillis(100);
    private static final long CLOSE_LIMIT_MILLIS = 1_000;

    private final ServerSocketChannel channel;
    private final LoopContext context;

    AcceptHandler(ServerSocketChannel channel, LoopContext context) {
        this.channel = channel;
        this.context = context;
    }

    /** Binds and listens, so that clients are connected from now on. */
    static ServerSocketChannel bind(Options options, SelectorProvider provider) throws IOException {
        ServerSocketChannel channel = open(options.listen().address().getAddress(), provider);
        try {
            return channel.bind(options.listen().address(), options.listen().backlog());
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

    /** Before the loop is started: accepts from then on, or only after this pause. */
    void start(Duration pause) throws IOException {
        SelectionKey key = context.loop().register(channel, OP_ACCEPT, this);
        if (!pause.isZero()) {
            pauseAccepting(key, pause);
        }
    }

    @Override
    public void ready(SelectionKey key) {
        try {
            SocketChannel client = channel.accept();
            for (int accepted = 1; client != null; accepted++) {
                serve(client);
                client = accepted < CLIENTS_PER_TURN ? channel.accept() : null;
            }
        } catch (IOException | RuntimeException | Error e) {
            backOff(key, e);
        }
    }

    /** A client that has gone already is no reason to keep the next one waiting. */
    private void serve(SocketChannel client) throws IOException {
        try {
            new NonBlockingConnection(client, context).open();
        } catch (IOException gone) {
            Log.debug("a client is gone already", gone);
            client.close();
        } catch (RuntimeException | Error bug) {
            client.close();
            throw bug;
        }
    }

    /**
     * Descriptors have run out, or there is a bug. The channel stays ready as long as clients wait, so being called for it
     * would burn a core; a client that leaves will make room. Where the heap is full, the server fails.
     */
    private void backOff(SelectionKey key, Throwable failure) {
        pauseAccepting(key, ACCEPT_BACKOFF);
        if (!context.clients().failsFrom(failure)) {
            Log.warn(format("cannot accept: %s; trying again in %d ms",
                    failure instanceof RuntimeException bug ? bug : failure.getMessage(), ACCEPT_BACKOFF.toMillis()));
        }
    }

    private void pauseAccepting(SelectionKey key, Duration pause) {
        context.loop().after(pause, () -> {
            if (key.isValid()) {
                key.interestOps(OP_ACCEPT);
            }
        });
        key.interestOps(0);
    }

    /**
     * Any other thread: when this returns, nobody is accepted any more, and those who were accepted are registered. A
     * loop that is held up by a computation is not waited for.
     */
    void close() {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        context.loop().execute(() -> {
            closeChannel();
            closed.complete(null);
        });
        closed.completeOnTimeout(null, CLOSE_LIMIT_MILLIS, TimeUnit.MILLISECONDS).join();
    }

    private void closeChannel() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
