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

/** Over UDP: a message is a datagram, and connecting sends no packet. */
final class DatagramChatTransport implements ChatTransport {
    private static final int READS_PER_TURN = 16;   // then the other members: each of them receives as many

    private final LoadContext context;
    private final InetSocketAddress address;
    private final DatagramChannel channel;
    private final SelectionKey key;
    private final Queue<byte[]> datagrams = new ArrayDeque<>();
    private ByteBuffer out = ByteBuffer.allocate(0);

    DatagramChatTransport(LoadContext context, Member member) throws IOException {
        this.context = context;
        this.address = context.addresses().current();
        this.channel = Sockets.openUdp(address, member.toString());
        this.key = channel.register(context.selector(), OP_READ, member);
    }

    @Override
    public void setReceiveBuffer(int bytes) throws IOException {
        channel.setOption(StandardSocketOptions.SO_RCVBUF, bytes);
    }

    @Override
    public boolean connect() throws IOException {
        channel.connect(address);
        return true;
    }

    @Override
    public boolean finishConnect() {
        return true;
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public int localPort() throws IOException {
        return ((InetSocketAddress) channel.getLocalAddress()).getPort();
    }

    @Override
    public boolean send(byte[] message) throws IOException {
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
    public void read() throws IOException {
        for (int i = 0; i < READS_PER_TURN && channel.read(context.readBuffer().clear()) > 0; i++) {
            byte[] datagram = new byte[context.readBuffer().flip().remaining()];
            context.readBuffer().get(datagram);
            context.addresses().confirm(address);
            datagrams.add(datagram);
        }
    }

    @Override
    public byte[] nextMessage() {
        return datagrams.poll();
    }

    /** UDP has no end of stream. */
    @Override
    public boolean isEndOfStream() {
        return false;
    }

    @Override
    public void setReading(boolean reading) {
        key.interestOps(reading ? OP_READ : 0);
    }

    @Override
    public void close() {
        Sockets.closeQuietly(channel);
    }
}
