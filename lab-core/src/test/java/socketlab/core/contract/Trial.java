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

/** One test's model at work: a server, its callers, and the promises that are checked when they are all gone. */
final class Trial {
    private final Model model;
    private final EchoContract contract;
    private final List<Caller> callers = new ArrayList<>();
    private Scripted service;
    private Server server;

    Trial(Model model, EchoContract contract) {
        this.model = model;
        this.contract = contract;
    }

    Model model() {
        return model;
    }

    /** The longest that anything may take. */
    Duration patience() {
        return contract.patience();
    }

    /** Skips the test, saying why, where the model does not promise this. */
    void needs(Trait trait, String why) {
        Assumptions.assumeTrue(model.traits().contains(trait),
                () -> "does not apply to %s, which is not %s: %s".formatted(model.id(), trait, why));
    }

    Server serve(Scripted scripted) throws IOException {
        return serve(scripted, Options.defaults());
    }

    Server serve(Scripted scripted, Options options) throws IOException {
        service = scripted;
        server = model.start(scripted, options);
        return server;
    }

    Caller call() throws IOException {
        return known(contract.call(server.address()));
    }

    List<Caller> call(int count) throws IOException {
        List<Caller> several = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            several.add(call());
        }
        return several;
    }

    /** True when a new client's message is sent back to it. */
    boolean answers(String message) throws IOException {
        try (Caller caller = call()) {
            caller.say(message);
            return message.equals(caller.hear());
        }
    }

    /** For rules that need a stream. */
    StreamCaller dial() throws IOException {
        return known(StreamCaller.to(server.address(), patience()));
    }

    /** One that soon makes the server wait when it does not read. */
    StreamCaller dialNarrow() throws IOException {
        return known(StreamCaller.narrow(server.address(), patience()));
    }

    private synchronized <C extends Caller> C known(C caller) {
        callers.add(caller);
        return caller;
    }

    /** The K-th client, counted from 1, as soon as the service has met it. */
    Peer peer(int number) {
        await(number + " clients", () -> service.peers().size() >= number);
        return service.peers().get(number - 1);
    }

    /** Until the server's own list shows a client like this. */
    void awaitClient(String what, Predicate<PeerInfo> like) {
        await(what, () -> server.clients().stream().anyMatch(like));
    }

    /** The end: heard where that can be, and else the server's list is without this caller. */
    void ends(Caller caller) throws IOException {
        if (model.traits().contains(Trait.STREAM)) {
            assertThat(caller.hear()).as("the end").isNull();
        }
        await("the end", () -> server.clients().stream().noneMatch(client -> client.address().equals(caller.address())));
    }

    void await(String what, Callable<Boolean> done) {
        Awaitility.await(what).atMost(patience()).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2))
                .until(done);
    }

    /** Sends everybody home, then asks every session whether it was treated as promised. */
    void end() throws IOException {
        for (Caller caller : callers) {
            caller.close();
        }
        if (server != null) {
            server.close(Duration.ZERO);
            assertThat(service.broken()).as("promises broken").isEmpty();
        }
    }
}
