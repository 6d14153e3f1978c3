package socketlab.load.chat;

import static java.nio.channels.SelectionKey.OP_READ;
import static java.nio.channels.SelectionKey.OP_WRITE;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import socketlab.core.FrameException;
import socketlab.load.net.LoadContext;
import socketlab.load.net.MessageChannel;

/** Over TCP: one connection, kept until the end. */
final class StreamChatTransport implements ChatTransport {
    private final MessageChannel channel;
    private ByteBuffer out = ByteBuffer.allocate(0);

    StreamChatTransport(LoadContext context, Member member) throws IOException {
        this.channel = new MessageChannel(context, member);
    }

    @Override
    public void setReceiveBuffer(int bytes) throws IOException {
        channel.setReceiveBuffer(bytes);
    }

    @Override
    public boolean connect() throws IOException {
        return channel.connect() && finishConnect();
    }

    @Override
    public boolean finishConnect() throws IOException {
        boolean connected = channel.finishConnect();
        if (connected) {
            channel.updateInterest(OP_READ);
        }
        return connected;
    }

    @Override
    public InetSocketAddress address() {
        return channel.address();
    }

    @Override
    public int localPort() throws IOException {
        return channel.localPort();
    }

    @Override
    public boolean send(byte[] message) throws IOException {
        out = channel.encode(message);
        return flush();
    }

    @Override
    public boolean flush() throws IOException {
        if (out.hasRemaining()) {
            channel.write(out);
            channel.updateInterest(out.hasRemaining() ? OP_READ | OP_WRITE : OP_READ);
        }
        return !out.hasRemaining();
    }

    @Override
    public void read() throws IOException {
        channel.read();
    }

    @Override
    public byte[] nextMessage() throws FrameException {
        return channel.nextMessage();
    }

    @Override
    public boolean isEndOfStream() {
        return channel.isEndOfStream();
    }

    @Override
    public void setReading(boolean reading) {
        channel.updateInterest(reading ? OP_READ : 0);
    }

    @Override
    public void close() {
        channel.close();
    }
}
