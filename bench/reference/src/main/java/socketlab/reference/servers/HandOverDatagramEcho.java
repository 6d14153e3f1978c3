package socketlab.reference.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** One thread receives and hands every datagram to the platform thread of its peer, which sends the reply. */
final class HandOverDatagramEcho implements BareServer {
    private static final int WAITING = 16;   // datagrams of one peer; more are dropped

    private final DatagramChannel channel = DatagramChannel.open().bind(BareServer.anyPort());
    private final Map<SocketAddress, BlockingQueue<byte[]>> peers = new HashMap<>();   // the receiving thread only

    HandOverDatagramEcho() throws IOException {}

    @Override
    public void serve() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(64 << 10);
        try {
            while (channel.isOpen()) {
                SocketAddress peer = channel.receive(buffer.clear());
                byte[] datagram = new byte[buffer.flip().remaining()];
                buffer.get(datagram);
                peers.computeIfAbsent(peer, this::appeared).offer(datagram);
            }
        } catch (ClosedChannelException closed) {
            return;
        }
    }

    private BlockingQueue<byte[]> appeared(SocketAddress peer) {
        BlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(WAITING);
        Thread.ofPlatform().daemon().start(() -> reply(peer, queue));
        return queue;
    }

    private void reply(SocketAddress peer, BlockingQueue<byte[]> queue) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(64 << 10);
        try {
            while (channel.isOpen()) {
                channel.send(buffer.clear().put(queue.take()).flip(), peer);
            }
        } catch (ClosedChannelException | InterruptedException end) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
