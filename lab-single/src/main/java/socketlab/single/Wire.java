package socketlab.single;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import socketlab.core.Options;
import socketlab.core.server.GracePeriod;

/**
 * One client's socket: a read that others can end, a write that gathers, and a close that loses no last words. The
 * owner's thread does all the work; {@link #hangUp} and the outbox may be used from any thread.
 */
final class Wire {
    private static final Duration DISCARD_LIMIT = Duration.ofSeconds(1);
    private static final int READ_BYTES = 1024;   // each idle client keeps one of these

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[READ_BYTES];
    final Outbox outbox;
    private final GracePeriod grace = new GracePeriod();
    private Thread writer;
    private volatile boolean reading;
    private volatile boolean ending;

    Wire(Socket socket, boolean apart, Options options) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.outbox = new Outbox(socket.getOutputStream(), apart, options.outboxBytes());
    }

    /** The calling thread becomes the owner. Only a service that pushes needs a second thread to write. */
    void open(Options options, boolean pushes, String name) throws IOException {
        grace.own();
        socket.setTcpNoDelay(options.noDelay());
        socket.setSoTimeout(Math.toIntExact(options.idleTimeout().toMillis()));
        if (pushes) {
            Thread.Builder kind = Thread.currentThread().isVirtual() ? Thread.ofVirtual() : Thread.ofPlatform();
            writer = kind.name(name).start(this::write);
        }
    }

    private void write() {
        try {
            while (outbox.awaitWork()) {
                outbox.flush();
                if (ending) {
                    wake();
                }
            }
        } catch (IOException | InterruptedException gone) {
            outbox.close();
            wake();
        }
    }

    /** The bytes of one read, or null at the end of the stream; waits for them, at most the idle timeout. */
    ByteBuffer receive() throws IOException {
        reading = true;
        int count = ending ? -1 : in.read(buffer);   // said first, asked second: see wake()
        reading = false;
        return count < 0 ? null : ByteBuffer.wrap(buffer, 0, count);
    }

    boolean ending() {
        return ending;
    }

    /** Ends the client after its current step; what still waits after the grace is interrupted, then cut off. */
    void hangUp(Duration time) {
        wake();
        grace.begin(time, DISCARD_LIMIT, this::disconnect);
    }

    /**
     * Said first, asked second: either the owner sees that it is ending, or we see that it reads and end the read.
     * Input once shut down cannot be discarded any more, so while words are on their way that waits for the writer, and
     * where bytes have come the read ends by itself. Bytes that come in between are a reset to their sender: a real
     * server would read on in a thread of its own.
     */
    private void wake() {
        ending = true;
        if (reading && !outbox.owes()) {
            try {
                if (!socket.isInputShutdown() && in.available() == 0) {
                    socket.shutdownInput();
                }
            } catch (IOException e) {
                disconnect();
            }
        }
    }

    /** Lets the last words out, then closes; {@code moreToCome}: the client is known to be still sending. */
    void close(boolean moreToCome) throws IOException, InterruptedException {
        try {
            outbox.flush();
            discardInput(moreToCome);
        } finally {
            grace.end();
            outbox.close();
            disconnect();
            if (writer != null) {
                writer.join();
            }
        }
    }

    /**
     * A socket closed with unread input sends a reset, and a reset destroys replies that the client has not read yet
     * (RFC 1122, 4.2.2.13; RFC 9112, 9.6). So say that we are done and listen until the client is done too.
     */
    private void discardInput(boolean moreToCome) throws IOException {
        if (in.available() == 0 && !moreToCome) {
            return;
        }
        socket.shutdownOutput();
        long deadline = System.nanoTime() + DISCARD_LIMIT.toNanos();
        for (long left = DISCARD_LIMIT.toMillis(); left > 0; left = (deadline - System.nanoTime()) / 1_000_000) {
            socket.setSoTimeout((int) left);
            if (in.read(buffer) < 0) {
                return;
            }
        }
    }

    /** After this every blocked read or write fails: that is how a writer ends that a client keeps waiting. */
    private void disconnect() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
