package socketlab.load.chat;

import static java.nio.channels.SelectionKey.OP_READ;
import static java.nio.channels.SelectionKey.OP_WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import socketlab.core.FrameException;
import socketlab.load.net.LoadContext;
import socketlab.load.net.MessageChannel;

/** A voice over TCP: one connection, kept until the end. */
final class StreamChatTransport implements ChatTransport {
    private final MessageChannel wire;
    private ByteBuffer out = ByteBuffer.allocate(0);

    StreamChatTransport(LoadContext shared, Member member) throws IOException {
        this.wire = new MessageChannel(shared, member);
    }

    @Override
    public void receiveBuffer(int bytes) throws IOException {
        wire.receiveBuffer(bytes);
    }

    @Override
    public boolean connect() throws IOException {
        return wire.connect() && finishConnect();
    }

    @Override
    public boolean finishConnect() throws IOException {
        boolean connected = wire.finishConnect();
        if (connected) {
            wire.await(OP_READ);
        }
        return connected;
    }

    @Override
    public int port() throws IOException {
        return wire.port();
    }

    @Override
    public boolean say(byte[] message) throws IOException {
        out = wire.framed(message);
        return flush();
    }

    @Override
    public boolean flush() throws IOException {
        if (out.hasRemaining()) {
            wire.write(out);
            wire.await(out.hasRemaining() ? OP_READ | OP_WRITE : OP_READ);
        }
        return !out.hasRemaining();
    }

    @Override
    public boolean listen() throws IOException {
        return wire.read() > 0;
    }

    @Override
    public byte[] next() throws FrameException {
        return wire.message();
    }

    @Override
    public boolean hasEnded() {
        return wire.hasEnded();
    }

    @Override
    public void attend(boolean listens) {
        wire.await(listens ? OP_READ : 0);
    }

    @Override
    public void close() {
        wire.close();
    }
}
