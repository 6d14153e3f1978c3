package socketlab.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** One thread serves every ready channel of a selector; it spins while a send buffer is full. */
final class SelectEcho implements HandWrittenServer {
    private final Selector selector = Selector.open();
    private final ServerSocketChannel listener = ServerSocketChannel.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(8 << 10);
    private final Thread thread;
    private volatile boolean closing;

    SelectEcho() throws IOException {
        listener.bind(HandWrittenServer.anyPort()).configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
        thread = Thread.ofPlatform().name("hand-written").start(this::loop);
    }

    private void loop() {
        try (selector; listener) {
            while (!closing) {
                selector.select();
                for (SelectionKey key : selector.selectedKeys()) {
                    serve(key);
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(SelectionKey key) throws IOException {
        if (key.isAcceptable()) {
            SocketChannel client = listener.accept();
            client.setOption(StandardSocketOptions.TCP_NODELAY, true).configureBlocking(false);
            client.register(selector, SelectionKey.OP_READ);
            return;
        }
        SocketChannel client = (SocketChannel) key.channel();
        if (client.read(buffer.clear()) < 0) {
            client.close();
            return;
        }
        buffer.flip();
        while (buffer.hasRemaining()) {
            client.write(buffer);
        }
    }

    @Override
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.socket().getLocalSocketAddress();
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        selector.wakeup();
        thread.join();
    }
}
