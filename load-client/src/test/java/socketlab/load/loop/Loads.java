package socketlab.load.loop;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import socketlab.core.Framing;
import socketlab.core.framing.LineFraming;
import socketlab.load.log.LoadListener;
import socketlab.load.log.RequestLog;
import socketlab.load.plan.LoadPlan;
import socketlab.load.plan.Loop;
import socketlab.load.plan.RequestProtocol;
import socketlab.load.plan.Transport;

/** The plans that tests are about: everything usual but what the test names. */
public record Loads(LoadPlan plan) {
    public static final InetSocketAddress NOWHERE = new InetSocketAddress("127.0.0.1", 9);
    public static final Framing LINES = new LineFraming(100_000);
    public static final RequestProtocol HELLO = RequestProtocol.greeting(LINES, answer -> new String(answer).startsWith("hello"));

    public static Loads at(InetSocketAddress target, RequestProtocol conversation, int clients, int requests) {
        return new Loads(LoadPlan.closedLoop(target, conversation, clients, requests).withTimeout(Duration.ofSeconds(20)));
    }

    Loads lasting(Duration time) {
        return new Loads(plan.withDuration(Optional.of(time)));
    }

    Loads by(Loop loop) {
        return new Loads(plan.withLoop(loop));
    }

    public Loads allowing(Duration time) {
        return new Loads(plan.withTimeout(time));
    }

    Loads preconnected() {
        return new Loads(plan.withPreconnect(true));
    }

    public Loads overUdp() {
        return new Loads(plan.withTransport(Transport.UDP));
    }

    Loads among(int idle) {
        return new Loads(plan.withIdle(idle));
    }

    public RequestLog run() throws Exception {
        return new LoadClient(plan, LoadListener.NONE).run();
    }

    public static Stream<Integer> rows(RequestLog log) {
        return IntStream.range(0, log.size()).boxed();
    }
}
