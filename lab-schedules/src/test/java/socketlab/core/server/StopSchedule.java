package socketlab.core.server;

import static java.util.stream.Collectors.toSet;
import static socketlab.schedules.Scenario.expect;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import socketlab.core.Framing;
import socketlab.core.Options;
import socketlab.core.Peer;
import socketlab.core.PeerInfo;
import socketlab.core.Service;
import socketlab.core.Session;
import socketlab.core.framing.LineFraming;
import socketlab.schedules.Scenario;

/**
 * A server stops while its acceptor still accepts and one of the clients leaves by itself. Whoever is registered when the
 * service says goodbye is hung up on or has left, and its thread has ended when {@code close} returns; that never has to
 * wait for its limit.
 */
public final class StopSchedule implements Scenario {
    private static final Duration GRACE = Duration.ofSeconds(2);   // in the time of the schedule, which costs none
    private static final InetSocketAddress NOWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);

    private final List<ServedClient> accepted = new CopyOnWriteArrayList<>();
    private final ClientRegistry clients = new ClientRegistry(new GoodbyeService(), Options.defaults());
    private volatile boolean listening = true;
    private volatile Set<Long> present;   // when the service says goodbye

    /** Remembers who is there when it says goodbye. */
    private final class GoodbyeService implements Service {
        @Override
        public Framing framing() {
            return new LineFraming(80);
        }

        @Override
        public Session open(Peer peer) {
            throw new UnsupportedOperationException("nobody says anything here");
        }

        @Override
        public void stopping() {
            present = clients.list().stream().map(PeerInfo::id).collect(toSet());
        }
    }

    /** A client and the thread that serves it, which waits until somebody hangs up, or leaves by itself. */
    private final class ServedClient implements Client.Owner {
        private final Client client = new Client(clients.nextId(), NOWHERE, this, clients);
        private final Thread thread;
        private boolean leaving;

        ServedClient(boolean leaving) {
            this.leaving = leaving;
            this.thread = Thread.ofPlatform().unstarted(() -> Scenario.runUninterrupted(this::serve));
            clients.register(client);
        }

        private synchronized void awaitEnd() throws InterruptedException {
            while (!leaving) {
                wait();
            }
        }

        private void serve() throws InterruptedException {
            awaitEnd();
            clients.remove(client, Thread.currentThread());
        }

        @Override
        public synchronized void hangUp(Duration grace) {
            leaving = true;
            notifyAll();
        }

        @Override
        public void push(byte[] message) {
            throw new UnsupportedOperationException("nobody pushes here");
        }

        @Override
        public int queuedBytes() {
            return 0;
        }

        @Override
        public boolean isWaitingForClient() {
            return true;
        }

        @Override
        public void idleTimedOut() {
            throw new UnsupportedOperationException("nobody is idle here");
        }
    }

    private void accept(boolean leavesByItself) {
        if (listening) {
            ServedClient served = new ServedClient(leavesByItself);
            accepted.add(served);
            served.thread.start();
        }
    }

    @Override
    public void run() throws InterruptedException {
        Thread acceptor = Thread.ofPlatform().start(() -> {
            accept(true);
            accept(false);
        });
        RunningServer server = new RunningServer(NOWHERE, clients, () -> listening = false, List.of(acceptor));
        long began = System.nanoTime();
        int joined = server.close(GRACE);
        expect(true, System.nanoTime() - began < GRACE.toNanos(), "closing did not wait for its limit");
        expect(List.of(), server.clients(), "clients after the end");
        expect(false, acceptor.isAlive(), "the acceptor lives");
        for (ServedClient served : accepted) {
            expect(false, present.contains(served.client.id()) && served.thread.isAlive(),
                    "the thread of client " + served.client.id() + " lives");
        }
        expect(true, joined >= 1 + present.size(), joined + " threads joined, of more than " + present.size());
        expect(0, server.close(GRACE), "threads that a second close joins");
    }
}
