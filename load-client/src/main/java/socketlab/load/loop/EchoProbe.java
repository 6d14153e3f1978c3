package socketlab.load.loop;

import static socketlab.core.Text.utf8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import socketlab.core.Framing;
import socketlab.core.framing.RawFraming;
import socketlab.load.log.RequestLog;
import socketlab.load.log.WrongReply;
import socketlab.load.plan.LoadPlan;
import socketlab.load.plan.Transport;
import socketlab.results.Outcome;

/**
 * One more client after the load of an echo server over TCP: it sends a message in two pieces, and two messages in one write.
 * TCP is a stream of bytes, so the server has to answer both as any other. A server that takes what one {@code recv} returns
 * for one message passes the load, whose messages come whole and one at a time, and fails here. The probe is in no outcome
 * and in no latency.
 */
public final class EchoProbe {
    private static final long SHORTEST_LIMIT_MILLIS = 2_000;
    private static final Duration BETWEEN_PIECES = Duration.ofMillis(50);

    private final LoadPlan plan;
    private final Framing framing;
    private final InetSocketAddress address;
    private final int limitMillis;
    private final long startedUs;
    private final List<Integer> ports = new ArrayList<>();

    private EchoProbe(LoadPlan plan, RequestLog log) {
        this.plan = plan;
        this.framing = plan.protocol().framing();
        this.address = log.address() == null ? plan.target() : log.address();
        this.limitMillis = (int) Math.min(plan.timing().timeout().toMillis(),
                Math.max(SHORTEST_LIMIT_MILLIS, 2 * longestMillis(log)));
        this.startedUs = (System.nanoTime() - plan.timing().zeroNanos()) / 1000;
    }

    private static long longestMillis(RequestLog log) {
        return IntStream.range(0, log.size()).filter(row -> log.outcome(row) == Outcome.OK)
                .mapToLong(row -> log.doneUs(row) - log.intendedUs(row)).max().orElse(0) / 1000;
    }

    /**
     * Probes the server of a load that is over, on the calling thread; takes two seconds for each message that is not
     * answered, longer for a server whose replies took longer. Empty where the load was no echo over TCP.
     *
     * @throws InterruptedException when the thread was interrupted
     */
    public static Optional<ProbeResult> run(LoadPlan plan, RequestLog log) throws InterruptedException {
        if (plan.transport() != Transport.TCP || !plan.protocol().isEcho()) {
            return Optional.empty();
        }
        if (plan.protocol().framing() instanceof RawFraming) {
            return Optional.of(ProbeResult.skipped("framing raw does not say where a message ends"));
        }
        if (log.count(Outcome.OK) == 0) {
            return Optional.of(ProbeResult.skipped("no request of the load succeeded"));
        }
        return Optional.of(new EchoProbe(plan, log).run());
    }

    /** Silence is wrong only twice in a row: a server that is stopped for a while looks like one that waits for more. */
    private ProbeResult run() throws InterruptedException {
        ProbeResult first = attempt();
        boolean silence = first.wrong().stream().anyMatch(reply -> reply.received().length == 0);
        return silence ? attempt() : first;
    }

    private ProbeResult attempt() throws InterruptedException {
        try (ProbeConnection connection = open()) {
            return probe(connection);
        } catch (IOException notTaken) {
            return skipped("the server takes nobody any more (" + notTaken.getMessage() + ")");
        }
    }

    private ProbeConnection open() throws IOException {
        ProbeConnection connection = new ProbeConnection(address, framing, limitMillis);
        ports.add(connection.port());
        return connection;
    }

    private ProbeResult probe(ProbeConnection connection) throws IOException, InterruptedException {
        byte[] message = message("in-two-pieces");
        byte[] frame = framing.encode(message);
        connection.write(Arrays.copyOf(frame, frame.length / 2));
        Thread.sleep(BETWEEN_PIECES);   // or the kernel would send both pieces as one segment
        connection.write(Arrays.copyOfRange(frame, frame.length / 2, frame.length));
        ProbeConnection.Answer answer = connection.receive();
        if (isWrong(message, answer)) {
            return connection.receivedAnything() || answersWhole(connection)
                    ? wrong("a message in two pieces", message, answer)
                    : skipped("the server takes nobody any more: " + answer.why());
        }
        return framing.preservesWrites() ? result(ProbeResult.OK, Optional.empty()) : twoInOneWrite(connection);
    }

    /** Whether the server answers a message that comes whole: then it was the pieces that it did not understand. */
    private boolean answersWhole(ProbeConnection silent) throws IOException {
        silent.close();   // a server with one thread is free again
        byte[] message = message("whole");
        try (ProbeConnection connection = open()) {
            connection.write(framing.encode(message));
            return !isWrong(message, connection.receive());
        }
    }

    private ProbeResult twoInOneWrite(ProbeConnection connection) {
        if (connection.isClosedByServer()) {
            return skipped("the server closes the connection after a reply, so it gets no two messages in one write");
        }
        List<byte[]> messages = List.of(message("first-of-two"), message("second-of-two"));
        byte[] first = framing.encode(messages.getFirst());
        byte[] second = framing.encode(messages.getLast());
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        connection.write(both);
        for (byte[] message : messages) {
            ProbeConnection.Answer answer = connection.receive();
            if (isWrong(message, answer)) {
                return wrong("two messages in one write, the " + (message == messages.getFirst() ? "first" : "second"), message,
                        answer);
            }
        }
        return result(ProbeResult.OK, Optional.empty());
    }

    private static byte[] message(String label) {
        return utf8("probe-" + label);
    }

    private boolean isWrong(byte[] message, ProbeConnection.Answer answer) {
        return answer.message() == null || !plan.protocol().accepts().test(message, answer.message());
    }

    private ProbeResult wrong(String what, byte[] message, ProbeConnection.Answer answer) {
        return result(ProbeResult.WRONG, Optional.of(new WrongReply("the probe after the load, " + what, message,
                plan.protocol().expected(), answer.seen(), answer.message() == null ? answer.why()
                        : WrongReply.UNEXPECTED)));
    }

    private ProbeResult skipped(String reason) {
        return result(ProbeResult.SKIPPED + reason, Optional.empty());
    }

    private ProbeResult result(String verdict, Optional<WrongReply> wrong) {
        return new ProbeResult(verdict, wrong, startedUs, List.copyOf(ports));
    }
}
