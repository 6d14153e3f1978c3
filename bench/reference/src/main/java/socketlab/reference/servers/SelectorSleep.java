package socketlab.reference.servers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;

/** One thread: a request is filed with the time of its reply, one second later; all requests wait as long, so a queue is in order. */
final class SelectorSleep implements BareServer {
    private static final long SLEEP_NANOS = 1_000_000_000;
    private static final byte[] REPLY = "hello!\n".getBytes(US_ASCII);

    private final Selector selector = Selector.open();
    private final ServerSocketChannel listener = ServerSocketChannel.open();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(8 << 10);

    private record Waiting(SocketChannel client, long dueNanos) {}

    SelectorSleep() throws IOException {
        listener.bind(BareServer.anyPort(), 4096).configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
    }

    @Override
    public void serve() throws IOException {
        try {
            while (selector.isOpen()) {
                selector.select(this::ready, waitMillis());
                replyToDue();
            }
        } catch (ClosedSelectorException closed) {
            return;
        }
    }

    /** Rounded up; 0 means for ever. */
    private long waitMillis() {
        return waiting.isEmpty() ? 0 : Math.max(1, (waiting.peek().dueNanos - System.nanoTime() + 999_999) / 1_000_000);
    }

    private void ready(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                for (SocketChannel client; (client = listener.accept()) != null;) {
                    client.setOption(StandardSocketOptions.TCP_NODELAY, true).configureBlocking(false);
                    client.register(selector, SelectionKey.OP_READ);
                }
                return;
            }
            SocketChannel client = (SocketChannel) key.channel();
            if (client.read(buffer.clear()) < 0) {
                client.close();
            } else if (buffer.get(buffer.position() - 1) == '\n') {
                waiting.add(new Waiting(client, System.nanoTime() + SLEEP_NANOS));
            }
        } catch (IOException lost) {
            key.cancel();
        }
    }

    private void replyToDue() throws IOException {
        long now = System.nanoTime();
        while (!waiting.isEmpty() && waiting.peek().dueNanos <= now) {
            try (SocketChannel client = waiting.remove().client) {
                client.write(ByteBuffer.wrap(REPLY));
            }
        }
    }

    @Override
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.socket().getLocalSocketAddress();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        selector.close();
    }
}
