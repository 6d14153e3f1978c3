package socketlab.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import socketlab.core.Model;
import socketlab.core.Options;
import socketlab.core.Peer;
import socketlab.core.PeerInfo;
import socketlab.core.Server;
import socketlab.core.Trait;

/** One test's server and clients; at the end every session is asked whether the model kept the contract. */
final class ContractFixture {
    private final Model model;
    private final EchoContract contract;
    private final List<TestClient> clients = new ArrayList<>();
    private ScriptedService service;
    private Server server;

    ContractFixture(Model model, EchoContract contract) {
        this.model = model;
        this.contract = contract;
    }

    Model model() {
        return model;
    }

    /** The longest that a test waits for anything. */
    Duration patience() {
        return contract.patience();
    }

    /** Skips the test, with this reason, where the model does not promise this. */
    void needs(Trait trait, String why) {
        Assumptions.assumeTrue(model.traits().contains(trait),
                () -> "does not apply to %s, which is not %s: %s".formatted(model.id(), trait, why));
    }

    Server serve(ScriptedService scripted) throws IOException {
        return serve(scripted, Options.defaults());
    }

    Server serve(ScriptedService scripted, Options options) throws IOException {
        service = scripted;
        server = model.start(scripted, options);
        return server;
    }

    TestClient newClient() throws IOException {
        return track(contract.connect(server.address()));
    }

    List<TestClient> newClients(int count) throws IOException {
        List<TestClient> several = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            several.add(newClient());
        }
        return several;
    }

    /** True when a new client's message is sent back to it. */
    boolean answers(String message) throws IOException {
        try (TestClient client = newClient()) {
            client.send(message);
            return message.equals(client.receive());
        }
    }

    /** To an echo: over UDP a client receives what others send it only after its second message. */
    void sendTwice(TestClient client) throws IOException {
        for (String message : List.of("hello", "hello again")) {
            client.send(message);
            assertThat(client.receive()).isEqualTo(message);
        }
    }

    /** For rules that need a stream. */
    StreamClient newStreamClient() throws IOException {
        return track(StreamClient.to(server.address(), patience()));
    }

    /** One with a small receive buffer: the server soon waits when it does not read. */
    StreamClient newSlowClient() throws IOException {
        return track(StreamClient.narrow(server.address(), patience()));
    }

    private synchronized <C extends TestClient> C track(C client) {
        clients.add(client);
        return client;
    }

    /** The K-th client, counted from 1, as soon as the service has opened its session. */
    Peer peer(int number) {
        await(number + " clients", () -> service.peers().size() >= number);
        return service.peers().get(number - 1);
    }

    /** Waits until the server's own list shows a client like this. */
    void awaitClient(String what, Predicate<PeerInfo> like) {
        await(what, () -> server.clients().stream().anyMatch(like));
    }

    /** Waits until this client is disconnected: on a stream it sees the end, and the server's list is without it. */
    void awaitEnd(TestClient client) throws IOException {
        if (model.traits().contains(Trait.STREAM)) {
            assertThat(client.receive()).as("the end").isNull();
        }
        await("the end", () -> server.clients().stream().noneMatch(listed -> listed.address().equals(client.address())));
    }

    void await(String what, Callable<Boolean> done) {
        Awaitility.await(what).atMost(patience()).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2))
                .until(done);
    }

    /** Closes the clients and the server, then asks every session whether it was called as promised. */
    void end() throws IOException {
        for (TestClient client : clients) {
            client.close();
        }
        if (server != null) {
            server.close(Duration.ZERO);
            assertThat(service.broken()).as("promises broken").isEmpty();
        }
    }
}
