package socketlab.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;

/** Sends every datagram back to its sender. */
final class DatagramEcho implements HandWrittenServer {
    private final DatagramChannel channel = DatagramChannel.open();
    private final Thread thread;

    DatagramEcho() throws IOException {
        channel.bind(HandWrittenServer.anyPort());
        thread = Thread.ofPlatform().name("hand-written").start(this::loop);
    }

    private void loop() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(64 << 10);
        try {
            while (true) {
                SocketAddress peer = channel.receive(buffer.clear());
                channel.send(buffer.flip(), peer);
            }
        } catch (ClosedChannelException closed) {
            return;   // by close(), which wakes the thread in receive
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InetSocketAddress address() {
        return (InetSocketAddress) channel.socket().getLocalSocketAddress();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        channel.close();
        thread.join();
    }
}
