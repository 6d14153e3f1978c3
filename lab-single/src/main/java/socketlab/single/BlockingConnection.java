package socketlab.single;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;
import socketlab.core.Decoder;
import socketlab.core.FrameException;
import socketlab.core.Framing;
import socketlab.core.Options;
import socketlab.core.server.ClientRegistry;
import socketlab.core.server.ComputePool;
import socketlab.core.server.SendQueue;

/**
 * A client on a TCP connection: a read that others can end, a write that gathers, and a close that loses no final
 * reply. The thread that runs it does all the work; only where the service pushes does a second thread write.
 * {@link #push}, {@link #hangUp} and {@link #idleTimedOut} may be called from any thread.
 */
public final class BlockingConnection extends BlockingRunner {
    private static final Duration LINGER = Duration.ofSeconds(1);
    private static final int READ_BYTES = 1024;   // each idle client keeps one of these

    private final Socket socket;
    private final Framing framing;
    private final Decoder decoder;
    private final SendQueue queue;
    private final ReentrantLock writing = new ReentrantLock();   // held for as long as the client takes to read: see isBehind
    private final byte[] input = new byte[READ_BYTES];
    private InputStream in;
    private OutputStream out;
    private Thread writer;
    private volatile boolean reading;   // the serving thread is: it is the client's turn to send

    /** A client whose computations run on the thread that serves it. */
    public BlockingConnection(Socket socket, ClientRegistry clients) {
        this(socket, clients, ComputePool.inline());
    }

    /** The next client of this server; it is served by whatever thread runs it. */
    public BlockingConnection(Socket socket, ClientRegistry clients, ComputePool pool) {
        super(clients, pool);
        this.socket = socket;
        this.framing = clients.framing();
        this.decoder = decoder();
        this.queue = clients.newSendQueue();
        register(socket.getRemoteSocketAddress());
    }

    /** A framing is not our code: whatever it throws, the client is not left connected with nobody to serve it. */
    private Decoder decoder() {
        try {
            return framing.decoder();
        } catch (RuntimeException | Error bug) {
            disconnect();
            throw bug;
        }
    }

    /**
     * Serves this client on a thread of its own; where no thread can be had, the client is disconnected. Waits while too
     * many clients have a thread and no session yet.
     */
    public void startOn(ThreadFactory threads) {
        try {
            threads.newThread(this).start();
        } catch (RuntimeException | Error noThread) {
            attempt(this::close);
            clients.remove(client());
            throw noThread;
        }
        clients.awaitWelcomes();
    }

    @Override
    protected void open() throws IOException {
        grace.own();
        Options options = clients.options();
        socket.setTcpNoDelay(options.listen().noDelay());
        in = socket.getInputStream();
        out = socket.getOutputStream();
        if (clients.pushes()) {
            Thread.Builder kind = Thread.currentThread().isVirtual() ? Thread.ofVirtual() : Thread.ofPlatform();
            writer = kind.name("writer-" + client().id()).start(this::writePushes);
        }
    }

    @Override
    protected byte[] receive() throws IOException, FrameException {
        byte[] message;
        while ((message = decoder.next()) == null) {
            flush();
            int count = read();
            if (count < 0) {
                return client().isEnding() ? null : decoder.end();
            }
            decoder.feed(ByteBuffer.wrap(input, 0, count));
        }
        return message;
    }

    /** Waits for bytes; -1 at the end of the stream, or when the client is being hung up on. */
    private int read() throws IOException {
        client().touch();
        reading = true;
        int count = client().isEnding() ? -1 : in.read(input);   // first reading, then this look: see wake()
        reading = false;
        return client().isEnding() ? -1 : count;
    }

    @Override
    protected void send(byte[] message) throws IOException {
        queue.add(framing.encode(message));
        if (queue.isFull()) {
            flush();
        }
    }

    @Override
    protected void write() throws IOException {
        if (!queue.isEmpty()) {
            writeQueued();
        }
    }

    /** Everything queued so far in as few writes as can be, which makes a burst cheap. */
    private void writeQueued() throws IOException {
        writing.lock();
        try {
            int left = queue.queuedBytes();
            for (byte[] next = queue.peek(); left > 0 && next != null; next = queue.peek()) {
                out.write(next);
                left -= next.length;
                queue.remove(next.length);
            }
        } finally {
            writing.unlock();
        }
    }

    /** The writer thread. */
    private void writePushes() {
        try {
            while (queue.awaitPending()) {
                writeQueued();
                if (client().isEnding()) {
                    wake();
                }
            }
        } catch (IOException | InterruptedException gone) {
            queue.close();
            wake();
        } catch (RuntimeException | Error bug) {
            client().report(bug);
            cutOff();
        }
    }

    @Override
    public void push(byte[] message) {
        if (queue.push(framing.encode(message)) && queue.overflowed()) {
            client().cutOff("its send queue is full");
        }
    }

    @Override
    public int queuedBytes() {
        return queue.queuedBytes();
    }

    /** A step that still runs after the grace is interrupted; a client that still does not read is cut off later. */
    @Override
    public void hangUp(Duration time) {
        wake();
        grace.begin(time, LINGER, this::disconnect);
    }

    /**
     * Ends a read that waits. Ending is said first and the reading looked at second, and the reader does it the other way
     * round: so either it sees that it is to end, or we see that it reads.
     *
     * <p>Input once shut down cannot be discarded any more. So while bytes are on their way to the client this waits
     * for the writer; and where bytes have come in, the read ends by itself. Bytes that come in between cause a reset:
     * a real server would read on in a thread of its own.
     */
    private void wake() {
        client().endAfterStep();
        if (reading && !queue.hasPending()) {
            try {
                if (!socket.isInputShutdown() && in.available() == 0) {
                    socket.shutdownInput();
                }
            } catch (IOException e) {
                disconnect();
            }
        }
    }

    @Override
    public boolean isWaitingForClient() {
        return reading;
    }

    @Override
    public boolean isBehind() {
        return writing.isLocked();
    }

    @Override
    public int sentBytes() {
        return queue.sentBytes();
    }

    @Override
    public void idleTimedOut() {
        hangUpIdle();
    }

    /** A write that waits for it would wait on. */
    @Override
    public void cutOff() {
        queue.overflow();
        disconnect();
    }

    @Override
    protected void close() throws IOException, InterruptedException {
        try {
            if (in != null) {
                writeQueued();
                discardInput();
            }
        } finally {
            grace.end();
            queue.close();
            disconnect();
            if (writer != null) {
                writer.join();
            }
        }
    }

    /**
     * A socket closed with unread input sends a reset, and a reset destroys replies that the client has not read yet
     * (RFC 1122, 4.2.2.13; RFC 9112, 9.6). So send our end of stream, and read until the client sends its own.
     */
    private void discardInput() throws IOException {
        if (in.available() == 0 && !hasBadFrame()) {
            return;
        }
        socket.shutdownOutput();
        long deadline = System.nanoTime() + LINGER.toNanos();
        for (long left = LINGER.toMillis(); left > 0; left = (deadline - System.nanoTime()) / 1_000_000) {
            socket.setSoTimeout((int) left);
            if (in.read(input) < 0) {
                return;
            }
        }
    }

    /** From here on every blocked read or write fails: so ends a writer that waits for the client. */
    private void disconnect() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
