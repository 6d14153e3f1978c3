package socketlab.reference.servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;

/** One thread and a blocking channel: receive, send. */
final class BlockingDatagramEcho implements BareServer {
    private final DatagramChannel channel = DatagramChannel.open().bind(BareServer.anyPort());

    BlockingDatagramEcho() throws IOException {}

    @Override
    public void serve() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(64 << 10);
        try {
            while (channel.isOpen()) {
                SocketAddress peer = channel.receive(buffer.clear());
                channel.send(buffer.flip(), peer);
            }
        } catch (ClosedChannelException closed) {
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
    }
}
