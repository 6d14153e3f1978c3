package socketlab.core.contract;

import static socketlab.core.Text.utf8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A client on a TCP connection, which can also send half a line, close its half, or reset the connection. */
public final class StreamClient implements TestClient {
    private final Socket socket = new Socket();
    private final Duration patience;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final InputStream in;

    private StreamClient(InetSocketAddress server, Duration patience, int receiveBytes) throws IOException {
        this.patience = patience;
        try {
            if (receiveBytes > 0) {
                socket.setReceiveBufferSize(receiveBytes);   // before connecting, or the window is already larger
            }
            socket.setTcpNoDelay(true);
            socket.connect(server, millis(patience));
            socket.setSoTimeout(millis(patience));
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    static StreamClient to(InetSocketAddress server, Duration patience) throws IOException {
        return new StreamClient(server, patience, 0);
    }

    /** One with a small receive buffer: its kernel takes only a few kilobytes that it has not read. */
    static StreamClient narrow(InetSocketAddress server, Duration patience) throws IOException {
        return new StreamClient(server, patience, 16 << 10);
    }

    private static int millis(Duration time) {
        return Math.toIntExact(time.toMillis());
    }

    @Override
    public void send(String message) throws IOException {
        send(utf8(message + "\n"));
    }

    /** Bytes as they are. A write has no timeout, so the socket is closed on one that takes too long. */
    public void send(byte[] bytes) throws IOException {
        CompletableFuture<Void> sent = new CompletableFuture<Void>().orTimeout(millis(patience), TimeUnit.MILLISECONDS);
        sent.exceptionally(late -> {
            reset();
            return null;
        });
        socket.getOutputStream().write(bytes);
        sent.complete(null);
    }

    /** The same bytes again and again, at least once. */
    void sendUntil(CountDownLatch done, byte[] bytes) {
        try {
            do {
                send(bytes);
            } while (done.getCount() > 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String receive() throws IOException {
        for (int next; (next = in.read()) != '\n';) {
            if (next < 0 && received.size() > 0) {
                throw new EOFException("hung up in the middle of: " + received);
            }
            if (next < 0) {
                return null;
            }
            received.write(next);
        }
        String line = received.toString(StandardCharsets.UTF_8);
        received.reset();
        return line;
    }

    /** Reads so many bytes, in equal portions spread over this time; how many came. */
    int receiveSlowly(Duration time, int bytes) throws IOException, InterruptedException {
        int portions = 32;
        int received = 0;
        for (int i = 1; i <= portions; i++) {
            received += in.readNBytes(bytes / portions).length;
            TimeUnit.NANOSECONDS.sleep(time.toNanos() / portions);   // it is the subject: a client that takes its time
        }
        return received + in.readNBytes(bytes % portions).length;
    }

    /** What one read returns; not to be mixed with the other methods, which read ahead. */
    String readOnce() throws IOException {
        byte[] some = new byte[1 << 16];
        int count = socket.getInputStream().read(some);
        if (count < 0) {
            throw new EOFException("hung up");
        }
        return new String(some, 0, count, StandardCharsets.UTF_8);
    }

    @Override
    public boolean receivesNothingFor(Duration silence) throws IOException {
        socket.setSoTimeout(millis(silence));
        in.mark(1);
        try {
            in.read();
            in.reset();
            return false;
        } catch (SocketTimeoutException nothing) {
            return true;
        } finally {
            socket.setSoTimeout(millis(patience));
        }
    }

    /** Sends the end of its stream, and still reads. */
    public void halfClose() throws IOException {
        socket.shutdownOutput();
    }

    /** Closes with a reset: the server's next read or write fails. */
    public void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
