package socketlab.single;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import socketlab.core.Framing;
import socketlab.core.Log;
import socketlab.core.Next.Compute;
import socketlab.core.Next;
import socketlab.core.Options;
import socketlab.core.PeerInfo;
import socketlab.core.Service;
import socketlab.core.Session;
import socketlab.core.server.ServerFullSession;

/** Everybody a blocking server is talking to: numbers them as they come, lists them, and sees them all out. */
public final class Clients {
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);   // after the grace, to be told and to go

    private final Service service;
    private final Framing framing;
    private final Options options;
    private final Computing computing;
    private final Map<Long, Client> here = new ConcurrentHashMap<>();
    private final Set<Long> seated = new HashSet<>();
    private final Set<Thread> finished = ConcurrentHashMap.newKeySet();
    private final AtomicLong seen = new AtomicLong();
    private final AtomicBoolean closing = new AtomicBoolean();

    public Clients(Service service, Options options, Computing computing) {
        this.service = service;
        this.framing = service.framing();
        this.options = options;
        this.computing = computing;
    }

    /** The next client; it is served by whatever thread runs it. */
    public Connection admit(Socket socket) throws IOException {
        Client client = new Client(seen.incrementAndGet(), socket, framing, options);
        here.put(client.id(), client);
        if (closing.get()) {
            client.wire.hangUp(Duration.ZERO);
        }
        return new Connection(client, this);
    }

    Session open(Client client) {
        return seat(client) ? service.open(client) : new ServerFullSession(options.maxClients());
    }

    /** Counts those who may stay, not those who are being told that they may not. */
    private synchronized boolean seat(Client client) {
        return seated.size() < options.maxClients() && seated.add(client.id());
    }

    Next compute(Compute<?> work) throws Exception {
        return options.inlineCompute() ? work.inline() : computing.run(work);
    }

    Framing framing() {
        return framing;
    }

    Options options() {
        return options;
    }

    /** What to tell a client that is interrupted. */
    String parting() {
        return closing.get() ? "the server is stopping" : "the server hangs up";
    }

    boolean pushes() {
        return service.pushes();
    }

    public List<PeerInfo> list() {
        return here.values().stream().map(Client::info).sorted(Comparator.comparingLong(PeerInfo::id)).toList();
    }

    public boolean hangUp(long id) {
        Client client = here.get(id);
        if (client != null) {
            client.hangUp();
        }
        return client != null;
    }

    /** Said by a client's own thread as the last thing it does for it. */
    synchronized void left(Client client) {
        if (closing.get()) {
            finished.add(Thread.currentThread());
        }
        here.remove(client.id());
        seated.remove(client.id());
        notifyAll();
    }

    /** Stops accepting, says goodbye, waits for everybody to go, joins every thread; returns how many. */
    public int close(ServerSocket listener, List<Thread> acceptors, Duration grace) {
        if (closing.getAndSet(true)) {
            return 0;
        }
        Listener.close(listener);
        sayGoodbye();
        try {
            here.values().forEach(client -> client.wire.hangUp(grace));
            awaitNobody(grace.plus(LAST_WORDS));
            int joined = join(acceptors);
            awaitNobody(LAST_WORDS);   // who was accepted while we closed
            finished.removeAll(acceptors);
            return joined + join(finished) + computing.close();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while stopping", e);
        }
    }

    private void sayGoodbye() {
        try {
            service.stopping();
        } catch (Throwable bug) {
            Log.error("no goodbye, and the server stops all the same", bug);
        }
    }

    private synchronized void awaitNobody(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        for (long left; !here.isEmpty() && (left = (deadline - System.nanoTime()) / 1_000_000) > 0;) {
            wait(left);
        }
    }

    private static int join(Collection<Thread> threads) throws InterruptedException {
        int joined = 0;
        for (Thread thread : threads) {
            joined += thread.join(LAST_WORDS) ? 1 : 0;
        }
        return joined;
    }
}
