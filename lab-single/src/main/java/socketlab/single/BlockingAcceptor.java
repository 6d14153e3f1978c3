package socketlab.single;

import static socketlab.core.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import socketlab.core.Log;
import socketlab.core.Options;
import socketlab.core.server.ClientRegistry;
import socketlab.core.server.IdleTimeout;

/**
 * The listening socket of a blocking server, and what surrounds an accept loop: bind before it, threads for it, and
 * what to do when accepting fails. Any thread may call.
 */
public final class BlockingAcceptor {
    private static final int ACCEPT_BACKOFF_MILLIS = 100;

    private final ServerSocket socket = new ServerSocket();
    private final ClientRegistry clients;
    private final InetSocketAddress address;
    private final long acceptFromNanos;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Binds and listens, so that clients are connected from now on. */
    public BlockingAcceptor(ClientRegistry clients) throws IOException {
        this.clients = clients;
        Options options = clients.options();
        Log.open();
        try {
            socket.bind(options.listen().address(), options.listen().backlog());
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        address = (InetSocketAddress) socket.getLocalSocketAddress();
        acceptFromNanos = System.nanoTime() + options.listen().acceptAfter().toNanos();
    }

    /** Where it listens, with the real port. */
    public InetSocketAddress address() {
        return address;
    }

    /** Waits for the next client; at first also until it is time to accept at all. */
    public Socket accept() throws IOException {
        long early = acceptFromNanos - System.nanoTime();
        if (early > 0) {
            awaitNanos(early);
        }
        return socket.accept();
    }

    private void awaitNanos(long nanos) throws IOException {
        try {
            if (closed.await(nanos, TimeUnit.NANOSECONDS)) {
                throw new SocketException("closed before anybody was accepted");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new SocketException("interrupted before anybody was accepted");
        }
    }

    /**
     * Starts the accept loop on this many threads, and the timer that ends silent clients; where one of them cannot be
     * had, closes the socket and throws.
     */
    public List<Thread> start(int count, ThreadFactory threads, Runnable loop) throws IOException {
        List<Thread> started = new ArrayList<>();
        try {
            IdleTimeout.start(clients);
            while (started.size() < count) {
                Thread thread = threads.newThread(loop);
                thread.start();
                started.add(thread);
            }
            return started;
        } catch (OutOfMemoryError noThread) {
            close();   // so those that run already end
            throw new IOException(format("only %d of %d threads could be started (%s); take fewer, or see ulimit -u", started
                    .size(), count, noThread
                            .getMessage()), noThread);
        }
    }

    /**
     * Accepting failed. When the socket was closed, that is how its loop ends. Otherwise descriptors or threads have run
     * out, or there is a bug: trying again at once would burn a core, and a client that leaves will make room. Where the
     * heap is full, the server fails.
     */
    public void backOff(Throwable failure) {
        if (isClosed()) {
            return;
        }
        if (!clients.failsFrom(failure)) {
            Log.warn(format("cannot accept: %s; trying again in %d ms", reason(failure), ACCEPT_BACKOFF_MILLIS));
        }
        try {
            Thread.sleep(ACCEPT_BACKOFF_MILLIS);
        } catch (InterruptedException stop) {
            close();
        }
    }

    private static String reason(Throwable failure) {
        return failure instanceof RuntimeException bug ? bug.toString() : failure.getMessage();
    }

    /** True when the accept loop is to end. */
    public boolean isClosed() {
        return socket.isClosed();
    }

    /** Accepts no more: a thread that waits in {@link #accept} gets an exception. */
    public void close() {
        closed.countDown();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
