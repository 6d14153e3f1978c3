package socketlab.core.server;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import socketlab.core.Framing;
import socketlab.core.Log;
import socketlab.core.Options;
import socketlab.core.PeerInfo;
import socketlab.core.Service;
import socketlab.core.Session;

/**
 * All clients of one server: numbers them, admits or rejects them, lists them, and waits until they are gone. Any
 * thread may call.
 */
public final class ClientRegistry {
    private final Service service;
    private final Framing framing;
    private final Options options;
    private final Map<Long, Client> clients = new ConcurrentHashMap<>();
    private final Set<Thread> finished = ConcurrentHashMap.newKeySet();
    private final AtomicLong lastId = new AtomicLong();
    private final AtomicBoolean closing = new AtomicBoolean();
    private int admitted;   // without those who are only told that the server is full; under the monitor

    /** An empty registry of a server for this service. */
    public ClientRegistry(Service service, Options options) {
        this.service = service;
        this.framing = service.framing();
        this.options = options;
    }

    /** The number of the next client, from 1. */
    public long nextId() {
        return lastId.incrementAndGet();
    }

    /** From here on others see the client, and it must be removed in the end. One that comes too late is hung up on. */
    public void register(Client client) {
        clients.put(client.id(), client);
        if (closing.get()) {
            client.hangUp(Duration.ZERO);
        }
    }

    /** The client's session, on the thread that serves it; for one client too many, a session that says so. */
    public Session open(Client client) {
        return admit(client) ? service.open(client) : rejectFull();
    }

    private synchronized boolean admit(Client client) {
        if (admitted >= options.limits().maxClients()) {
            return false;
        }
        client.admitted = true;
        admitted++;
        return true;
    }

    private Session rejectFull() {
        return new ServerFullSession(options.limits().maxClients());
    }

    /** The last thing that is done for a client, by a thread that serves others too. */
    public synchronized void remove(Client client) {
        admitted -= client.admitted ? 1 : 0;
        client.admitted = false;
        clients.remove(client.id());
        notifyAll();
    }

    /** The same, by a thread that ends now: a server that has begun to stop before the client is gone joins it. */
    public synchronized void remove(Client client, Thread served) {
        if (closing.get()) {
            finished.add(served);
        }
        remove(client);
    }

    /** How messages lie in the stream: the service's framing. */
    public Framing framing() {
        return framing;
    }

    /** What the server was started with. */
    public Options options() {
        return options;
    }

    /** True when the service sends to clients unasked. */
    public boolean pushes() {
        return service.pushes();
    }

    /** What a client is told whose step was interrupted. */
    public String closeReason() {
        return isClosing() ? "the server is stopping" : "the server hangs up";
    }

    /** True once the server has begun to stop. */
    public boolean isClosing() {
        return closing.get();
    }

    /** Every client, by number. */
    public List<PeerInfo> list() {
        return clients.values().stream().map(Client::info).sorted(Comparator.comparingLong(PeerInfo::id)).toList();
    }

    /** Ends one client after its current step; false when nobody has this number. */
    public boolean hangUp(long id) {
        Client client = clients.get(id);
        if (client != null) {
            client.hangUp();
        }
        return client != null;
    }

    void forEach(Consumer<Client> action) {
        clients.values().forEach(action);
    }

    /** False: somebody else has begun to stop the server. */
    synchronized boolean beginClosing() {
        return !closing.getAndSet(true);
    }

    /** Lets the service say goodbye; a bug in it does not keep the server from stopping. */
    void sayGoodbye() {
        try {
            service.stopping();
        } catch (Throwable bug) {
            Log.error("the service failed to say goodbye; the server stops anyway", bug);
        }
    }

    void hangUpAll(Duration grace) {
        forEach(client -> client.hangUp(grace));
    }

    /** Waits until no client is left, at most this long. */
    synchronized void awaitEmpty(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        for (long left; !clients.isEmpty() && (left = (deadline - System.nanoTime()) / 1_000_000) > 0;) {
            wait(left);
        }
    }

    /** Threads that have served their last client since the server began to stop. */
    Set<Thread> finished() {
        return finished;
    }
}
