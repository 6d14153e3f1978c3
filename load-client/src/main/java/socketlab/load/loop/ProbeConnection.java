package socketlab.load.loop;

import static socketlab.core.Text.format;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import socketlab.core.Decoder;
import socketlab.core.FrameException;
import socketlab.core.Framing;

/** A blocking connection for a probe: it writes bytes as they are, and waits for messages for a limited time. */
final class ProbeConnection implements AutoCloseable {
    private static final int READ_BYTES = 64 << 10;
    private static final int CLOSE_MILLIS = 50;

    private final Socket socket = new Socket();
    private final Decoder decoder;
    private final int limitMillis;
    private final byte[] buffer = new byte[READ_BYTES];
    private byte[] lastRead = new byte[0];
    private boolean receivedAnything;

    /**
     * What came back.
     *
     * @param message null: no message
     * @param seen    the message, or the last bytes that came instead
     * @param why     no message came, in words; empty where one did
     */
    record Answer(byte[] message, byte[] seen, String why) {}

    ProbeConnection(InetSocketAddress address, Framing framing, int limitMillis) throws IOException {
        this.decoder = framing.decoder();
        this.limitMillis = limitMillis;
        try {
            socket.connect(address, limitMillis);
            socket.setTcpNoDelay(true);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Whether any byte has come. */
    boolean receivedAnything() {
        return receivedAnything;
    }

    /** One write; a connection that the server has closed is noticed when its answer is awaited. */
    void write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException closedByServer) {
            return;
        }
    }

    /** The next message; waits as long as the limit says, also where its bytes come one by one. */
    Answer receive() {
        long deadline = System.nanoTime() + limitMillis * 1_000_000L;
        try {
            byte[] message = decoder.next();
            while (message == null && read(deadline) > 0) {
                message = decoder.next();
            }
            message = message == null ? decoder.end() : message;
            return message == null ? none("the server closed the connection") : new Answer(message, message, "");
        } catch (SocketTimeoutException silent) {
            return none(format("no message came within %d ms", limitMillis));
        } catch (FrameException malformed) {
            return none(malformed.getMessage());
        } catch (IOException reset) {
            return none(String.valueOf(reset.getMessage()));
        }
    }

    private Answer none(String why) {
        return new Answer(null, lastRead, why);
    }

    private int read(long deadline) throws IOException {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("the limit is over");
        }
        socket.setSoTimeout((int) left);
        return read();
    }

    private int read() throws IOException {
        int count = socket.getInputStream().read(buffer);
        if (count > 0) {
            receivedAnything = true;
            lastRead = Arrays.copyOf(buffer, count);
            decoder.feed(ByteBuffer.wrap(buffer, 0, count));
        }
        return count;
    }

    /** Whether the server closes the connection now; waits a moment for it. */
    boolean isClosedByServer() {
        try {
            socket.setSoTimeout(CLOSE_MILLIS);
            return read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
