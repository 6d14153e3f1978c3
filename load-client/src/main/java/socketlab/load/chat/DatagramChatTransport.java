package socketlab.load.chat;

import static java.nio.channels.SelectionKey.OP_READ;
import static java.nio.channels.SelectionKey.OP_WRITE;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.ArrayDeque;
import java.util.Queue;
import socketlab.load.net.LoadContext;
import socketlab.load.net.Sockets;

/** A voice over UDP: a message is a datagram, and the socket is connected in name only. */
final class DatagramChatTransport implements ChatTransport {
    private static final int AT_ONCE = 16;   // then the others: a crowd talks to each of us

    private final LoadContext shared;
    private final DatagramChannel channel;
    private final SelectionKey key;
    private final Queue<byte[]> letters = new ArrayDeque<>();
    private ByteBuffer out = ByteBuffer.allocate(0);

    DatagramChatTransport(LoadContext shared, Member member) throws IOException {
        this.shared = shared;
        this.channel = Sockets.datagrams(shared.plan(), member.toString());
        this.key = channel.register(shared.selector(), OP_READ, member);
    }

    @Override
    public void receiveBuffer(int bytes) throws IOException {
        channel.setOption(StandardSocketOptions.SO_RCVBUF, bytes);
    }

    @Override
    public boolean connect() throws IOException {
        channel.connect(shared.plan().target());
        return true;
    }

    @Override
    public boolean finishConnect() {
        return true;
    }

    @Override
    public int port() throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    @Override
    public boolean say(byte[] message) throws IOException {
        out = ByteBuffer.wrap(message);
        return flush();
    }

    @Override
    public boolean flush() throws IOException {
        if (out.hasRemaining()) {
            channel.write(out);
            key.interestOps(out.hasRemaining() ? OP_READ | OP_WRITE : OP_READ);
        }
        return !out.hasRemaining();
    }

    @Override
    public boolean listen() throws IOException {
        for (int i = 0; i < AT_ONCE && channel.read(shared.in().clear()) > 0; i++) {
            byte[] letter = new byte[shared.in().flip().remaining()];
            shared.in().get(letter);
            letters.add(letter);
        }
        return !letters.isEmpty();
    }

    @Override
    public byte[] next() {
        return letters.poll();
    }

    /** A datagram is never the last one. */
    @Override
    public boolean hasEnded() {
        return false;
    }

    @Override
    public void attend(boolean listens) {
        key.interestOps(listens ? OP_READ : 0);
    }

    @Override
    public void close() {
        Sockets.close(channel);
    }
}
