package socketlab.lab.talk;

import static socketlab.core.Text.text;
import static socketlab.core.Text.utf8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import socketlab.core.Decoder;
import socketlab.core.FrameException;
import socketlab.core.Framing;

/** A chat over TCP: a framing finds the messages in the stream. */
final class TcpChatChannel implements ChatChannel {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int READ_BYTES = 8 << 10;

    private final Socket socket = new Socket();
    private final Framing framing;
    private final Decoder decoder;
    private final byte[] read = new byte[READ_BYTES];

    TcpChatChannel(InetSocketAddress server, Framing framing) throws IOException {
        this.framing = framing;
        this.decoder = framing.decoder();
        try {
            socket.connect(server, CONNECT_MILLIS);
            socket.setTcpNoDelay(true);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    @Override
    public InetSocketAddress localAddress() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    @Override
    public void send(String message) throws IOException {
        socket.getOutputStream().write(framing.encode(utf8(message)));
    }

    @Override
    public String receive() throws IOException {
        InputStream in = socket.getInputStream();
        try {
            byte[] message = decoder.next();
            for (int count; message == null; message = decoder.next()) {
                count = in.read(read);
                if (count < 0) {
                    byte[] last = decoder.end();
                    return last == null ? null : text(last);
                }
                decoder.feed(ByteBuffer.wrap(read, 0, count));
            }
            return text(message);
        } catch (FrameException e) {
            throw new IOException("what it sends cannot be decoded: " + e.getMessage(), e);
        }
    }

    @Override
    public void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
