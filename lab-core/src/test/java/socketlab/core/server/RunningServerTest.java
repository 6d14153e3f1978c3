package socketlab.core.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import socketlab.core.Options;
import socketlab.core.PeerInfo;
import socketlab.core.contract.ScriptedEcho;

/** A server stops in one order, waits for its clients, and counts the threads that it joined. */
class RunningServerTest {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final ClientRegistry clients = new ClientRegistry(new ScriptedEcho(), Options.defaults());
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final CountDownLatch accepting = new CountDownLatch(1);
    private final Thread acceptor = Thread.ofPlatform().start(() -> {
        try {
            accepting.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    });
    private final RunningServer server = new RunningServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 9999), clients,
            () -> {
                events.add("accept no more");
                accepting.countDown();
            }, List.of(acceptor), limit -> {
                events.add("the pool ends");
                return 2;
            });

    @Test
    void itStopsAcceptingThenHangsUpThenWaitsForTheClientsAndEndsThePartsLast() throws Exception {
        ScriptedOwner owner = new ScriptedOwner();
        Client client = owner.register(clients);
        Thread serving = Thread.ofPlatform().start(() -> {
            Awaitility.await().until(() -> !owner.asked.isEmpty());
            events.add("the client goes");
            clients.remove(client, Thread.currentThread());
        });
        assertThat(server.close(GRACE)).as("acceptor, client's thread, two of the pool").isEqualTo(4);
        assertThat(events).containsExactly("accept no more", "the client goes", "the pool ends");
        assertThat(owner.asked).containsExactly("hang up after 5000 ms");
        assertThat(serving.join(GRACE)).isTrue();
        assertThat(server.close(GRACE)).isZero();
    }

    @Test
    void aClientThatComesWhileTheServerStopsIsHungUpOnAtOnce() {
        server.close(Duration.ZERO);
        ScriptedOwner late = new ScriptedOwner();
        late.register(clients);
        assertThat(late.asked).containsExactly("hang up after 0 ms");
    }

    @Test
    void clientsAreListedByNumberAndHungUpOnByNumber() {
        ScriptedOwner first = new ScriptedOwner();
        ScriptedOwner second = new ScriptedOwner();
        first.register(clients).label("alice");
        second.register(clients).countMessage();
        assertThat(server.clients()).extracting(PeerInfo::id).containsExactly(1L, 2L);
        assertThat(server.clients()).extracting(PeerInfo::label).containsExactly("alice", "");
        assertThat(server.clients()).extracting(PeerInfo::messages).containsExactly(0L, 1L);
        assertThat(server.hangUp(2)).isTrue();
        assertThat(server.hangUp(2)).as("still listed").isTrue();
        assertThat(server.hangUp(3)).isFalse();
        assertThat(second.asked).as("once, with the options' own grace").containsExactly("hang up after 2000 ms");
        assertThat(first.asked).isEmpty();
        accepting.countDown();
    }

    @Test
    void aServerThatFailsTellsWhoStartedItAndStops() {
        ScriptedOwner owner = new ScriptedOwner();
        Client client = owner.register(clients);
        List<Throwable> told = new CopyOnWriteArrayList<>();
        server.failure().thenAccept(told::add);
        OutOfMemoryError full = new OutOfMemoryError("Java heap space, on purpose");
        client.report(full);
        assertThat(told).containsExactly(full);
        client.report(new OutOfMemoryError("and again"));
        Awaitility.await().until(() -> owner.asked.contains("hang up after 0 ms"));
        clients.remove(client);
        Awaitility.await().until(() -> events.contains("the pool ends"));
        assertThat(told).hasSize(1);
    }

    @Test
    void onlyAnErrorOfTheJvmItselfFailsTheServer() {
        Client client = new ScriptedOwner().register(clients);
        List<Throwable> told = new CopyOnWriteArrayList<>();
        server.failure().thenAccept(told::add);
        for (Throwable ofOneClient : List.of(new IllegalStateException("a bug"), new StackOverflowError(), new AssertionError(),
                new NoClassDefFoundError(), new OutOfMemoryError("unable to create native thread: possibly out of memory"))) {
            client.report(ofOneClient);
            client.report(new ExecutionException(ofOneClient));
        }
        assertThat(told).isEmpty();
        ExecutionException full = new ExecutionException(new OutOfMemoryError("Java heap space, on purpose"));
        client.report(full);
        assertThat(told).containsExactly(full);
        accepting.countDown();
        clients.remove(client);
    }

    @Test
    void noMoreThan64ClientsAreAcceptedAndNotAdmittedAndAStopWaitsForNone() throws Exception {
        List<Client> arrived = new ArrayList<>();
        for (int i = 0; i < 63; i++) {
            arrived.add(new ScriptedOwner().register(clients));
        }
        clients.awaitWelcomes();   // there is room for one more
        arrived.add(new ScriptedOwner().register(clients));
        assertThat(waitsUntil(() -> clients.welcomed(arrived.get(0)))).isTrue();
        clients.welcomed(arrived.get(0));
        new ScriptedOwner().register(clients);
        assertThat(waitsUntil(() -> clients.remove(arrived.get(1)))).as("it has left before").isTrue();
        new ScriptedOwner().register(clients);
        assertThat(waitsUntil(clients::beginClosing)).isTrue();
        accepting.countDown();
    }

    /** True when an acceptor waits, and no longer than until this has happened. */
    private boolean waitsUntil(Runnable event) throws InterruptedException {
        Thread waiting = Thread.ofPlatform().start(clients::awaitWelcomes);
        Awaitility.await().until(() -> waiting.getState() == Thread.State.WAITING);
        event.run();
        return waiting.join(GRACE);
    }

    @Test
    void oneClientTooManyIsToldAndTheNextIsAdmittedWhenOneHasLeft() throws Exception {
        ClientRegistry small = new ClientRegistry(new ScriptedEcho(), Options.defaults().withMaxClients(1));
        Client inside = new ScriptedOwner().register(small);
        Client tooMany = new ScriptedOwner().register(small);
        assertThat(small.open(inside)).isNotInstanceOf(ServerFullSession.class);
        assertThat(small.open(tooMany)).isInstanceOf(ServerFullSession.class);
        small.remove(tooMany);
        assertThat(small.open(new ScriptedOwner().register(small))).isInstanceOf(ServerFullSession.class);
        small.remove(inside);
        assertThat(small.open(new ScriptedOwner().register(small))).isNotInstanceOf(ServerFullSession.class);
        accepting.countDown();
    }
}
