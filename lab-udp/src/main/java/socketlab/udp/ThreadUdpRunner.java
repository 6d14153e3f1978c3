package socketlab.udp;

import java.io.IOException;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.LongAdder;
import socketlab.core.FrameException;
import socketlab.core.Next;
import socketlab.core.Next.Compute;
import socketlab.core.server.ComputePool;
import socketlab.single.BlockingRunner;

/**
 * One peer, served by a thread of its own, which waits for the peer's next datagram in a queue.
 *
 * <p>{@link #deliver} belongs to the receive thread; {@link #push}, {@link #hangUp} and what the idle timeout calls may
 * be called from any thread; the rest belongs to the peer's own thread.
 */
final class ThreadUdpRunner extends BlockingRunner implements UdpServer.Runner {
    private final UdpServer server;
    private final SocketAddress address;
    private final AddressValidation validation;
    private final ThreadFactory threads;
    private final ReceiveQueue queue;
    private boolean started;
    private volatile boolean waiting;   // for the next datagram, so it is the peer's turn
    private volatile boolean closed;

    /** Datagrams of one peer that wait while it is served, in order. Any thread. */
    static final class ReceiveQueue {
        private final LongAdder dropped;
        private final Queue<byte[]> datagrams = new ArrayDeque<>(1);
        private boolean closed;

        /** An empty queue, which counts here what it drops. */
        ReceiveQueue(LongAdder dropped) {
            this.dropped = dropped;
        }

        /** False: it is closed, so this is not from the peer that it was for. Drops what it has no room for. */
        synchronized boolean offer(byte[] datagram) {
            if (closed) {
                return false;
            }
            if (datagrams.size() < Datagrams.MOST_WAITING) {
                datagrams.add(datagram);
                notifyAll();
            } else {
                dropped.increment();
            }
            return true;
        }

        /** Waits for the next datagram; null once the queue is closed, which is all that ends the wait. */
        synchronized byte[] take() {
            while (datagrams.isEmpty() && !closed) {
                try {
                    wait();
                } catch (InterruptedException meantForAStep) {
                    // left over from a step of the session; a hang-up closes the queue
                }
            }
            return datagrams.poll();
        }

        /** Closes the queue, unless a datagram waits in it. Returns true when it is closed now. */
        synchronized boolean closeIfEmpty() {
            if (datagrams.isEmpty()) {
                close();
            }
            return closed;
        }

        /** Discards what waits, and accepts nothing from now on. */
        synchronized void close() {
            closed = true;
            datagrams.clear();
            notifyAll();
        }
    }

    ThreadUdpRunner(UdpServer server, SocketAddress address, ThreadFactory threads) {
        super(server.clients(), ComputePool.inline());
        this.server = server;
        this.address = address;
        this.validation = new AddressValidation(server.drops.withheld());
        this.threads = threads;
        this.queue = new ReceiveQueue(server.drops.busy());
        register(address);
    }

    /** The first datagram starts the thread. Where none can be had, the peer is forgotten and may try again. */
    @Override
    public boolean deliver(byte[] datagram) {
        validation.received(datagram);
        boolean accepted = queue.offer(datagram);
        if (!started) {
            started = true;
            startThread();
        }
        return accepted;
    }

    /** What is sent in a step of its own session answers the peer; all else is caused by others. */
    @Override
    protected void attempt(Step step) {
        validation.beginStep();
        super.attempt(step);
        validation.endStep();
    }

    private void startThread() {
        try {
            threads.newThread(this).start();
        } catch (OutOfMemoryError noThread) {
            close();
            clients.remove(client());
            throw noThread;
        }
    }

    @Override
    protected byte[] receive() throws IOException, FrameException {
        flush();
        client().touch();
        waiting = true;
        byte[] datagram = queue.take();   // waits here, for this client only
        waiting = false;
        return datagram == null ? null : Datagrams.requireWhole(datagram, clients.options());
    }

    @Override
    protected void send(byte[] message) {
        if (validation.permits(message)) {
            server.send(message, address);
        }
    }

    @Override
    protected void write() {}   // every reply has left already

    /** A client that receives its final reply and sends again is a new one. */
    @Override
    protected void beforeFinalReply() {
        server.forget(address, this);
    }

    /** Interrupted when the grace is over; but only here, for an interrupt during a send would close the channel. */
    @Override
    protected void pause(Duration time) throws InterruptedException {
        grace.sleep(time);
    }

    @Override
    protected Next compute(Compute<?> work) throws Exception {
        return grace.compute(work);
    }

    @Override
    protected void close() {
        closed = true;
        server.forget(address, this);
        queue.close();
        grace.end();
    }

    @Override
    public void push(byte[] message) {
        if (!closed && validation.permits(message)) {
            Datagrams.push(message, client(), server);
        }
    }

    /** Interrupts a step that still runs after the grace. The next datagram from this address opens a new session. */
    @Override
    public void hangUp(Duration time) {
        grace.begin(time);
        queue.close();
    }

    @Override
    public int queuedBytes() {
        return 0;   // a datagram is sent at once or never
    }

    @Override
    public boolean isWaitingForClient() {
        return waiting;
    }

    /** Without effect when a datagram has just come in: it must be served, not discarded. */
    @Override
    public void idleTimedOut() {
        synchronized (queue) {   // or the thread could wake and end before it is known why
            if (queue.closeIfEmpty()) {
                hangUpIdle();
            }
        }
    }
}
