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
import socketlab.results.files.ServedRow;

/**
 * Notes when each request began to be served and when its answer had been written, so that waiting and being served
 * are measured apart. All in memory until the server has stopped: writing a file is not what is being measured.
 */
final class ServedRecorder extends InstrumentedService {
    private final String model;
    private final long zeroNanos;
    private final Queue<Conversation> conversations = new ConcurrentLinkedQueue<>();

    /** Times are microseconds since {@code zeroNanos}, a {@link System#nanoTime()} that client and server share. */
    ServedRecorder(Service inner, String model, long zeroNanos) {
        super(inner);
        this.model = model;
        this.zeroNanos = zeroNanos;
    }

    @Override
    Session watch(Peer peer, Session session) {
        Conversation conversation = new Conversation(peer, session);
        conversations.add(conversation);
        return conversation;
    }

    /** What was recorded; for after the server has been closed. */
    Stream<ServedRow> rows() {
        return conversations.stream().flatMap(Conversation::rows);
    }

    private final class Conversation extends Passing {
        private final long client;
        private final int port;
        private final long accepted = now();
        private long[] started = new long[1];
        private long[] written = new long[1];
        private int begun;
        private int done;

        Conversation(Peer peer, Session inner) {
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
            written[begun++] = -1;
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
