package socketlab.udp;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import socketlab.udp.Wire.Datagram;

/** A peer served by a thread of its own, which waits for its next datagram in an inbox. */
final class OwnThread implements Place {
    private final Client client;
    private final ThreadFactory threads;
    private final Steps steps;
    private final Inbox inbox;

    OwnThread(Client client, ThreadFactory threads) {
        this.client = client;
        this.threads = threads;
        this.steps = new Steps(client);
        this.inbox = client.shared.inbox();
    }

    /** Where no thread is to be had, the peer is forgotten, and may try again. */
    @Override
    public void open(Datagram first) {
        try {
            threads.newThread(() -> serve(first)).start();
        } catch (OutOfMemoryError noThread) {
            client.left();
            throw noThread;
        }
    }

    /** Serves this peer to the end. */
    private void serve(Datagram first) {
        boolean staying = steps.open() && steps.serve(first);
        while (staying) {
            Datagram next = next();
            staying = next != null && steps.serve(next);
        }
        inbox.close();
        steps.leave();
    }

    private Datagram next() {
        try {
            return inbox.take(Silence.limit(client.shared.options()));
        } catch (InterruptedException notOurs) {
            return null;
        }
    }

    @Override
    public boolean hear(Datagram next) {
        return inbox.offer(next);
    }

    @Override
    public boolean busy() {
        return true;   // its thread knows how long it has been silent, and nobody else needs to
    }

    @Override
    public void flush() {
        steps.flushPushed();
    }

    @Override
    public void hangUp(Duration grace) {
        steps.hangUp(grace);
        inbox.close();
    }
}
