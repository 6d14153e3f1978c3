package socketlab.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static socketlab.core.Text.text;
import static socketlab.core.Text.utf8;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import socketlab.core.Framing;
import socketlab.core.Next;
import socketlab.core.Options;
import socketlab.core.Peer;
import socketlab.core.Server;
import socketlab.core.Service;
import socketlab.core.Session;
import socketlab.core.contract.Caller;
import socketlab.core.contract.DatagramCaller;
import socketlab.core.framing.Framings;

/**
 * A server of one kind, its callers, and a service that does what it is told: {@code wait} until the gate opens and
 * answers, {@code bye} ends, {@code large N} answers N bytes; anything else comes back with the client's number.
 */
final class Room implements Service, AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Server server;
    private final List<DatagramCaller> callers = new ArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    final List<Peer> peers = new CopyOnWriteArrayList<>();
    final Map<Long, Integer> closed = new ConcurrentHashMap<>();

    Room(Kind kind, Options options) throws IOException {
        this(kind, options, Wire::new);
    }

    Room(Kind kind, Options options, Wire.Opening wire) throws IOException {
        server = kind.on(wire, this, options);
    }

    @Override
    public Framing framing() {
        return Framings.named("raw", 1);
    }

    @Override
    public Session open(Peer peer) {
        peers.add(peer);
        return new Session() {
            @Override
            public Next onMessage(byte[] message) {
                return answer(peer.id(), text(message));
            }

            @Override
            public void onClose() {
                closed.merge(peer.id(), 1, Integer::sum);
            }
        };
    }

    private Next answer(long id, String message) {
        return switch (message.split(" ")[0]) {
            case "wait" -> atTheGate(new Next.Reply(utf8(id + " waited"), Next.READY));
            case "wait-bye" -> atTheGate(new Next.Reply(utf8(id + " bye"), Next.HANG_UP));
            case "bye" -> new Next.Reply(utf8(id + " bye"), Next.HANG_UP);
            case "large" -> new Next.Reply(new byte[Integer.parseInt(message.split(" ")[1])], Next.READY);
            default -> new Next.Reply(utf8(id + " " + message), Next.READY);
        };
    }

    private Next atTheGate(Next then) {
        return gate.getCount() == 0 ? then : new Next.Sleep(Duration.ofMillis(2), () -> atTheGate(then));
    }

    void openTheGate() {
        gate.countDown();
    }

    Server server() {
        return server;
    }

    DatagramCaller call() throws IOException {
        DatagramCaller caller = DatagramCaller.to(server.address(), PATIENCE);
        callers.add(caller);
        return caller;
    }

    static void answers(Caller caller, String message, String expected) throws IOException {
        caller.say(message);
        assertThat(caller.hear()).isEqualTo(expected);
    }

    void await(String what, Callable<Boolean> done) {
        Awaitility.await(what).atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(2, TimeUnit.MILLISECONDS)
                .until(done);
    }

    /** Every session that was opened has been closed, once. */
    @Override
    public void close() {
        callers.forEach(DatagramCaller::close);
        server.close(Duration.ofMillis(100));
        assertThat(closed.keySet()).hasSameSizeAs(peers);
        assertThat(closed.values()).allMatch(times -> times == 1);
    }
}
