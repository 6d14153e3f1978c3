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

/** Talk over TCP: messages lie in a stream, and a framing finds them. */
final class TcpChatChannel implements ChatChannel {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int READ_BYTES = 8 << 10;

    private final Socket socket = new Socket();
    private final Framing framing;
    private final Decoder decoder;
    private final byte[] read = new byte[READ_BYTES];

    TcpChatChannel(InetSocketAddress server, Framing framing) throws IOException {
        this.framing = framing;
        this.decoder = framing.decoder();
        try {
            socket.connect(server, PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    @Override
    public InetSocketAddress here() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    @Override
    public void say(String message) throws IOException {
        socket.getOutputStream().write(framing.encode(utf8(message)));
    }

    @Override
    public String hear() throws IOException {
        InputStream in = socket.getInputStream();
        try {
            byte[] message = decoder.next();
            for (int count; message == null; message = decoder.next()) {
                count = in.read(read);
                if (count < 0) {
                    byte[] unended = decoder.end();
                    return unended == null ? null : text(unended);
                }
                decoder.feed(ByteBuffer.wrap(read, 0, count));
            }
            return text(message);
        } catch (FrameException e) {
            throw new IOException("what it sends cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void finish() throws IOException {
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
