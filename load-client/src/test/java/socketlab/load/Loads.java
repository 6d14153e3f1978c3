package socketlab.load;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import socketlab.core.Framing;
import socketlab.core.framing.Lines;

/** The plans that tests are about: everything usual but what the test names. */
record Loads(LoadPlan plan) {
    static final InetSocketAddress NOWHERE = new InetSocketAddress("127.0.0.1", 9);
    static final Framing LINES = new Lines(100_000);
    static final Conversation HELLO = Conversation.listen(LINES, answer -> new String(answer).startsWith("hello"));

    static Loads at(InetSocketAddress target, Conversation conversation, int clients, int requests) {
        return new Loads(LoadPlan.closed(target, conversation, clients, requests).withTimeout(Duration.ofSeconds(20)));
    }

    Loads lasting(Duration time) {
        return new Loads(plan.withDuration(Optional.of(time)));
    }

    Loads by(Loop loop) {
        return new Loads(plan.withLoop(loop));
    }

    Loads allowing(Duration time) {
        return new Loads(plan.withTimeout(time));
    }

    Loads preconnected() {
        return new Loads(plan.withPreconnect(true));
    }

    Loads overUdp() {
        return new Loads(plan.withTransport(Transport.UDP));
    }

    Loads among(int idle) {
        return new Loads(plan.withIdle(idle));
    }

    RequestLog run() throws Exception {
        return new LoadClient(plan, Watcher.NONE).run();
    }

    static Stream<Integer> rows(RequestLog log) {
        return IntStream.range(0, log.size()).boxed();
    }
}
