package socketlab.select;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelectionKey;
import java.nio.channels.spi.SelectorProvider;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A listening channel on a system without a descriptor to spare, until there is room. */
final class ListeningChannelWithoutRoom extends ServerSocketChannel {
    final AtomicInteger asked = new AtomicInteger();
    volatile boolean room;

    ListeningChannelWithoutRoom() {
        super(SelectorProvider.provider());
    }

    /** A key that remembers what it is interested in, and belongs to no selector. */
    static final class Key extends AbstractSelectionKey {
        private final ListeningChannelWithoutRoom channel;
        private volatile int interest = OP_ACCEPT;

        Key(ListeningChannelWithoutRoom channel) {
            this.channel = channel;
        }

        @Override
        public SelectableChannel channel() {
            return channel;
        }

        @Override
        public Selector selector() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int interestOps() {
            return interest;
        }

        @Override
        public SelectionKey interestOps(int ops) {
            interest = ops;
            return this;
        }

        @Override
        public int readyOps() {
            return OP_ACCEPT;
        }
    }

    /** With room: no client is waiting. */
    @Override
    public SocketChannel accept() throws IOException {
        asked.incrementAndGet();
        if (!room) {
            throw new IOException("Too many open files");
        }
        return null;
    }

    @Override
    public ServerSocketChannel bind(SocketAddress local, int backlog) {
        return this;
    }

    @Override
    public <T> ServerSocketChannel setOption(SocketOption<T> name, T value) {
        return this;
    }

    @Override
    public <T> T getOption(SocketOption<T> name) {
        return null;
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return Set.of();
    }

    @Override
    public ServerSocket socket() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SocketAddress getLocalAddress() {
        return null;
    }

    @Override
    protected void implCloseSelectableChannel() {}

    @Override
    protected void implConfigureBlocking(boolean block) {}
}
