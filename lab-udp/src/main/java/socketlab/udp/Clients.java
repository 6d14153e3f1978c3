package socketlab.udp;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import socketlab.core.PeerInfo;
import socketlab.udp.Wire.Datagram;

/** Everybody the server is talking to: tells them apart by address, numbers, lists them, and sees them all out. */
final class Clients {
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);   // after the grace, to be told and to go

    private final Shared shared;
    private final Function<Client, Place> places;
    private final Map<SocketAddress, Client> byAddress = new ConcurrentHashMap<>();   // who is meant by it now
    private final Map<Long, Client> here = new ConcurrentHashMap<>();   // and those who are on their way out
    private final Set<Thread> finished = ConcurrentHashMap.newKeySet();
    private long seen;

    Clients(Shared shared, Function<Client, Place> places) {
        this.shared = shared;
        this.places = places;
    }

    /** On the loop thread. Nobody connects and nobody is accepted: who speaks is here. */
    void hear(Datagram datagram) {
        Client client = byAddress.get(datagram.from());
        if (client != null) {
            client.heard();
        }
        if (client == null || !client.place.hear(datagram)) {
            admit(datagram);
        }
    }

    private void admit(Datagram first) {
        if (shared.closing().get()) {
            return;
        }
        if (byAddress.size() >= shared.options().limits().maxClients()) {
            shared.turnAway(first.from());
            return;
        }
        Client client = new Client(++seen, first.from(), this, places);
        here.put(client.id(), client);
        byAddress.put(first.from(), client);
        if (shared.closing().get()) {
            client.place.hangUp(Duration.ZERO);
        }
        client.place.open(first);
    }

    Shared shared() {
        return shared;
    }

    /** From here on its address is that of somebody new. */
    void forget(Client client) {
        byAddress.remove(client.address(), client);
    }

    /** The last thing done for it, by the thread that served it. */
    synchronized void left(Client client) {
        forget(client);
        if (shared.closing().get() && client.place instanceof OwnThread) {
            finished.add(Thread.currentThread());
        }
        here.remove(client.id());
        notifyAll();
    }

    List<PeerInfo> list() {
        return here.values().stream().map(Client::info).sorted(Comparator.comparingLong(PeerInfo::id)).toList();
    }

    void forEach(Consumer<Client> action) {
        here.values().forEach(action);
    }

    boolean hangUp(long id) {
        Client client = here.get(id);
        if (client != null) {
            client.hangUp();
        }
        return client != null;
    }

    /** Lets nobody new in, says goodbye, waits for everybody to go, ends the threads; returns how many were joined. */
    int close(Duration grace) {
        if (shared.closing().getAndSet(true)) {
            return 0;
        }
        shared.sayGoodbye();
        forEach(client -> client.place.hangUp(grace));
        try {
            awaitNobody(grace.plus(LAST_WORDS));
            int joined = shared.close(LAST_WORDS);
            for (Thread thread : finished) {
                joined += thread.join(LAST_WORDS) ? 1 : 0;
            }
            return joined;
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while stopping", e);
        }
    }

    private synchronized void awaitNobody(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        for (long left = limit.toMillis(); left > 0 && !here.isEmpty();) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
    }
}
