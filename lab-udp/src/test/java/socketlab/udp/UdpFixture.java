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
import socketlab.core.contract.TestClient;
import socketlab.core.contract.DatagramClient;
import socketlab.core.framing.Framings;

/**
 * A server, its clients, and a service that does what it is told: {@code wait} sleeps until the gate opens and replies,
 * {@code bye} replies and hangs up, {@code large N} replies N bytes, {@code interrupt} leaves its thread interrupted;
 * anything else is sent back with the client's number before it.
 */
final class UdpFixture implements Service, AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Server server;
    private final List<DatagramClient> clients = new ArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);
    final List<Peer> peers = new CopyOnWriteArrayList<>();
    final Map<Long, Integer> closed = new ConcurrentHashMap<>();

    UdpFixture(UdpVariant variant) throws IOException {
        this(variant, Options.defaults());
    }

    UdpFixture(UdpVariant variant, Options options) throws IOException {
        this(variant, options, UdpVariant.Kernel.REAL);
    }

    UdpFixture(UdpVariant variant, Options options, UdpVariant.Kernel kernel) throws IOException {
        server = variant.start(this, options, kernel);
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
            case "bye" -> new Next.Reply(utf8(id + " " + message), Next.HANG_UP);
            case "interrupt" -> {
                Thread.currentThread().interrupt();
                yield new Next.Reply(utf8(id + " interrupted"), Next.READY);
            }
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

    DatagramClient client() throws IOException {
        DatagramClient client = DatagramClient.to(server.address(), PATIENCE);
        clients.add(client);
        return client;
    }

    static void assertReply(TestClient client, String message, String expected) throws IOException {
        client.send(message);
        assertThat(client.receive()).isEqualTo(expected);
    }

    /** Until a client's session has been given so many messages. */
    void awaitMessages(int count) {
        await(count + " messages", () -> server.clients().stream().anyMatch(listed -> listed.messages() == count));
    }

    void await(String what, Callable<Boolean> done) {
        Awaitility.await(what).atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(2, TimeUnit.MILLISECONDS)
                .until(done);
    }

    /** Every session that was opened has been closed, once. */
    @Override
    public void close() {
        clients.forEach(DatagramClient::close);
        server.close(Duration.ofMillis(100));
        assertThat(closed.keySet()).hasSameSizeAs(peers);
        assertThat(closed.values()).allMatch(times -> times == 1);
    }
}
