package socketlab.reference.servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** One thread, one selector and one direct buffer: every complete line that a read gave is written back at once. */
final class SelectorLineEcho implements BareServer {
    private static final byte[] NOTHING = {};

    private final Selector selector = Selector.open();
    private final ServerSocketChannel listener = ServerSocketChannel.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 << 10);

    /** What a client has between two turns: the beginning of a line, and what its socket did not take. */
    private static final class Client {
        private byte[] part = NOTHING;
        private ByteBuffer unsent;
    }

    SelectorLineEcho() throws IOException {
        listener.bind(BareServer.anyPort(), 4096).configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
    }

    @Override
    public void serve() throws IOException {
        try {
            while (selector.isOpen()) {
                selector.select(this::ready);
            }
        } catch (ClosedSelectorException closed) {
            return;
        }
    }

    private void ready(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept();
            } else if (key.isWritable()) {
                writeRest(key, (Client) key.attachment());
            } else {
                read(key, (Client) key.attachment());
            }
        } catch (IOException lost) {
            close(key);
        }
    }

    private void accept() throws IOException {
        SocketChannel channel = listener.accept();
        if (channel != null) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true).configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, new Client());
        }
    }

    private void read(SelectionKey key, Client client) throws IOException {
        SocketChannel channel = (SocketChannel) key.channel();
        buffer.clear().put(client.part);
        if (channel.read(buffer) < 0 || client.part.length == buffer.capacity()) {
            close(key);
            return;
        }
        int limit = buffer.position();
        int end = endOfLines(client.part.length, limit);
        client.part = end == limit ? NOTHING : rest(end, limit);
        channel.write(buffer.limit(end).position(0));
        if (buffer.hasRemaining()) {
            client.unsent = ByteBuffer.allocate(buffer.remaining()).put(buffer).flip();
            key.interestOps(SelectionKey.OP_WRITE);
        }
    }

    /** An echo needs of a line only where it ends: here, of the last one that is complete. */
    private int endOfLines(int from, int limit) {
        int end = 0;
        for (int i = from; i < limit; i++) {
            if (buffer.get(i) == '\n') {
                end = i + 1;
            }
        }
        return end;
    }

    private byte[] rest(int from, int to) {
        byte[] rest = new byte[to - from];
        buffer.get(from, rest);
        return rest;
    }

    private static void writeRest(SelectionKey key, Client client) throws IOException {
        ((SocketChannel) key.channel()).write(client.unsent);
        if (!client.unsent.hasRemaining()) {
            client.unsent = null;
            key.interestOps(SelectionKey.OP_READ);
        }
    }

    private static void close(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException alreadyLost) {
            key.cancel();
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
