package socketlab.load.loop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
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

/** A load plan for a test: defaults, and what the test changes. */
public record TestLoad(LoadPlan plan) {
    public static final InetSocketAddress NOWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
    public static final Framing LINES = new LineFraming(100_000);
    static final RequestProtocol HELLO = RequestProtocol.greeting(LINES, reply -> new String(reply, UTF_8).startsWith("hello"));

    public static TestLoad of(InetSocketAddress target, RequestProtocol protocol, int clients, int requests) {
        return new TestLoad(LoadPlan.closedLoop(target, protocol, clients, requests).withTimeout(Duration.ofSeconds(20)));
    }

    TestLoad withDuration(Duration time) {
        return new TestLoad(plan.withDuration(Optional.of(time)));
    }

    public TestLoad withLoop(Loop loop) {
        return new TestLoad(plan.withLoop(loop));
    }

    public TestLoad withTimeout(Duration time) {
        return new TestLoad(plan.withTimeout(time));
    }

    TestLoad withPreconnect() {
        return new TestLoad(plan.withPreconnect(true));
    }

    public TestLoad overUdp() {
        return new TestLoad(plan.withTransport(Transport.UDP));
    }

    TestLoad withIdle(int idle) {
        return new TestLoad(plan.withIdle(idle));
    }

    public RequestLog run() throws Exception {
        return new LoadClient(plan, LoadListener.NONE).run();
    }

    public static Stream<Integer> rows(RequestLog log) {
        return IntStream.range(0, log.size()).boxed();
    }
}
