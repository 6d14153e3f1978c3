package socketlab.lab.server;

import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import socketlab.core.Next;
import socketlab.core.Peer;
import socketlab.core.Service;
import socketlab.core.Session;
import socketlab.results.files.RequestRow;
import socketlab.results.files.ServedRow;

/**
 * Records when the service of each request began and when its reply was written, so that waiting time and service time
 * are told apart. Rows stay in memory until the server has stopped, because writing a file would disturb the measurement.
 */
final class ServedRecorder extends InstrumentedService {
    private final String model;
    private final long zeroNanos;
    private final Queue<RecordedSession> sessions = new ConcurrentLinkedQueue<>();

    /** Times are microseconds since {@code zeroNanos}, a {@link System#nanoTime()} that client and server share. */
    ServedRecorder(Service inner, String model, long zeroNanos) {
        super(inner);
        this.model = model;
        this.zeroNanos = zeroNanos;
    }

    @Override
    Session observe(Peer peer, Session session) {
        RecordedSession recorded = new RecordedSession(peer, session);
        sessions.add(recorded);
        return recorded;
    }

    /** The recorded rows; only after the server has been closed. */
    Stream<ServedRow> rows() {
        return sessions.stream().flatMap(RecordedSession::rows);
    }

    private final class RecordedSession extends ForwardingSession {
        private final long client;
        private final int port;
        private final long accepted = now();
        private long[] started = new long[1];
        private long[] written = new long[1];
        private int begun;
        private int done;

        RecordedSession(Peer peer, Session inner) {
            super(inner);
            this.client = peer.id();
            this.port = peer.address() instanceof InetSocketAddress address ? address.getPort() : 0;
        }

        @Override
        public Next onOpen() {
            long start = now();
            Next next = super.onOpen();
            if (!(next instanceof Next.Ready)) {   // the connection itself was the request
                begin(start);
            }
            return next;
        }

        @Override
        public Next onMessage(byte[] message) throws Exception {
            begin(now());
            return super.onMessage(message);
        }

        private void begin(long start) {
            if (begun == started.length) {
                started = Arrays.copyOf(started, 2 * begun);
                written = Arrays.copyOf(written, 2 * begun);
            }
            started[begun] = start;
            written[begun++] = RequestRow.NEVER;
        }

        @Override
        public void onSent() {
            Arrays.fill(written, done, begun, now());
            done = begun;
            super.onSent();
        }

        Stream<ServedRow> rows() {
            return IntStream.range(0, begun).mapToObj(
                    i -> new ServedRow(model, 1, client, port, i + 1, accepted, started[i], written[i]));
        }
    }

    private long now() {
        return (System.nanoTime() - zeroNanos) / 1000;
    }
}
