package socketlab.lab.server;

import static socketlab.core.Text.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import socketlab.core.Decoder;
import socketlab.core.FrameException;
import socketlab.core.Framing;
import socketlab.core.framing.Framings;
import socketlab.core.framing.LineFraming;

/**
 * A framing that says once which other one would fit, when a client has sent bytes and no end of a message, or no message
 * at all: most first programs send text without a newline and wait for an answer for ever. For a server with a log only; a measured server
 * is not observed.
 */
final class FramingAdvice implements Framing {
    /** So long a person may take to type the rest of a line. */
    static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int SAMPLE_BYTES = 8 << 10;

    private final Framing inner;
    private final Duration patience;
    private final Consumer<String> log;
    private final AtomicBoolean given = new AtomicBoolean();

    private FramingAdvice(Framing inner, Duration patience, Consumer<String> log) {
        this.inner = inner;
        this.patience = patience;
        this.log = log;
    }

    /** The framing itself where {@code --framing} cannot change it; the log is called on a timer's thread. */
    static Framing on(Framing framing, Duration patience, Consumer<String> log) {
        return Framings.hasName(framing) ? new FramingAdvice(framing, patience, log) : framing;
    }

    @Override
    public byte[] encode(byte[] message) {
        return inner.encode(message);
    }

    @Override
    public boolean encode(byte[] message, ByteBuffer buffer) {
        return inner.encode(message, buffer);
    }

    @Override
    public boolean preservesWrites() {
        return inner.preservesWrites();
    }

    @Override
    public Decoder decoder() {
        return given.get() ? inner.decoder() : new ObservedDecoder(inner.decoder());
    }

    private void advise(byte[] bytes, String what) {
        if (!given.getAndSet(true)) {
            log.accept(format("[framing] a client has sent %d bytes %s; %s", bytes.length, what,
                    Framings.fitting(bytes, SAMPLE_BYTES)
                            .map(name -> format("as it stands, --framing %s would fit", name))
                            .orElse("no --framing of this server fits them")));
        }
    }

    /** Observes until the first message; a timer looks after the patience whether it has come. */
    private final class ObservedDecoder implements Decoder {
        private final Decoder decoder;
        private boolean observing = true;   // this and the next: by the thread that serves the client
        private boolean timed;
        private ByteArrayOutputStream sample = new ByteArrayOutputStream(0);   // null: a message has come; under the monitor

        ObservedDecoder(Decoder decoder) {
            this.decoder = decoder;
        }

        @Override
        public void feed(ByteBuffer bytes) {
            if (observing) {
                observe(bytes);
            }
            decoder.feed(bytes);
        }

        private synchronized void observe(ByteBuffer bytes) {
            byte[] more = new byte[Math.min(bytes.remaining(), SAMPLE_BYTES - sample.size())];
            bytes.get(bytes.position(), more);
            sample.writeBytes(more);
        }

        @Override
        public byte[] next() throws FrameException {
            byte[] message = nextOrAdvice();
            if (observing && message != null) {
                stopObserving();
            } else if (observing && !timed && hasSample()) {
                timed = true;
                CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS).execute(this::look);
            }
            return message;
        }

        /** Text is no length, so it is refused at once; what is wrong with a line another framing seldom mends. */
        private byte[] nextOrAdvice() throws FrameException {
            try {
                return decoder.next();
            } catch (FrameException why) {
                byte[] refused = observing ? waiting() : new byte[0];
                if (refused.length > 0 && !(inner instanceof LineFraming)) {
                    advise(refused, "that are no message, for " + why.getMessage());
                }
                throw why;
            }
        }

        @Override
        public byte[] end() throws FrameException {
            stopObserving();
            return decoder.end();
        }

        private synchronized boolean hasSample() {
            return sample.size() > 0;
        }

        private synchronized void stopObserving() {
            observing = false;
            sample = null;
        }

        private void look() {
            byte[] waiting = waiting();
            if (waiting.length > 0) {
                advise(waiting, format("and then, for %d s, no end of a message", patience.toSeconds()));
            }
        }

        private synchronized byte[] waiting() {
            return sample == null ? new byte[0] : sample.toByteArray();
        }
    }
}
