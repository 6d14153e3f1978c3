package socketlab.reference.servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/** One thread and a selector: all datagrams that have come are answered before the next select. */
final class SelectorDatagramEcho implements BareServer {
    private final Selector selector = Selector.open();
    private final DatagramChannel channel = DatagramChannel.open().bind(BareServer.anyPort());

    SelectorDatagramEcho() throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
    }

    @Override
    public void serve() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(64 << 10);
        try {
            while (selector.isOpen()) {
                selector.select();
                selector.selectedKeys().clear();
                for (SocketAddress peer; (peer = channel.receive(buffer.clear())) != null;) {
                    channel.send(buffer.flip(), peer);
                }
            }
        } catch (ClosedSelectorException | ClosedChannelException closed) {
            return;
        }
    }

    @Override
    public InetSocketAddress address() {
        return (InetSocketAddress) channel.socket().getLocalSocketAddress();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        selector.close();
    }
}
