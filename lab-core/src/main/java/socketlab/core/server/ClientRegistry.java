package socketlab.core.server;

import static socketlab.core.Text.format;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
 * All clients of one server: numbers them, admits or rejects them, lists them, bounds what waits for them, and waits
 * until they are gone. And what all parts of a server tell when it cannot go on. Any thread may call.
 */
public final class ClientRegistry {
    private static final int MOST_ARRIVING = 64;

    private final Service service;
    private final Framing framing;
    private final Options options;
    private final Map<Long, Client> clients = new ConcurrentHashMap<>();
    private final Set<Thread> finished = ConcurrentHashMap.newKeySet();
    private final AtomicLong lastId = new AtomicLong();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private final SendBudget budget;
    private int arriving;   // accepted and not admitted yet; this and the next: under the monitor
    private int admitted;   // without those who are only told that the server is full

    /** An empty registry of a server for this service. */
    public ClientRegistry(Service service, Options options) {
        this.service = service;
        this.framing = service.framing();
        this.options = options;
        this.budget = new SendBudget(options.maxQueuedBytes(), this::disconnectSlowest);
    }

    /** The number of the next client, from 1. */
    public long nextId() {
        return lastId.incrementAndGet();
    }

    /** From here on others see the client, and it must be removed in the end. One that comes too late is hung up on. */
    public void register(Client client) {
        clients.put(client.id(), client);
        arrives(client);
        if (closing.get()) {
            client.hangUp(Duration.ZERO);
        }
    }

    private synchronized void arrives(Client client) {
        client.arriving = true;
        arriving++;
    }

    /** By the thread that serves the client: its session has begun. */
    public synchronized void welcomed(Client client) {
        arriving -= client.arriving ? 1 : 0;
        client.arriving = false;
        notifyAll();
    }

    /**
     * By a thread that accepts clients which others then serve: waits while 64 of them have no session yet. The kernel's
     * accept queue costs less than a thread and a descriptor for each client that waits to be let in.
     */
    public synchronized void awaitWelcomes() {
        try {
            while (arriving >= MOST_ARRIVING && !closing.get()) {
                wait();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
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
        welcomed(client);
    }

    /** The same, by a thread that ends now: a server that stops joins it. */
    public void remove(Client client, Thread served) {
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

    /** The send queue of one more client. */
    public SendQueue newSendQueue() {
        return new SendQueue(framing.preservesWrites(), options.limits().sendQueueBytes(), budget);
    }

    /** Of those for whom anything waits, ends the one for whom most does. */
    private boolean disconnectSlowest() {
        Optional<Client> slowest = clients.values().stream().filter(client -> client.queuedBytes() > 0)
                .max(Comparator.comparingInt(Client::queuedBytes));
        slowest.ifPresent(client -> client.cutOff(format("more than %d bytes wait for all clients together, most of them for"
                + " this one", options.maxQueuedBytes())));
        return slowest.isPresent();
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
        notifyAll();
        return !closing.getAndSet(true);
    }

    /** The server cannot go on: whoever started it is told the reason, and it stops. Only the first reason counts. */
    public void fail(Throwable reason) {
        failure.complete(reason);
    }

    /**
     * True where nothing is certain after this fault, because the heap is full, say: then the server fails. After any
     * other it goes on, also without a stack deep enough for one client or a thread for one more.
     */
    public boolean failsFrom(Throwable fault) {
        boolean fails = isFatal(fault);
        if (fails) {
            fail(fault);
        }
        return fails;
    }

    /** True for an error of the JVM that leaves nobody to be served, or where it is the cause of this one. */
    public static boolean isFatal(Throwable fault) {
        return fault instanceof VirtualMachineError error ? !(error instanceof StackOverflowError) && !isForThread(error)
                : fault.getCause() instanceof VirtualMachineError cause && isFatal(cause);
    }

    /** The JDK says only in words that it was a thread, not memory, that could not be had. */
    private static boolean isForThread(Throwable error) {
        return String.valueOf(error.getMessage()).contains("native thread");
    }

    /** Completes with the reason when the server fails. */
    CompletableFuture<Throwable> failure() {
        return failure;
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
