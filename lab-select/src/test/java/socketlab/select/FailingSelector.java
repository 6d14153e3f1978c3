package socketlab.select;

import java.io.IOException;
import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelectableChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.util.HashSet;
import java.util.Set;

/** A selector that cannot wait, from a provider that has nothing else. */
final class FailingSelector extends AbstractSelector {
    private final Set<SelectionKey> selected = new HashSet<>();

    FailingSelector() {
        super(new Provider());
        ((Provider) provider()).selector = this;
    }

    private static final class Provider extends SelectorProvider {
        private FailingSelector selector;

        @Override
        public AbstractSelector openSelector() {
            return selector;
        }

        @Override
        public DatagramChannel openDatagramChannel() {
            throw new UnsupportedOperationException();
        }

        @Override
        public DatagramChannel openDatagramChannel(ProtocolFamily family) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Pipe openPipe() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServerSocketChannel openServerSocketChannel() {
            throw new UnsupportedOperationException();
        }

        @Override
        public SocketChannel openSocketChannel() {
            throw new UnsupportedOperationException();
        }
    }

    private static int fail() throws IOException {
        throw new IOException("no such file, on purpose");
    }

    @Override
    public int selectNow() throws IOException {
        return fail();
    }

    @Override
    public int select(long timeout) throws IOException {
        return fail();
    }

    @Override
    public int select() throws IOException {
        return fail();
    }

    @Override
    public Selector wakeup() {
        return this;
    }

    @Override
    public Set<SelectionKey> keys() {
        return Set.of();
    }

    @Override
    public Set<SelectionKey> selectedKeys() {
        return selected;
    }

    @Override
    protected SelectionKey register(AbstractSelectableChannel channel, int interest, Object attachment) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void implCloseSelector() {}
}
