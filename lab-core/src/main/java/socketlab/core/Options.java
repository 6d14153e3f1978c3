package socketlab.core;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * How a server listens and what it puts up with; the same for every model, so that a comparison is fair.
 *
 * @param bind          address and port; port 0 takes a free one
 * @param backlog       connections the kernel may hold before they are accepted (it caps this: somaxconn on Linux)
 * @param maxMessage    bytes in one message
 * @param outboxBytes   bytes that may wait for a client that is slow to read what others push at it
 * @param idleTimeout   silence after which a client is sent away; zero: never
 * @param maxClients    clients at once; one more is told and sent away
 * @param noDelay       TCP_NODELAY: a small reply leaves at once instead of waiting for an acknowledgement (RFC 896)
 * @param inlineCompute CPU work runs on the thread that serves the client, whatever the model
 * @param grace         how long a client that is being sent away may take to read its last words
 * @param acceptAfter   nobody is accepted for so long after the start: until then the backlog is all there is
 */
public record Options(InetSocketAddress bind, int backlog, int maxMessage, int outboxBytes, Duration idleTimeout,
                      int maxClients, boolean noDelay, boolean inlineCompute, Duration grace,
                      Duration acceptAfter) {

    /** A free port on loopback, and room for everybody. */
    public static Options defaults() {
        return new Options(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096, 8 << 10, 1 << 20,
                Duration.ZERO, Integer.MAX_VALUE, true, false, Duration.ofSeconds(2), Duration.ZERO);
    }

    public Options withBind(InetSocketAddress address) {
        return new Options(address, backlog, maxMessage, outboxBytes, idleTimeout, maxClients, noDelay, inlineCompute,
                grace, acceptAfter);
    }

    public Options withOutboxBytes(int bytes) {
        return new Options(bind, backlog, maxMessage, bytes, idleTimeout, maxClients, noDelay, inlineCompute, grace,
                acceptAfter);
    }

    public Options withIdleTimeout(Duration silence) {
        return new Options(bind, backlog, maxMessage, outboxBytes, silence, maxClients, noDelay, inlineCompute, grace,
                acceptAfter);
    }

    public Options withMaxClients(int clients) {
        return new Options(bind, backlog, maxMessage, outboxBytes, idleTimeout, clients, noDelay, inlineCompute, grace,
                acceptAfter);
    }

    public Options withInlineCompute(boolean inline) {
        return new Options(bind, backlog, maxMessage, outboxBytes, idleTimeout, maxClients, noDelay, inline, grace,
                acceptAfter);
    }

    public Options withGrace(Duration time) {
        return new Options(bind, backlog, maxMessage, outboxBytes, idleTimeout, maxClients, noDelay, inlineCompute,
                time, acceptAfter);
    }

    public Options withAcceptAfter(Duration pause) {
        return new Options(bind, backlog, maxMessage, outboxBytes, idleTimeout, maxClients, noDelay, inlineCompute,
                grace, pause);
    }
}
