package socketlab.load;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import socketlab.core.Framing;
import socketlab.core.framing.Lines;

/** The plans that tests are about: everything usual but what the test names. */
record Loads(InetSocketAddress target, Conversation conversation, int clients, int requests, Duration duration,
             Duration timeout, boolean preconnect) {
    static final Framing LINES = new Lines(100_000);
    static final Conversation HELLO = Conversation.listen(LINES, answer -> new String(answer).startsWith("hello"));

    static Loads at(InetSocketAddress target, Conversation conversation, int clients, int requests) {
        return new Loads(target, conversation, clients, requests, null, Duration.ofSeconds(20), false);
    }

    Loads lasting(Duration time) {
        return new Loads(target, conversation, clients, requests, time, timeout, preconnect);
    }

    Loads allowing(Duration time) {
        return new Loads(target, conversation, clients, requests, duration, time, preconnect);
    }

    Loads preconnected() {
        return new Loads(target, conversation, clients, requests, duration, timeout, true);
    }

    LoadPlan plan() {
        return new LoadPlan(target, conversation, clients, requests, Optional.ofNullable(duration), timeout,
                preconnect, true, System.nanoTime());
    }

    RequestLog run() throws Exception {
        return new LoadClient(plan(), Watcher.NONE).run();
    }

    static Stream<Integer> rows(RequestLog log) {
        return IntStream.range(0, log.size()).boxed();
    }
}
